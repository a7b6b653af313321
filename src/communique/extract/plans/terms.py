"""Finds the terms of a plan outside the plain "it calls for": lists of examples, exchanges, what it is for, phases.

"Nine points, among them [a truce]"; "[the release of ten men] in exchange for [a pause]"; "a proposal for [a two-month
truce]"; "the plan calls for a truce. [Both armies would leave the town]".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from communique.extract.matching.parties import holders, parties
from communique.extract.matching.plan_mentions import topic_lemmas
from communique.extract.plans.points import Point, coordinated, cut, listed, phrases, reach, trimmed
from communique.lexicon.proposals import ProposalLexicon
from communique.reading import Argument, Clause, Reading, Token

_NOUNS = ("NOUN", "PROPN")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LISTS: tuple[tuple[str, ...], ...] = (
    ("such", "as"), ("among", "them"), ("among", "which", "are"), ("including",), ("namely",), ("notably",), (":",),
)  # fmt: skip
_TRADES: tuple[tuple[str, ...], ...] = (
    ("in", "exchange", "for"), ("in", "return", "for"), ("followed", "by"), ("along", "with"), ("together", "with"),
    ("coupled", "with"), ("accompanied", "by"),
)  # fmt: skip
_NEAR = 2
"""How many sentences after the plan "the first phase" is still the plan's."""


def enumerated(reading: Reading, head: int, lexicon: ProposalLexicon) -> list[int]:
    """Return the heads of what is listed after a word for points: "ten points, among them [respect] and [a ban]"."""
    tokens, last = reading.tokens, reading.sentences[reading.tokens[head].sentence].last
    for index in range(head + 1, last):
        if tokens[index].tag in _FINITE:
            return []
        opener = _opener(reading, index, _LISTS)
        if opener is not None:
            first = index + len(opener)
            top = next((t for t in tokens[first:last] if _tops(t, first, last)), None)
            argument = Argument("object", first, last, top.index) if top is not None else None
            found = listed(reading, argument, lexicon.words["deeds"]) if argument is not None else []
            return found if len(found) > 1 or opener != (":",) else []
    return []


def _opener(reading: Reading, index: int, openers: Collection[tuple[str, ...]]) -> tuple[str, ...] | None:
    norms = tuple(t.norm for t in reading.tokens[index : index + 3])
    return next((words for words in openers if norms[: len(words)] == words), None)


def _tops(token: Token, first: int, last: int) -> bool:
    outside = not first <= token.head < last or token.head == token.index
    return outside and (token.pos in _NOUNS or token.tag == "VBG")


def traded(reading: Reading, points: Sequence[Point], lexicon: ProposalLexicon) -> list[Point]:
    """Return the points, those apart that are given for others or follow them: "[this] in return for [that]"."""
    found: list[Point] = []
    ordered = sorted(points, key=lambda p: p.first)
    for number, point in enumerate(ordered):
        last = reading.sentences[reading.tokens[point.head].sentence].last
        if number + 1 < len(ordered) and ordered[number + 1].first < last:
            last = ordered[number + 1].first
        at = next((i for i in range(point.first, last) if _opener(reading, i, _TRADES)), None)
        other = _given(reading, at, lexicon) if at is not None else []
        if other and at is not None:
            start = at
            while reading.tokens[at].norm == "followed" and reading.tokens[start - 1].pos == "AUX":
                start -= 1
            point = _before(reading, point, start)
        found += [point, *other]
    return found


