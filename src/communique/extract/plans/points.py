"""Cuts a list into its points: where each phrase of "stop firing, open the roads and free X" begins and ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.extract.matching.parties import parties
from communique.reading import Argument, Clause, Reading, Token
from communique.records.actors import Actor

_LEAD = frozenset({"and", "or", ",", ";", ":", "-", "–", "—", "to", '"', "both", "as", "well", "that"})


@dataclass(frozen=True, slots=True)
class Point:
    """Tokens [first, last) of one point, its head, the cue that hands it on, and to whom it is addressed."""

    first: int
    last: int
    head: int
    cue: int
    rule: str
    addressees: tuple[Actor, ...] = ()


def phrases(
    reading: Reading,
    clauses: Sequence[Clause],
    cue: int,
    rule: str,
    whom: tuple[Actor, ...] | None = None,
    bare: bool = False,
) -> list[Point]:
    """Return a point for each clause: with its subject where it is a finite clause, else from the verb on."""
    points = []
    items = frozenset(clause.head for clause in clauses)
    for clause in clauses:
        start = _infinitive_start(reading, clause) if clause.infinitive or bare else _start(reading, clause)
        misread = _misread_subject(reading, clause)
        subject = clause.one("subject") if misread is None else Argument("subject", misread, misread + 1, misread)
        last = reach(reading, clause.head, items)[1]
        addressed = whom if whom is not None else parties(reading, subject)
        points.append(Point(start, max(last, clause.head + 1), clause.head, cue, rule, addressed))
    return cut(reading, points)


def coordinated(reading: Reading, clause: Clause) -> list[Clause]:
    """Return the clause and the clauses joined to it, as the items of one list.

    In a list that ends with a comma and "and" ("stay calm and show restraint, avoid provocations, and talk") a bare
    "and" binds two verbs into one item.
    """
    found = [clause]
    for current in found:
        for child in reading.children[current.head]:
            joined = reading.clause_at.get(child)
            if joined is None or joined.pos != "verb" or joined in found:
                continue
            if reading.tokens[child].dep == "conj" or _misread_subject(reading, joined) is not None:
                found.append(joined)
    found += _bare_verbs(reading, clause, found)
    found += [c for c in _that_clauses(reading, clause) if c not in found]
    found.sort(key=lambda c: c.head)
    if any(_joint(reading, c) == ", and" for c in found[1:]):
        return [c for c in found if c is found[0] or _joint(reading, c) != "and"]
    return found


def _that_clauses(reading: Reading, clause: Clause) -> list[Clause]:
    """The further items of "that A be lifted, that B be opened, and that C resume", wherever the parser hung them."""
    found = []
    for index in range(clause.head + 1, clause.last) if clause.mark == "that" else ():
        token = reading.tokens[index]
        if token.norm == "that" and token.dep == "mark" and reading.tokens[index - 1].norm in (",", "and"):
            item = reading.clause_at.get(token.head)
            found += [item] if item is not None and item.pos == "verb" else []
    return found


def _bare_verbs(reading: Reading, clause: Clause, found: Sequence[Clause]) -> list[Clause]:
    """Bare verbs and infinitives right after a comma or "and" in a list of such, wherever the parser hung them."""
    if reading.tokens[clause.head].tag != "VB":
        return []
    extra = []
    for index in range(clause.head + 2, found[-1].head if len(found) > 1 else clause.last):
        other = reading.clause_at.get(index)
        first = index - 1 if reading.tokens[index - 1].tag == "TO" else index
        if len(found) == 1 and first == index:
            continue  # "to open the border and trade": too little to go by
        after = reading.tokens[first - 1].norm in (",", "and")
        if other is not None and other not in found and other.pos == "verb" and after and _is_bare(reading, index):
            extra.append(other)
    return extra


def _is_bare(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    below = {c.dep for c in reading.dependents[index] if c.tag != "TO"}
    return (
        token.tag in ("VB", "VBP", "VBD")
        and token.norm == token.lemma
        and not below & {"nsubj", "nsubjpass", "aux", "auxpass", "mark"}
    )


def _misread_subject(reading: Reading, clause: Clause) -> int | None:
    """The noun before "would" that the parser joined to the object: "free captives and [Chad] would leave"."""
    below = reading.dependents[clause.head]
    if (
        clause.modal is None
        or clause.infinitive
        or any(t.dep in ("nsubj", "nsubjpass", "expl", "csubj") for t in below)
    ):
        return None
    first = min((t.index for t in below if t.tag == "MD"), default=clause.head)
    before = reading.tokens[first - 1] if first else None
    return before.index if before is not None and before.dep == "conj" and before.pos in ("NOUN", "PROPN") else None


def _joint(reading: Reading, clause: Clause) -> str:
    """What joins a clause to the one before it: ", and", "and", ","; words before its own first word are looked at."""
    start = _start(reading, clause)
    before = [
        token.norm for token in reading.tokens[max(0, start - 3) : start] if token.norm in ("and", "or", ",", ";")
    ]
    if before[-2:] in ([",", "and"], [";", "and"], [",", "or"]):
        return ", and"
    return before[-1] if before else ""


def _start(reading: Reading, clause: Clause) -> int:
    """Where a clause's own words begin: its subject if that stands before the verb, else the verb with its adverb."""
    own = [
        c
        for c in reading.children[clause.head]
        if c < clause.head and reading.tokens[c].dep not in ("cc", "punct", "mark", "prep", "advcl", "preconj")
    ]
    if any(reading.tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in own):
        return min(i for c in own for i in reading.subtree(c))
    misread = _misread_subject(reading, clause)
    if misread is not None:
        return reading.reach(misread)[0]
    close = {i for c in own if reading.tokens[c].dep in ("neg", "advmod") for i in reading.subtree(c)}
    start = clause.head
    while start - 1 in close:
        start -= 1
    return start


