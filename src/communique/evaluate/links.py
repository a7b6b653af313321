"""Same event across articles (ECB+): an informational measure, for the set is crime and celebrity news.

Mentions are given. Two are taken for one event if their heads have the same lemma and the parties of their clauses
have a name in common, or one of them names no party; nothing is tuned to the set. CoNLL F1 is the mean of MUC,
B-cubed and CEAF-e over the whole corpus, as in score_links.py. Chains span items, so there is no interval.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from communique.evaluate.gold import Mark, Question
from communique.evaluate.measures import Counts, Row, ratio
from communique.evaluate.pairing import best_pairs
from communique.evaluate.places import Places
from communique.evaluate.tasks import Error, Labels, Task, read
from communique.reading import Reading

ACTIONS = ("ACTION", "NEG_ACTION")
Chains = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place that is asked about: its head's lemma and the names of its clause's parties, in lower case."""

    question: str
    mark: str
    lemma: str
    parties: frozenset[str]


def predict(questions: Sequence[Question]) -> Iterator[Labels]:
    """Yield each text's mentions with the chain each belongs to, chains running through all texts."""
    mentions = [mention for question in questions for mention in _mentions(question)]
    chains: dict[tuple[str, str], str] = {}
    by_lemma: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
    for mention in mentions:
        known = by_lemma[mention.lemma]
        chain = next((c for c, parties in known if not parties or not mention.parties or parties & mention.parties), "")
        if not chain:
            chain = f"{mention.lemma}-{len(known)}"
            known.append((chain, set()))
        dict(known)[chain].update(mention.parties)
        chains[mention.question, mention.mark] = chain
    for question in questions:
        told = [{"m_id": m.id, "chain": chains[question.id, m.id]} for m in question.marks]
        yield {"id": question.id, "mentions": told}


def _mentions(question: Question) -> Iterator[_Mention]:
    reading, places = read(question)
    for mark in question.marks:
        yield _mention(reading, places, mark, question)


def _mention(reading: Reading, places: Places, mark: Mark, question: Question) -> _Mention:
    start, end = places.stored(mark.start, mark.end)
    inside = [token for token in reading.tokens if token.start < end and start < token.end]
    if not inside:
        return _Mention(question.id, mark.id, question.text[mark.start : mark.end].lower(), frozenset())
    indices = {token.index for token in inside}
    head = next((t for t in inside if t.head not in indices or t.head == t.index), inside[0])
    clause = reading.clause_at.get(head.index)
    stretches = [(a.first, a.last) for a in clause.arguments] if clause else []
    names = [token.norm for first, last in stretches for token in reading.tokens[first:last] if token.pos == "PROPN"]
    return _Mention(question.id, mark.id, head.lemma, frozenset(names))


def count(gold: Labels, predicted: Labels) -> Counts:
    """Note which chain each event mention is in, by the gold and by the prediction."""
    chains = {str(mention["m_id"]): mention["chain"] for mention in predicted["mentions"]}
    counts: Counts = Counter()
    for mention in gold["mentions"]:
        kind = mention.get("kind", "ACTION")
        if mention.get("validated") is not False and kind.startswith(ACTIONS):
            name = f"{gold['id']}/{mention['m_id']}"
            counts["gold", mention["chain"], name] = 1
            counts["predicted", chains.get(str(mention["m_id"]), name), name] = 1
    return counts


def measure(counts: Counts) -> list[Row]:
    """Return CoNLL F1 and its three parts."""
    key, response = _chains(counts, "gold"), _chains(counts, "predicted")
    parts = [_muc(key, response), _b_cubed(key, response), _ceaf(key, response)]
    mean = sum(row.value or 0.0 for row in parts) / len(parts)
    return [Row("CoNLL", mean, sum(map(len, key)), sum(map(len, response))), *parts]


def _chains(counts: Counts, side: str) -> Chains:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in counts:
        if isinstance(entry, tuple) and entry[0] == side:
            found[entry[1]].add(entry[2])
    return [frozenset(members) for members in found.values()]


def _row(name: str, precision: float, recall: float, key: Chains, response: Chains) -> Row:
    value = ratio(2 * precision * recall, precision + recall)
    return Row(name, value, len(key), len(response), precision=precision, recall=recall)


def _muc(key: Chains, response: Chains) -> Row:
    return _row("MUC", _links_kept(response, key), _links_kept(key, response), key, response)


def _links_kept(chains: Chains, others: Chains) -> float:
    """The share of the links of `chains` that `others` keep."""
    where = {member: index for index, chain in enumerate(others) for member in chain}
    kept = sum(len(chain) - len({where.get(member, member) for member in chain}) for chain in chains)
    return ratio(kept, sum(len(chain) - 1 for chain in chains))


def _b_cubed(key: Chains, response: Chains) -> Row:
    return _row("B-cubed", _members_kept(response, key), _members_kept(key, response), key, response)


def _members_kept(chains: Chains, others: Chains) -> float:
    """The mean, over members of `chains`, of the share of their chain that is with them in `others`."""
    where: dict[str, Collection[str]] = {member: chain for chain in others for member in chain}
    kept = sum(len(chain.intersection(where.get(m, ()))) / len(chain) for chain in chains for m in sorted(chain))
    return ratio(kept, sum(map(len, chains)))


def _ceaf(key: Chains, response: Chains) -> Row:
    likeness: dict[tuple[int, int], float] = {}
    where = {member: index for index, chain in enumerate(response) for member in chain}
    for i, chain in enumerate(key):
        for j in sorted({where[member] for member in chain if member in where}):
            likeness[i, j] = 2 * len(chain & response[j]) / (len(chain) + len(response[j]))
    total = sum(likeness[pair] for pair in best_pairs(likeness))
    return _row("CEAF-e", ratio(total, len(response)), ratio(total, len(key)), key, response)


def errors(gold: Labels, predicted: Labels) -> Iterator[Error]:
    """Yield nothing: an error of a chain is in no single text."""
    yield from ()


TASK = Task("links", "mentions", predict, count, measure, errors, marked=True, whole=True)