def _given(reading: Reading, at: int, lexicon: ProposalLexicon) -> list[Point]:
    """What stands after "in exchange for", if it is something done, no people or goods."""
    opener = _opener(reading, at, _TRADES)
    preposition = at + len(opener or ()) - 1
    below = [t for t in reading.dependents[preposition] if t.index > preposition]
    inner = next((t for t in below if t.dep in ("pobj", "pcomp")), None)
    if inner is None:
        return []
    verb = reading.clause_at.get(inner.index)
    if inner.tag == "VBG" and verb is not None:
        return phrases(reading, coordinated(reading, verb), at, "exchange", whom=(), bare=True)
    lemmas = topic_lemmas(reading, sorted(reading.subtree(inner.index)))
    measure = inner.lemma in lexicon.words["measures"]
    if (
        inner.pos not in _NOUNS
        or inner.index in reading.mention_at
        or not (measure or lexicon.topic(lemmas) != "other")
    ):
        return []
    given = listed(reading, Argument("for", *reading.reach(inner.index), inner.index))
    return cut(reading, [Point(*reach(reading, head), head, at, "exchange") for head in given if head >= inner.index])


def measures(
    reading: Reading, argument: Argument, cue: int, rule: str, lexicon: ProposalLexicon, every: bool = False
) -> list[Point]:
    """Return the noun phrases of a list whose first one is a measure such as a truce or a release, one by one."""
    heads = [h for h in listed(reading, argument) if h >= argument.head]
    kind = lexicon.words["measures"]
    kept = [h for h in heads if reading.tokens[h].lemma in kind and reading.tokens[h + 1].norm != "to"]
    if not kept or kept[0] != heads[0]:
        return []
    points = []
    for head in heads if every else kept:
        first, last = reach(reading, head)
        points.append(Point(first, last, head, cue, rule))
    return cut(reading, points)


def purposes(reading: Reading, head: int, lexicon: ProposalLexicon) -> list[Point]:
    """Return what a plan is for or comes with: "a proposal for [a truce]", "a plan to [free the crew]"."""
    points: list[Point] = []
    after = reading.tokens[head + 1 : head + 2]
    for child in {t.index: t for t in (*reading.dependents[head], *after)}.values():
        if child.index < head:
            continue
        if child.dep == "prep" and child.norm in lexicon.words["purpose_prepositions"]:
            below = [t for t in reading.dependents[child.index] if t.dep == "pobj"]
            arguments = (Argument("for", *reading.reach(t.index), t.index) for t in below)
            points += [
                p for a in arguments for p in measures(reading, a, head, "purpose", lexicon, child.norm == "with")
            ]
        verb = reading.clause_at.get(child.index)
        if verb is not None and verb.infinitive and child.lemma in lexicon.words["measure_verbs"]:
            points += phrases(reading, coordinated(reading, verb), head, "purpose", whom=(), bare=True)
    return traded(reading, points, lexicon)


def itself(reading: Reading, head: int, lexicon: ProposalLexicon) -> list[Point]:
    """Return what somebody proposes without calling it a plan: "proposed [a withdrawal] and [a joint patrol]"."""
    argument = Argument("object", *reading.reach(head), head)
    return traded(reading, measures(reading, argument, reading.tokens[head].head, "proposed", lexicon, True), lexicon)


def after_aside(reading: Reading, clause: Clause) -> tuple[Argument, ...]:
    """Return the object after words between commas, wherever the parser hung it: "includes, they say, [a truce]"."""
    tokens, last = reading.tokens, reading.sentences[clause.sentence].last
    if clause.head + 1 >= last or tokens[clause.head + 1].norm != ",":
        return ()
    closing = next((i for i in range(clause.head + 2, min(clause.head + 20, last)) if tokens[i].norm == ","), None)
    if closing is None or closing + 1 >= last or tokens[closing + 1].pos not in ("DET", "ADJ", "NOUN", "NUM", "VERB"):
        return ()
    top = next((t for t in tokens[closing + 1 : last] if _tops(t, closing + 1, last)), None)
    return (Argument("object", closing + 1, last, top.index),) if top is not None and top.pos == "NOUN" else ()