def _infinitive_start(reading: Reading, clause: Clause) -> int:
    """Where an infinitive's words begin: at the verb, or at its subject where that is a thing and not an addressee."""
    own = next((c for c in reading.children[clause.head] if reading.tokens[c].dep in ("nsubj", "nsubjpass")), None)
    if reading.tokens[clause.head].dep == "acl":
        own = reading.tokens[clause.head].head
    if own is None and clause.passive and reading.tokens[clause.head].dep == "xcomp":
        own = next((a.head for a in clause.all("object")), None)  # "requires [the border] to be reopened"
    doer = own is not None and not clause.passive and (own in reading.mention_at or reading.actor_at(own) is not None)
    if own is not None and own < clause.head and not doer and clause.infinitive:
        return reading.reach(own)[0]
    start = clause.head
    while start - 1 in reading.children[clause.head] and reading.tokens[start - 1].dep in ("neg", "advmod", "auxpass"):
        start -= 1
    return start


def whole(reading: Reading, clause: Clause, cue: int, rule: str) -> Point:
    """Return the point that is a whole clause with its subject."""
    first = min([a.first for a in clause.all("subject") if a.first < clause.head], default=clause.head)
    return Point(first, trimmed(reading, first, clause.last), clause.head, cue, rule)


def listed(reading: Reading, argument: Argument, kinds: frozenset[str] = frozenset()) -> list[int]:
    """Return the heads of the noun phrases listed in an argument, those that the parser hung too low included.

    "an end to the fighting and an inquiry": a phrase after a comma or "and" with an article and, unless that is "a", a
    complement of its own is an item of the list; so is one after a comma in what is a list already, and a noun of one
    of the `kinds` with a complement.
    """
    found = [h for h in reading.coordinated(argument.head) if reading.tokens[h].pos in ("NOUN", "PROPN", "VERB")]
    later = [reading.tokens[i] for i in range(argument.head + 1, argument.last) if i not in found]
    joined = [t for t in later if t.dep in ("conj", "appos") and t.pos in ("NOUN", "PROPN")]
    found += [t.index for t in joined if _has_own_article(reading, t)]
    found += [t.index for t in joined if t.lemma in kinds and _is_item(reading, t)]
    if len(found) > 1:
        found += [t.index for t in joined if t.dep == "appos" and t.pos == "NOUN" and _follows_comma(reading, t)]
    return sorted(set(found))


def _is_item(reading: Reading, token: Token) -> bool:
    complement = any(t.dep == "prep" and t.index > token.index for t in reading.dependents[token.index])
    return complement and reading.tokens[reading.reach(token.index)[0] - 1].norm in ("and", ",")


def _has_own_article(reading: Reading, token: Token) -> bool:
    below = reading.dependents[token.index]
    article = next((t for t in below if t.dep == "det" and t.index < token.index), None)
    if article is None or reading.tokens[reading.reach(token.index)[0] - 1].norm not in ("and", ","):
        return False
    return article.norm in ("a", "an") or any(t.dep in ("prep", "acl", "relcl") for t in below)


def _follows_comma(reading: Reading, token: Token) -> bool:
    complement = any(c.dep in ("prep", "acl", "relcl") for c in reading.dependents[token.index])
    return complement and reading.tokens[reading.reach(token.index)[0] - 1].norm == ","


