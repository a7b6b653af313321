"""What a stance is about, in the text's words: a plan without what is told of it, demands one by one."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.plans.points import coordinated, listed, phrases, trimmed
from communique.extract.plans.stands import Matters
from communique.lexicon.proposals import StanceRule
from communique.reading import Argument, Clause, Reading
from communique.records.texts import Span


def topics(about: Matters, clause: Clause, target: Argument, plan: str | None, rule: StanceRule) -> list[Span]:
    """Return the words of what a stance is about: a plan without what is told of it, several demands one by one."""
    reading = about.reading
    if plan is not None or rule.target == "plan":
        return [without_relatives(reading, target)]
    if rule.target == "own":
        return [_without_condition(reading, clause)]
    if rule.target in ("refrain", "deed"):
        return [reading.span(target.head, trimmed(reading, target.head, target.last))]
    below = reading.clause_at.get(target.head)
    if below is not None and below.pos == "verb" and target.role == "complement" and not below.infinitive:
        if len(terms := terms_demanded(about, below)) > 1:
            return terms
        points = phrases(reading, coordinated(reading, below), clause.head, "")
        return [reading.span(point.first, point.last) for point in points]
    heads = listed(reading, target) if reading.tokens[target.head].pos == "NOUN" else []
    return _one_by_one(reading, target, heads) if len(heads) > 1 else [topic_of(reading, clause, target)]


def _one_by_one(reading: Reading, target: Argument, heads: Sequence[int]) -> list[Span]:
    edges = [max(reading.reach(h)[0], target.first) for h in heads]
    pieces = zip(edges, [*edges[1:], target.last], strict=True)
    return [reading.span(first, trimmed(reading, first, last)) for first, last in pieces]


def terms_demanded(about: Matters, clause: Clause) -> list[Span]:
    """Return what a deal must hold, one by one: "the deal must guarantee [a truce] and [a withdrawal]"."""
    contains = any(rule.take == "noun" for rule in about.lexicon.provisions.get(clause.predicate, ()))
    thing = clause.one("object") if contains and clause.modal in about.lexicon.words["demanding"] else None
    return _one_by_one(about.reading, thing, listed(about.reading, thing)) if thing is not None else []


def _without_condition(reading: Reading, clause: Clause) -> Span:
    """Return the verb with its phrases, without what it hangs on: "withdraw from the south [if ...]"."""
    apart = ("in", "on", "provided", "subject")
    kept = [a.last for a in clause.arguments if a.first > clause.head and a.role not in apart]
    return reading.span(clause.head, trimmed(reading, clause.head, max([*kept, clause.head + 1])))


def without_relatives(reading: Reading, target: Argument) -> Span:
    """Return the words of a plan without what a clause or an apposition tells of it."""
    below = [reading.tokens[c] for c in reading.children[target.head] if c > target.head]
    asides = [t.index for t in below if t.dep in ("relcl", "acl", "appos")]
    last = min([reading.reach(c)[0] for c in asides], default=target.last)
    return reading.span(target.first, trimmed(reading, target.first, max(last, target.head + 1)))


def topic_of(reading: Reading, clause: Clause, target: Argument) -> Span:
    """Return the words of the target, with whoever is to do what is demanded, without "for" and "that"."""
    first, last = target.first, target.last
    if reading.tokens[first].dep == "mark":
        first += 1
    below = reading.clause_at.get(target.head)
    doer = below.one("subject") if below is not None else None
    whom = next((a for a in clause.all("object", "indirect") if doer is not None and a.head == doer.head), None)
    if target.role == "complement" and whom is not None and whom.first < first:
        first = whom.first
    last = next(
        (i for i in range(target.head + 1, last) if reading.tokens[i].norm == "," and _splits(reading, i)), last
    )
    follows = after_on(reading, target) if target.role == "on" else None
    last = max(last, follows.last) if follows is not None else last
    return reading.span(first, trimmed(reading, first, last))


def after_on(reading: Reading, target: Argument) -> Clause | None:
    """Return the infinitive in "called on Israel to open the crossing"."""
    after = reading.tokens[target.last] if target.last < len(reading.tokens) else None
    return (
        reading.clause_at.get(after.head)
        if after is not None and after.tag == "TO" and after.head > target.last
        else None
    )


def _splits(reading: Reading, comma: int) -> bool:
    """Whether what follows a comma is a participle of the main story (", saying it was time ...")."""
    following = reading.tokens[comma + 1] if comma + 1 < len(reading.tokens) else None
    return following is not None and following.tag == "VBG" and following.dep in ("advcl", "ccomp", "conj")
