"""One telling of a happening: its status, time and place as one sentence gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.matching.fillers import PLACES
from communique.extract.matching.finding import reason_to
from communique.extract.matching.homes import place_inside
from communique.extract.matching.matches import Match
from communique.extract.matching.parties import filling, holders
from communique.lexicon.rules import EventRules
from communique.lexicon.words import load_words
from communique.reading import Clause, Doubt, Reading, TimeRef
from communique.records.actors import Actor, When, Where
from communique.records.events import REAL, EventStatus
from communique.records.texts import Evidence
from communique.records.values import plain

TOLD_WITH = 3
"""A happening takes its year from a clause at most this many steps above it."""

_MUSED = frozenset({"possible", "hypothetical"})
"""Statuses of what is only feared or thought of."""


@plain(frozen=True, slots=True)
class Telling:
    """One place that tells a happening; `doubt` is why the trained judge takes it for no fact."""

    match: Match
    status: EventStatus
    when: When | None
    where: Where | None
    confirmed_by: tuple[Actor, ...]
    definite: bool
    headline: bool
    evidence: tuple[Evidence, ...]
    doubt: Doubt | None = None


def telling_of(reading: Reading, rules: EventRules, match: Match) -> Telling:
    """Return what the sentence around a match tells of it."""
    teller = match.teller
    status, doubt = _status(reading, rules, match)
    return Telling(
        match=match,
        status=status,
        doubt=doubt,
        when=_when(reading, rules, match),
        where=_where(reading, rules, match),
        confirmed_by=_confirmed_by(reading, rules, teller),
        headline=reading.sentences[match.clause.sentence].layer == "headline",
        definite=_definite(reading, rules, match),
        evidence=_evidence(reading, match),
    )


def _status(reading: Reading, rules: EventRules, match: Match) -> tuple[EventStatus, Doubt | None]:
    """The status of the happening, and the judge's doubt about it: that of a verb that only carries it ("launched an
    attack"), else its own."""
    if match.rule.gives:
        own = reading.factuality[match.clause.index].status if reading.factuality else "occurred"
        mused = own in _MUSED and not _definite(reading, rules, match)  # "fears a war", not "could end the war"
        past: EventStatus | None = (
            "historical" if own == "historical" else "occurred" if _is_over(reading, match) else None
        )
        return (own if mused else past or match.rule.gives), None
    if not reading.factuality or reason_to(reading, match.clause) is not None:
        return "occurred", None
    if _is_text(reading, rules, match.teller):
        return "proposed", None
    bare = rules.classes["light"] | rules.classes["occur"]
    carried = match.light is not None and match.light.predicate in bare
    clause = match.light if carried and match.light else match.clause
    status = reading.factuality[clause.index].status
    doubt = next((doubt for doubt in reading.doubts if doubt.clause == clause.index), None)
    if doubt is not None:
        return doubt.status, doubt
    if status in REAL and _is_drafted(reading, rules, match):
        return "proposed", None
    in_headline = reading.sentences[match.clause.sentence].layer == "headline"
    return "occurred" if in_headline and status == "ongoing" else status, None  # "Mali quits the pact": no past there


def _is_over(reading: Reading, match: Match) -> bool:
    """Whether a state of affairs has been brought to its end: "ended the war", "the war ended in May"."""
    above = reading.clauses[match.clause.under] if match.clause.under is not None else None
    if above is None or above.negated or above.predicate not in load_words("engagements/en/ending_verbs"):
        return False
    its = any(match.clause.head in reading.coordinated(a.head) for a in above.all("object", "subject"))
    return its and (above.tense == "past" or above.perfect) and not above.modal


def _is_drafted(reading: Reading, rules: EventRules, match: Match) -> bool:
    """Whether a draft or a law is who vouches for it: "prisoners would be freed, according to *a draft*"."""
    vouching = [actor for level in holders(reading, match.clause.head)[-1:] for actor in level]
    return any(a.kind == "document" and a.name.split()[-1].lower() in rules.classes["texts"] for a in vouching)


def _is_text(reading: Reading, rules: EventRules, clause: Clause) -> bool:
    """Whether a draft or law would do it: "the bill would ban the exports"."""
    subject = clause.one("subject")
    would = clause.modal in ("would", "will", "shall") and not clause.negated
    return would and subject is not None and reading.tokens[subject.head].lemma in rules.classes["texts"]


def _when(reading: Reading, rules: EventRules, match: Match) -> When | None:
    """The time that modifies the trigger or the verb that carries it, else the year of what it is told with."""
    tellers = (match.clause, match.teller, *_occurring(reading, rules, match.clause))
    when = next((when for clause in tellers if (when := _time_at(reading, clause)) is not None), None)
    return when or _year_above(reading, rules, match.teller)


def _occurring(reading: Reading, rules: EventRules, clause: Clause) -> Iterator[Clause]:
    """Yield what only says that a noun's happening took place: "the launches *that took place* in May"."""
    for below in reading.clauses_under.get(clause.index, ()) if clause.pos == "noun" else ():
        if below.link in ("relative", "modifier") and below.predicate in rules.classes["occur"]:
            yield below


