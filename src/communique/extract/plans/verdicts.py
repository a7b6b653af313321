"""Finds judgements on plans: "the text is unacceptable", "called the proposal a good basis"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.matching.parties import holders
from communique.extract.plans.stances import Matters, Stand, parties_of, turned_round, without_relatives
from communique.reading import Argument, Clause
from communique.records.proposals import Stance


def verdicts_of_clauses(about: Matters) -> Iterator[Stand]:
    """Yield the stances of those who call, consider or describe a plan as something."""
    for clause in about.reading.clauses:
        if clause.predicate not in about.lexicon.words["calling"] or clause.negated or clause.modal:
            continue
        target, verdict = _judged(about, clause)
        if target is None or verdict is None or turned_round(about, clause) is not False:
            continue
        cue, holder = about.reading.span(clause.head, clause.head + 1), holders(about.reading, clause.head)
        for found in parties_of(about, clause, frozenset({"subject"})):
            topic, plan = without_relatives(about.reading, target), about.plan(clause, target)
            yield Stand(*found, verdict, topic, plan, "verdict", holder, cue, clause.sentence)


def _judged(about: Matters, clause: Clause) -> tuple[Argument | None, Stance | None]:
    """The plan that a clause judges, and the stance in the judgement."""
    target = clause.one("object")
    if target is not None and about.speaks_of_plan(clause, target):
        return target, verdict_of(about, clause)
    below = (about.reading.clause_at.get(child) for child in about.reading.children[clause.head])
    for small in below:  # "considers [the deal dead]"
        if small is not None and small.pos == "adjective" and (subject := small.one("subject")) is not None:
            return (subject, _stance(about, [small.head])) if about.speaks_of_plan(small, subject) else (None, None)
    return None, None


def verdict_of(about: Matters, clause: Clause) -> Stance | None:
    """Return the stance in what is said of a plan: "is unacceptable", "called it a good basis"."""
    if clause.modal:
        return None
    below = [about.reading.tokens[child] for child in about.reading.children[clause.head]]
    heads = [t.index for t in below if t.dep in ("attr", "acomp", "oprd")]
    heads += [child for t in below if t.norm == "as" for child in about.reading.children[t.index]]
    inner = [child for head in heads for child in about.reading.children[head]]
    return _stance(about, [*heads, *inner], clause.negated)


def _stance(about: Matters, heads: list[int], negated: bool = False) -> Stance | None:
    words = (about.reading.tokens[head].lemma for head in heads)
    verdict = next((about.lexicon.verdicts[word] for word in words if word in about.lexicon.verdicts), None)
    if verdict is None:
        return None
    return verdict.negated if negated else verdict.gives