def after_colon(reading: Reading, head: int, numbers: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the tokens of what a colon lists after the counted noun at `head`; nothing if it is not that many things.

    "Chile made three demands of Peru: [an apology], [a treaty] and [talks]".
    """
    tokens, sentence = reading.tokens, reading.sentences[reading.tokens[head].sentence]
    count = next((numbers.get(t.norm, t.norm) for t in reading.dependents[head] if t.dep == "nummod"), None)
    colon = next((t.index for t in tokens[head + 1 : sentence.last] if t.norm == ":"), None)
    if count is None or colon is None or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[head:colon]):
        return []
    last = trimmed(reading, colon, sentence.last)
    commas = [t.index for t in tokens[colon + 1 : last] if t.norm in (",", ";")]
    joints = [t.index for t in tokens[(commas or [colon])[-1] + 1 : last] if t.norm == "and"]
    for edges in ([*commas, *joints[-1:]], commas, [*commas, *joints[:1]]):
        starts = [colon, *edges]
        pieces = [(first + 1, end) for first, end in zip(starts, [*edges, last], strict=True) if end > first + 1]
        pieces = [(first + (tokens[first].norm in ("and", "to")), end) for first, end in pieces]
        if str(len(pieces)) == str(count):
            return [(first, trimmed(reading, first, end)) for first, end in pieces]
    return []


def reach(reading: Reading, head: int, items: frozenset[int] | None = None) -> tuple[int, int]:
    """Return the tokens below `head`, first to last, without asides and the other `items` (default: conjuncts).

    Marks do not count: the full stop hangs on the verb, beyond any aside.
    """
    stack, first, last = [head], head, head
    while stack:
        current = stack.pop()
        first, last = min(first, current), max(last, current)
        for child in reading.children[current]:
            dep = reading.tokens[child].dep
            if items is not None:
                outside = child in items or _aside(reading, child)
            else:
                outside = current == head and (dep in ("conj", "cc", "preconj") or _aside(reading, child))
            if not outside and reading.tokens[child].pos != "PUNCT":
                stack.append(child)
    return first, trimmed(reading, first, last + 1)


def _aside(reading: Reading, child: int) -> bool:
    """What a participle or relative after a comma tells besides is no part of the point: ", splitting the council", ",
    which Niger opposes"."""
    token = reading.tokens[child]
    if token.norm == "according" and token.dep == "prep":
        return True
    if token.dep == "relcl" and child > token.head:
        return reading.tokens[reading.reach(child)[0] - 1].norm == ","
    return token.dep == "advcl" and token.tag == "VBG" and child > token.head and reading.tokens[child - 1].norm == ","


def trimmed(reading: Reading, first: int, last: int) -> int:
    """Return `last` moved back over punctuation and conjunctions, never before `first` + 1."""
    while last - 1 > first and (
        reading.tokens[last - 1].pos == "PUNCT" or reading.tokens[last - 1].norm in ("and", "or", "but")
    ):
        last -= 1
    return max(last, first + 1)


def cut(reading: Reading, points: Sequence[Point]) -> list[Point]:
    """Return the points, each ended before the next one begins, whatever the tree says."""
    ordered = sorted(points, key=lambda p: p.head)
    done: list[Point] = []
    for number, point in enumerate(ordered):
        last = point.last
        for following in ordered[number + 1 :]:
            if point.first < following.first < last:
                last = trimmed(reading, point.first, _lead(reading, following.first))
        done.append(Point(point.first, max(last, point.first + 1), point.head, point.cue, point.rule, point.addressees))
    return done


def _lead(reading: Reading, first: int) -> int:
    """Where the words that lead over to a point begin: ", and on Israeli forces to [withdraw]"."""
    at = first
    on = next((i for i in range(first - 1, max(first - 8, 0), -1) if reading.tokens[i].norm == "on"), None)
    if on is not None and reading.tokens[first - 1].norm == "to" and called_on(reading, first - 1) is not None:
        at = on
    while at - 1 > 0 and reading.tokens[at - 1].norm in _LEAD | {"for"}:
        at -= 1
    return at


def called_on(reading: Reading, to: int) -> int | None:
    """Return the head of the noun phrase between "on" and the "to" at token `to`."""
    for index in range(to - 1, max(to - 8, 0), -1):
        token = reading.tokens[index]
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
        if token.norm == "on":
            return next((c for c in reading.children[index] if reading.tokens[c].dep == "pobj" and c < to), None)
    return None