def _time_at(reading: Reading, clause: Clause) -> When | None:
    times = [time for time in reading.times_at.get(clause.head, ()) if time.type in ("DATE", "TIME")]
    if len(times) > 1 and _is_joined(reading, times[0], times[1]):
        first, last = times[0].when, times[1].when
        span = reading.span(times[0].first, times[1].last)
        return replace(
            first, to=last.to, granularity="interval", value=None, text=span, why="from the first to the last"
        )
    return times[0].when if times else None


def _is_joined(reading: Reading, one: TimeRef, other: TimeRef) -> bool:
    """Whether one time goes on in another: "in *August and September*"."""
    joined = any(
        token.dep == "conj" and one.first <= token.head < one.last for token in reading.tokens[other.first : other.last]
    )
    ends = (one.when.from_, one.when.to, other.when.from_, other.when.to)
    return joined and all(ends) and list(ends) == sorted(ends, key=str)


def _year_above(reading: Reading, rules: EventRules, clause: Clause) -> When | None:
    """ "came to power in 2011 after protests broke out over the vote": what led to it, or was its matter, is of that
    year."""
    for _ in range(TOLD_WITH):
        if clause.link == "adverbial" and clause.mark in rules.classes["same_time"]:
            when = _year_before(reading, clause)
            return replace(when, basis="inferred", why=f"the year that stands before '{clause.mark}'") if when else None
        if clause.link != "argument" or clause.under is None:
            return None
        clause = reading.clauses[clause.under]
    return None


def _year_before(reading: Reading, clause: Clause) -> When | None:
    """The year that ends right before a clause's subordinator: "in 2011 after ..."."""
    marks = {child for child in reading.children[clause.head] if reading.tokens[child].norm == clause.mark}
    return next((t.when for t in reading.times if t.last in marks and t.when.granularity == "year"), None)


def _where(reading: Reading, rules: EventRules, match: Match) -> Where | None:
    for clause in (match.clause, match.teller):
        for argument in clause.arguments:
            mention = reading.mention_at.get(argument.head) if argument.role in PLACES else None
            if mention is not None and mention.reading == "place":
                span, actor = reading.span(mention.first, mention.last), mention.actor
                whole = actor is not None and actor.kind == "state"
                return Where(name=actor.name if actor else span.text, iso3=mention.iso3, mention=span, country=whole)
    for place in match.places:
        code = place.iso3 or next(iter(place.based_in), None)
        return Where(name=place.name, iso3=code, mention=place.mention, country=place.kind == "state")
    country = _country(reading, match) if match.rule.placed else None
    return country or _where_hit(reading, rules, match)


def _where_hit(reading: Reading, rules: EventRules, match: Match) -> Where | None:
    """Where force is used that names no place of its own: that of whom or what it hits, or of what it happened with.

    "Stormed a hotel *in Mogadishu*"; "nine people were killed when gunmen stormed a hotel *in Mogadishu*".
    """
    if match.rule.type not in rules.classes["forcible"]:
        return None
    below = reading.clauses_under.get(match.teller.index, ())
    beside = (c for c in below if c.link == "adverbial" and c.mark in rules.classes["same_place"] and not c.negated)
    for clause in (match.teller, *beside):
        mention = place_inside(reading, clause)
        if mention is not None:
            span = reading.span(mention.first, mention.last)
            name = mention.actor.name if mention.actor is not None else span.text
            whole = mention.actor is not None and mention.actor.kind == "state"
            return Where(name=name, iso3=mention.iso3, mention=span, basis="inferred", country=whole)
    return None


def _country(reading: Reading, match: Match) -> Where | None:
    """Unrest and elections are in the one country that their clause speaks of, if they name no other place."""
    clause = match.teller
    inside = [m for m in reading.mentions_within(clause.first, clause.last) if m.actor is not None]
    codes = {m.iso3 or m.actor.iso3 for m in inside if m.actor is not None} - {None}
    state = next((m for m in inside if m.actor is not None and m.actor.kind == "state" and m.actor.iso3 in codes), None)
    if len(codes) != 1 or state is None or state.actor is None:
        return None
    span = reading.span(state.first, state.last)
    return Where(name=state.actor.name, iso3=state.actor.iso3, mention=span, basis="inferred", country=True)


def _confirmed_by(reading: Reading, rules: EventRules, teller: Clause) -> tuple[Actor, ...]:
    above = reading.clauses[teller.under] if teller.under is not None else None
    if above is None or above.negated or above.predicate not in rules.classes.get("confirm", ()):
        return ()
    return filling(reading, above, "subject")


def _definite(reading: Reading, rules: EventRules, match: Match) -> bool:
    """Whether a noun points back at something known: "the war", "this attack"."""
    return match.clause.pos == "noun" and any(
        child.norm in rules.classes.get("definite", ()) for child in reading.dependents[match.clause.head]
    )


def _evidence(reading: Reading, match: Match) -> tuple[Evidence, ...]:
    found = [Evidence.of(reading.span(match.first, match.last), "trigger")]
    found += [Evidence.of(actor.mention, "actor") for actor in match.actors]
    found += [Evidence.of(actor.mention, "recipient") for actor in match.recipients]
    if match.rule.record == "statement":
        contents = match.clause.all("complement", "object", "of", "for")
        found += [Evidence.of(reading.span(content.first, content.last), "content") for content in contents]
    return tuple(found)
