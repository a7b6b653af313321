"""Finds judgements on plans: "the text is unacceptable", "called it a good basis", "for Cyprus, it is a trap", "saw
nothing new in it"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from communique.extract.matching.parties import holders
from communique.extract.plans.stances import parties_of
from communique.extract.plans.stands import Matters, Stand
from communique.extract.plans.topics import without_relatives
from communique.extract.plans.turns import turned_round
from communique.lexicon.proposals import Verdict
from communique.reading import Argument, Clause
from communique.records.proposals import Stance
from communique.records.texts import Span

_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_JUDGING = _AUXILIARY | {"attr", "acomp", "oprd", "dobj", "advmod", "prt"}


def verdicts_of_clauses(about: Matters) -> Iterator[Stand]:
    """Yield the stances of those who call, consider or describe a plan as something, or for whom it is something."""
    for clause in about.reading.clauses:
        if clause.pos == "noun" or clause.modal:
            continue
        calls = clause.predicate in about.lexicon.words["calling"]
        target, verdict = _judged(about, clause) if calls else _found(about, clause)
        if target is None or verdict is None or (calls and turned_round(about, clause) is not False):
            continue
        cue, holder = about.reading.span(clause.head, clause.head + 1), holders(about.reading, clause.head)
        for found in parties_of(about, clause, frozenset({"subject"} if calls else {"for", "to"})):
            topic, plan = without_relatives(about.reading, target), about.plan(clause, target)
            yield Stand(*found, verdict, topic, plan, "verdict", holder, cue, clause.sentence)


def judged_in_speech(about: Matters) -> Iterator[Argument]:
    """Yield what somebody's words judge: "[the plan] is unacceptable, Serbia said"."""
    for attribution in about.reading.attributions:
        for clause in about.verbs_in(attribution.content):
            subject, (seen, stance) = clause.one("subject"), seen_in(about, clause)
            if subject is not None and about.speaks_of_plan(clause, subject) and verdict_of(about, clause) is not None:
                yield subject
            elif seen is not None and stance is not None:
                yield seen


def _found(about: Matters, clause: Clause) -> tuple[Argument | None, Stance | None]:
    """The plan that is something for somebody: "for Cyprus, the plan is a trap", "the plan is acceptable to Egypt"."""
    subject = clause.one("subject")
    if subject is None or not about.speaks_of_plan(clause, subject):
        return None, None
    if clause.pos == "adjective":
        above = about.reading.clauses[clause.under] if clause.under is not None else None
        negated = clause.negated or (above is not None and above.negated)
        return subject, _stance(about, [clause.head], negated) if clause.one("to") is not None else None
    ahead = any(a.first < subject.first for a in clause.all("for"))
    return subject, verdict_of(about, clause) if ahead else None


def seen_in(about: Matters, clause: Clause) -> tuple[Argument | None, Stance | None]:
    """Return the plan in which there is something, and the stance in that: "there was little new in the plan"."""
    reading, tokens = about.reading, about.reading.tokens
    thing = clause.one("attribute" if clause.predicate == "be" else "object")
    if thing is None or clause.modal or any(t.dep == "neg" for t in reading.dependents[clause.head]):
        return None, None
    inside = (c for i in range(thing.head + 1, clause.last) if tokens[i].norm == "in" for c in reading.dependents[i])
    plans = (Argument("in", *reading.reach(t.index), t.index) for t in inside if t.dep == "pobj")
    target = next((plan for plan in plans if about.speaks_of_plan(clause, plan)), None)
    hung = [t for head in (thing.head, *([target.head] if target else [])) for t in reading.dependents[head]]
    below = [t.index for t in hung if t.dep == "relcl" or (t.dep == "amod" and t.head == thing.head)]
    said = [child for head in below for child in (head, *reading.children[head])]
    return (target, _stance(about, [thing.head, *said])) if target is not None else (None, None)