def beside(reading: Reading, clause: Clause, points: Sequence[Point], lexicon: ProposalLexicon) -> list[Point]:
    """Return the points and what comes with them: "foresees a truce, with [the withdrawal of guns] to follow"."""
    tokens = reading.tokens
    found = list(points)
    for index in range(clause.head + 1, reading.sentences[clause.sentence].last):
        with_ = tokens[index].norm == "with" and tokens[index - 1].norm == ","
        if with_ or (tokens[index].norm == "including" and tokens[index - 1].norm in (",", "and")):
            inner = next((t for t in tokens[index + 1 :][:6] if t.head == index or t.dep in ("pobj", "nsubj")), None)
            if inner is not None and inner.pos in _NOUNS:
                argument = Argument("with", *reading.reach(inner.index), inner.index)
                more = measures(reading, argument, clause.head, "beside", lexicon)
                found = [_before(reading, point, index) if more else point for point in found] + more
    return found


def _before(reading: Reading, point: Point, index: int) -> Point:
    """Return a point that ends before a token, and before an auxiliary there ("[a truce] would be followed by")."""
    if not point.first < index < point.last:
        return point
    last = trimmed(reading, point.first, index)
    return Point(point.first, last, min(point.head, last - 1), point.cue, point.rule, point.addressees)


def phases(reading: Reading, plans: Mapping[str, Collection[int]], lexicon: ProposalLexicon) -> dict[str, set[int]]:
    """Return the tokens that name a part of each plan without naming it: "the first phase", "its main provisions"."""
    found: dict[str, set[int]] = {}
    heads = sorted((head, name) for name, each in plans.items() for head in each)
    for token in reading.tokens if heads else ():
        if token.lemma not in lexicon.words["phases"]:
            continue
        below = reading.dependents[token.index]
        definite = any(t.norm in ("the", "its", "that", "this") for t in below if t.index < token.index)
        if not definite or any(t.norm in ("of", "in") and t.index > token.index for t in below):
            continue
        before = [(head, name) for head, name in heads if head < token.index]
        if before and token.sentence - reading.tokens[before[-1][0]].sentence <= _NEAR:
            found.setdefault(before[-1][1], set()).add(token.index)
            heads = sorted([*heads, (token.index, before[-1][1])])
    return found


def continued(reading: Reading, sentence: int, cue: int, lexicon: ProposalLexicon) -> Iterator[Point]:
    """Yield the points of a sentence that goes on with those before: "The plan calls for a truce. [Both armies would
    leave]".

    They are told in "would" by whoever told the points before (at token `cue`), and on a known topic; what somebody
    would say or think of the plan is none.
    """
    for clause in reading.clauses:
        goes_on = clause.sentence == sentence and clause.pos == "verb" and _goes_on(reading, clause, lexicon)
        if goes_on and holders(reading, clause.head) == holders(reading, cue):
            yield from phrases(reading, coordinated(reading, clause), clause.head, "continued")
            return


def _goes_on(reading: Reading, clause: Clause, lexicon: ProposalLexicon) -> bool:
    token, subject = reading.tokens[clause.head], clause.one("object" if clause.passive else "subject")
    if token.dep != "ROOT" or clause.modal != "would" or clause.perfect or subject is None:
        return False
    named = reading.tokens[subject.head].pos in _NOUNS or bool(parties(reading, subject))
    rules = lexicon.stances.get(clause.predicate, ())
    views = token.lemma in lexicon.words["viewing"] or any(r.target == "plan" or r.gives == "rejects" for r in rules)
    supposed = any(reading.clauses[c].mark in lexicon.words["conditions"] for c in _under(reading, clause))
    lemmas = topic_lemmas(reading, sorted(reading.subtree(clause.head)))
    does = any(reading.tokens[i].lemma in lexicon.words["measure_verbs"] for i in (clause.head, *_by(reading, clause)))
    return named and not views and not supposed and (does or lexicon.topic(lemmas) != "other")


def _by(reading: Reading, clause: Clause) -> Iterator[int]:
    """The verbs in "would start by releasing", "would begin with lifting"."""
    return (a.head for a in clause.all("by", "with") if reading.tokens[a.head].tag == "VBG")


def _under(reading: Reading, clause: Clause) -> Iterator[int]:
    below = (reading.clause_at.get(child) for child in reading.children[clause.head])
    return (c.index for c in below if c is not None)
