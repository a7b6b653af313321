"""Same event across articles (ECB+): an informational measure, for the set is crime and celebrity news.

Mentions are given. Articles that tell of one affair are brought together by the words they share (average linkage of
TF-IDF vectors); within an affair two mentions are taken for one event if their heads have the same stem. So the
baseline CLUSTER+LEMMA of S. Barhom et al., "Revisiting joint modeling of cross-document entity and event coreference
resolution", 2019. CoNLL F1 is the mean of MUC, B-cubed and CEAF-e over the whole corpus, as in score_links.py. Chains
span items, so there is no interval.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.evaluate.gold import Mark, Question
from communique.evaluate.measures import Counts, Row, ratio
from communique.evaluate.pairing import best_pairs
from communique.evaluate.places import Places
from communique.evaluate.tasks import Error, Labels, Task, read
from communique.link.wording import STEM
from communique.reading import Reading

ACTIONS = ("ACTION", "NEG_ACTION")
Chains = Sequence[frozenset[str]]

OPEN = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
"""The parts of speech whose words say what an article is about."""

ALIKE = 0.18
"""Affairs at least so alike, on average over their articles (cosine), are one; anything from .1 to .25 does as well."""


def predict(questions: Sequence[Question]) -> Iterator[Labels]:
    """Yield each text's mentions with the chain each belongs to, chains running through all texts."""
    stems: list[list[str]] = []
    words: list[Counter[str]] = []
    for question in questions:
        reading, places = read(question)
        stems.append([_stem(reading, places, mark, question) for mark in question.marks])
        words.append(Counter(token.lemma.lower() for token in reading.tokens if token.pos in OPEN))
    for question, those, affair in zip(questions, stems, affairs(words), strict=True):
        marked = zip(question.marks, those, strict=True)
        yield {"id": question.id, "mentions": [{"m_id": m.id, "chain": f"{affair}-{stem}"} for m, stem in marked]}


def _stem(reading: Reading, places: Places, mark: Mark, question: Question) -> str:
    """Return the stem of the head of a mention."""
    start, end = places.stored(mark.start, mark.end)
    inside = [token for token in reading.tokens if token.start < end and start < token.end]
    if not inside:
        return question.text[mark.start : mark.end].lower()[:STEM]
    indices = {token.index for token in inside}
    head = next((t for t in inside if t.head not in indices or t.head == t.index), inside[0])
    return head.lemma.lower()[:STEM]


def affairs(articles: Sequence[Counter[str]]) -> list[int]:
    """Return for each article, given by how often it has which words, the number of the affair that it tells of."""
    likeness = _likeness(articles)
    affair = list(range(len(articles)))
    sizes = np.ones(len(articles))
    while likeness.size and likeness.max() >= ALIKE:
        one, other = map(int, np.unravel_index(likeness.argmax(), likeness.shape))
        mean = (likeness[one] * sizes[one] + likeness[other] * sizes[other]) / (sizes[one] + sizes[other])
        likeness[one] = likeness[:, one] = mean
        likeness[other] = likeness[:, other] = likeness[one, one] = -1.0
        sizes[one] += sizes[other]
        affair = [one if number == other else number for number in affair]
    return affair


def _likeness(articles: Sequence[Counter[str]]) -> NDArray[Any]:
    """Return the cosine of each two articles by words that more than one has; -1 for an article and itself."""
    having = Counter(word for words in articles for word in words)
    columns = {word: number for number, word in enumerate(word for word in having if having[word] > 1)}
    weights = np.zeros((len(articles), len(columns)))
    for row, words in zip(weights, articles, strict=True):
        for word, times in words.items():
            if word in columns:
                row[columns[word]] = (1 + log(times)) * log(len(articles) / having[word])
    norms = np.linalg.norm(weights, axis=1, keepdims=True)
    weights /= np.where(norms, norms, 1.0)
    cosines: NDArray[Any] = weights @ weights.T
    np.fill_diagonal(cosines, -1.0)
    return cosines


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