def _judged(about: Matters, clause: Clause) -> tuple[Argument | None, Stance | None]:
    """The plan that a clause judges, and the stance in the judgement."""
    if clause.predicate in about.lexicon.words["seeing"] and (seen := seen_in(about, clause))[1] is not None:
        return seen
    if clause.negated:
        return None, None
    target = clause.one("object")
    if target is not None and about.speaks_of_plan(clause, target):
        return target, verdict_of(about, clause)
    below = (about.reading.clause_at.get(child) for child in about.reading.children[clause.head])
    for small in below:  # "considers [the deal dead]"
        if small is not None and small.pos == "adjective" and (subject := small.one("subject")) is not None:
            return (subject, _stance(about, [small.head])) if about.speaks_of_plan(small, subject) else (None, None)
    return None, None


def verdict_of(about: Matters, clause: Clause) -> Stance | None:
    """Return the stance in what is said of a plan: "is unacceptable", "called it a basis", "did not go far enough"."""
    if clause.modal:
        return None
    reading = about.reading
    below = [reading.tokens[child] for child in reading.children[clause.head]]
    makes = clause.predicate in about.lexicon.words["constituting"]
    heads = [t.index for t in below if t.dep in ("attr", "acomp", "oprd") or (makes and t.dep == "dobj")]
    heads += [t.index for t in below if t.dep == "advmod" and t.index > clause.head]
    heads += [child for t in below if t.norm == "as" for child in reading.children[t.index]]
    inner = [child for head in heads for child in reading.children[head]]
    after = _after_but(about, heads)
    return (_stance(about, after) if after else None) or _stance(about, [clause.head, *heads, *inner], clause.negated)


def words_of_verdict(about: Matters, clause: Clause) -> Span:
    """Return the words that judge, without the plan: "[showed some progress but not enough] when they met"."""
    reading = about.reading
    judging = [t.index for t in reading.dependents[clause.head] if t.dep in _JUDGING]
    last = max((reading.reach(child)[1] for child in judging), default=clause.head + 1)
    first = min([clause.head, *(child for child in judging if reading.tokens[child].dep in _AUXILIARY)])
    return reading.span(first, max(last, clause.head + 1))


def _after_but(about: Matters, heads: list[int]) -> list[int]:
    """What a judgement comes down to: "some progress but [not enough]"."""
    reading = about.reading
    below = [t for head in heads for t in reading.dependents[head]]
    turns = any(t.dep == "cc" and t.norm in about.lexicon.words["turning"] for t in below)
    return [i for t in below if turns and t.dep == "conj" for i in (t.index, *reading.children[t.index])]


def closed(about: Matters, clause: Clause) -> Stance | None:
    """Return the stance of who says that a matter is not to be talked about: "the border is not up for discussion"."""
    reading, subject = about.reading, clause.one("subject")
    named = reading.mention_at.get(subject.head) if subject is not None else None
    pronoun = subject is None or reading.tokens[subject.head].pos not in ("NOUN", "PROPN")
    if pronoun or clause.modal or (named is not None and named.actor is not None):
        return None
    behind = [child for child in reading.children[clause.head] if child > clause.head]
    inner = [child for head in behind for child in reading.children[head]]
    return _stance(about, [*behind, *inner], clause.negated, about.lexicon.closed)


def _stance(
    about: Matters, heads: list[int], negated: bool = False, verdicts: Mapping[str, Verdict] | None = None
) -> Stance | None:
    """The stance of the first verdict there, one of several words ("step in the right direction") before one word."""
    tokens = about.reading.tokens
    known = about.lexicon.verdicts if verdicts is None else verdicts
    said = [f"{tokens[head].lemma} {' '.join(t.norm for t in tokens[head + 1 : head + 5])} " for head in heads]
    phrases = [v for words, v in known.items() if " " in words and any(s.startswith(words + " ") for s in said)]
    single = (known[tokens[head].lemma] for head in heads if tokens[head].lemma in known)
    verdict = next(iter(phrases), None) or next(single, None)
    if verdict is None:
        return None
    negated = negated or any(
        tokens[c].norm in ("no", "not", "hardly") and tokens[c].dep in ("neg", "det")
        for h in heads[:2]
        for c in about.reading.children[h]
    )
    return verdict.negated if negated else verdict.gives
