"""Finds stances that nouns tell: "Peru's rejection of the plan", "voiced support for it", "a demand for talks"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.extract.matching.parties import holders
from communique.extract.plans.points import after_colon
from communique.extract.plans.stances import parties_of, suits
from communique.extract.plans.stands import Matters, Stand
from communique.extract.plans.topics import topics
from communique.extract.plans.turns import turned_round
from communique.lexicon.proposals import StanceRule
from communique.reading import Argument, Clause
from communique.records.actors import Actor
from communique.records.proposals import Stance
from communique.records.texts import Span

_OWN = frozenset({"possessor", "by", "from", "compound"})


def stances_of_nouns(about: Matters) -> Iterator[Stand]:
    """Yield the stances that nouns tell by the rules of stance_nouns.yaml, and what a party's consent hangs on."""
    for clause in about.reading.clauses:
        if clause.pos == "noun":
            for rule in about.lexicon.stance_nouns.get(about.reading.tokens[clause.head].lemma, ()):
                yield from _by_rule(about, clause, rule)
        elif clause.predicate in about.lexicon.words["depending"]:
            yield from _hanging(about, clause)


def _by_rule(about: Matters, clause: Clause, rule: StanceRule) -> Iterator[Stand]:
    above = about.reading.clauses[clause.under] if clause.under is not None else None
    negated = _told(about, clause, above)
    if negated is None:
        return
    stance = rule.negated if negated else rule.gives
    if stance is None:
        return
    for party in _parties(about, clause, above):
        for topic, plan in _about(about, clause, above, rule):
            cue, holder = about.reading.span(clause.head, clause.head + 1), holders(about.reading, clause.head)
            yield Stand(*party, stance, topic, plan, rule.id, holder, cue, clause.sentence)


def _told(about: Matters, clause: Clause, above: Clause | None) -> bool | None:
    """Whether the noun's stance is told as not there ("no objection"); None where it is only wished for or supposed."""
    words = about.lexicon.words
    none = any(t.norm == "no" for t in about.reading.dependents[clause.head])
    if above is None:
        return none
    if above.pos == "noun":
        return None
    if clause.mark is not None and clause.mark not in words["telling_prepositions"]:
        return None
    hangs = above.predicate in words["depending"]
    if above.modal or hangs or above.mark in words["conditions"] or above.mark == "whether":
        return None
    object_ = any(a.head == clause.head for a in above.all("object", "attribute")) and not above.passive
    if not object_:
        return none if above.tense != "none" or clause.mark is not None else None
    known = above.predicate in words["voicing"] | words["enjoying"] | words["mentioning"]
    if not known or turned_round(about, above) is not False:
        return None
    return none or above.negated


def _parties(about: Matters, clause: Clause, above: Clause | None) -> list[tuple[Actor, Actor | None]]:
    """Whose the stance is: the noun's own party, or who voices it, or of whom a plan has it ("has Italy's backing")."""
    found = list(parties_of(about, clause, _OWN))
    if found or above is None:
        return found
    if _enjoyed(about, above) is not None:
        return list(parties_of(about, clause, frozenset({"of"})))
    voiced = above.predicate in about.lexicon.words["voicing"]
    return list(parties_of(about, above, frozenset({"subject"}))) if voiced else []


def _enjoyed(about: Matters, above: Clause) -> Argument | None:
    """The plan that has somebody's support: "[the plan] won the support of Jordan", "met with opposition"."""
    subject = above.one("subject")
    enjoys = above.predicate in about.lexicon.words["enjoying"] and subject is not None
    return subject if enjoys and subject is not None and about.speaks_of_plan(above, subject) else None


def _about(about: Matters, clause: Clause, above: Clause | None, rule: StanceRule) -> Iterator[tuple[Span, str | None]]:
    """Yield what the stance is about: what hangs on the noun, what it is said to be, what a colon lists."""
    reading = about.reading
    if rule.target == "other" and above is not None:
        counted = after_colon(reading, clause.head, about.lexicon.numbers)
        yield from ((reading.span(*piece), None) for piece in counted)
        if counted:
            return
        stands = [a.role for a in above.arguments if a.head == clause.head]
        if above.predicate in about.lexicon.words["counting"] | {"be"} and stands[:1] in (["subject"], ["among"]):
            roles = ("object", "attribute") if stands[0] == "subject" else ("subject", "attribute")
            said = [
                a for a in above.all(*roles) if a.head != clause.head and reading.tokens[a.head].pos in ("NOUN", "VERB")
            ]
            yield from ((span, None) for a in said for span in topics(about, above, a, None, rule))
            return
    enjoyed = _enjoyed(about, above) if above is not None else None
    target = clause.one(*(rule.roles - {"of"} if enjoyed is not None else rule.roles)) or enjoyed
    inner = reading.clause_at.get(target.head) if target is not None else None
    if target is not None and inner is not None and inner.pos == "verb" and rule.target == "plan":
        target = inner.one("object", "to") if inner.predicate in about.lexicon.stances else None  # "for accepting it"
    if target is None:
        return
    plan = about.plan(clause, target)
    if plan is not None or suits(about, clause, target, rule):
        yield from ((span, plan) for span in topics(about, clause, target, plan, rule))


def _hanging(about: Matters, clause: Clause) -> Iterator[Stand]:
    """ "Poland's acceptance of the pact hinges on guarantees": a condition."""
    subject = clause.one("subject")
    inner = about.reading.clause_at.get(subject.head) if subject is not None else None
    consent = inner is not None and about.reading.tokens[inner.head].lemma in about.lexicon.words["consenting"]
    if inner is None or subject is None or not consent or clause.one("on", "upon") is None or clause.negated:
        return
    of = inner.one("of", "to", "for", "in")
    topic = about.reading.span(of.first, of.last) if of else about.reading.span(subject.first, subject.last)
    stance: Stance = "conditional"
    cue, holder = about.reading.span(clause.head, clause.head + 1), holders(about.reading, clause.head)
    for party in parties_of(about, inner, _OWN):
        plan = about.plan(inner, of) if of else None
        yield Stand(*party, stance, topic, plan, "hangs", holder, cue, clause.sentence)
