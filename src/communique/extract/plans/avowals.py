"""Finds stances that a party avows in its own speech: what it demands of others, aims at, offers, gives credit for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extract.matching.plan_makers import predicate_keys
from communique.extract.matching.plan_mentions import party_key
from communique.extract.plans.points import trimmed
from communique.extract.plans.provisions import is_principle
from communique.extract.plans.stands import Matters, Stand
from communique.extract.plans.topics import terms_demanded, topic_of
from communique.extract.plans.turns import condition_of
from communique.extract.plans.verdicts import closed, seen_in, verdict_of, words_of_verdict
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor
from communique.records.proposals import Stance
from communique.records.statements import Statement
from communique.records.texts import Span


def stances_of_speech(about: Matters, statement: Statement) -> Iterator[Stand]:
    """Yield the stances in the content of a statement, those of its speaker's party."""
    found = about.party(statement.speaker)
    if found is None:
        return
    for clause in about.verbs_in(statement.content):
        for stance, rule, topic in _in_content(about, clause, found[0], statement):
            on = about.plan(clause, topic) if isinstance(topic, Argument) else None
            span = topic_of(about.reading, clause, topic) if isinstance(topic, Argument) else topic
            span = _within(about.reading, span, statement.content)
            cue = words_of_verdict(about, clause) if rule == "verdict" else statement.cue
            yield Stand(*found, stance, span, on, rule, statement.holder, cue, clause.sentence)


def _within(reading: Reading, span: Span, content: Sequence[Span]) -> Span:
    """Return a span cut where its piece of the speech ends: "would go, [she said], if the others went"."""
    piece = next((p for p in content if p.start <= span.start < p.end < span.end), None)
    return reading.article.span(span.start, piece.end) if piece is not None else span


def _in_content(
    about: Matters, clause: Clause, party: Actor, statement: Statement
) -> Iterator[tuple[Stance, str, Argument | Span]]:
    reading, words = about.reading, about.lexicon.words
    if clause.mark in words["conditions"] | words["asking"] or _asks(reading, clause):
        return
    if _reported_by_another(reading, clause, statement):
        return
    subject = clause.one("subject")
    doer = reading.actor_at(subject.head) if subject is not None else None
    other = doer is not None and doer.kind not in ("document", "collective") and party_key(doer) != party_key(party)
    own = doer is not None and party_key(doer) == party_key(party)
    other = other and not _anybody(reading, subject)
    on_plan = subject is not None and about.speaks_of_plan(clause, subject)
    if clause.modal in words["demanding"] and (on_plan or (other and not clause.passive)):
        terms = terms_demanded(about, clause) if on_plan else []
        for span in terms if len(terms) > 1 else [_clause_span(reading, clause)]:
            yield "demands", "should", span
    elif subject is not None and on_plan and (verdict := verdict_of(about, clause)) is not None:
        yield verdict, "verdict", subject
    elif clause.predicate == "be" and (seen := seen_in(about, clause))[0] is not None and seen[1] is not None:
        yield seen[1], "verdict", seen[0]
    elif clause.predicate == "be" and not on_plan and (stance := closed(about, clause)) is not None:
        yield stance, "closed", _clause_span(reading, clause)
    elif goal := _goal(about, clause):
        yield goal
    elif is_principle(reading, clause, about.lexicon) and statement.speaker is not None:
        yield "proposes", "principle", _clause_span(reading, clause)
    elif own and not clause.negated and (offered := _offered(about, clause)) is not None:
        yield offered, "offer", _clause_span(reading, clause)
    elif (
        other
        and not clause.negated
        and not clause.modal
        and clause.tense == "present"
        and reading.tokens[clause.head].lemma in words["respecting"]
    ):
        yield "welcomes", "respects", _clause_span(reading, clause)


def _asks(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is a question within speech: "no reason why he should go", "asked whom she would back"."""
    return any(
        t.tag in ("WRB", "WP") and t.index < clause.head and t.dep != "nsubj" for t in reading.dependents[clause.head]
    )


def _anybody(reading: Reading, subject: Argument | None) -> bool:
    """Whether a subject is nobody in particular: "*a president* must be ready" asks nothing of anybody."""
    below = reading.dependents[subject.head] if subject is not None else ()
    return any(t.dep == "det" and t.norm in ("a", "an", "any", "every") for t in below)


def _reported_by_another(reading: Reading, clause: Clause, statement: Statement) -> bool:
    """Whether the clause lies in speech inside the speech: what A says that B demands is B's."""
    token = reading.tokens[clause.head]
    for attribution in reading.attributions_holding(token.start):
        inner = any(s.start <= token.start and token.end <= s.end for s in attribution.content)
        cue = attribution.cue[0] if attribution.cue else None
        if (
            inner
            and cue is not None
            and cue != statement.cue
            and any(s.start <= cue.start and cue.end <= s.end for s in statement.content)
        ):
            return True
    return False


def _offered(about: Matters, clause: Clause) -> Stance | None:
    """What a party says that it would do for the others: a proposal, or a condition ("would withdraw if")."""
    words = about.lexicon.words
    if clause.modal not in words["undertaking_modals"]:
        return None
    if condition_of(about, clause) is not None:
        gives = _contributes(about, clause) or clause.predicate in words["conceding"]
        return "conditional" if gives else None
    return "proposes" if clause.modal in ("would", "will") and _contributes(about, clause) else None


def _contributes(about: Matters, clause: Clause) -> bool:
    words = about.lexicon.words["contributing"]
    return any(key in words for key in predicate_keys(about.reading, clause))


def _goal(about: Matters, clause: Clause) -> tuple[Stance, str, Argument | Span] | None:
    """ "Our goal is to prevent X": opposed to X; "the aim is ensuring that X (not)": that is demanded."""
    reading, words = about.reading, about.lexicon.words
    above = reading.clauses[clause.under] if clause.under is not None else None
    naming = [above] if above is not None and above.predicate == "be" and not above.negated else []
    naming += [clause] if clause.progressive else []  # "the goal was ensuring", read as one verb
    named = [a for n in naming for a in n.all("subject", "attribute") if _is_goal(about, a)]
    target = clause.one("object", "complement")
    if not named or target is None or clause.negated:
        return None
    lemma = reading.tokens[clause.head].lemma
    if lemma in words["preventing"]:
        return "opposes", "goal", target
    if lemma in words["ensuring"]:
        return "demands", "goal", target
    return None


def _is_goal(about: Matters, argument: Argument) -> bool:
    return about.reading.tokens[argument.head].lemma in about.lexicon.words["goal_nouns"]


def _clause_span(reading: Reading, clause: Clause) -> Span:
    first = min(
        [a.first for a in clause.all("subject") if a.first < clause.head and a.last <= clause.head], default=clause.head
    )
    return reading.span(first, trimmed(reading, first, clause.last))
