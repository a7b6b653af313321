"""Builds event records: what happened, who to whom, with what status, according to whom; one happening, one record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from communique.extract.fillers import PLACES, others
from communique.extract.matching import Match, find_matches, reason_to
from communique.extract.parties import filling, holders
from communique.lexicon.rules import EventRules
from communique.reading import Clause, Reading
from communique.records.actors import Actor, When, Where
from communique.records.events import Event, EventStatus, EventType
from communique.records.texts import Evidence

REAL = frozenset({"occurred", "ongoing", "historical"})
STATE = "STATE"
SAME_TIME = frozenset({"after", "when", "as", "while", "since", "following", "before", "amid"})
TOLD_WITH = 3
"""A happening takes its year from a clause at most this many steps above it."""


def find_events(reading: Reading, rules: EventRules, every: bool = False) -> list[Event]:
    """Return the events of a reading in text order, each with all places that tell it.

    Speech and meetings have records of their own; with `every` they are returned as events too, which is how a coder of
    PLOVER events sees them.
    """
    stories: list[_Story] = []
    for match in find_matches(reading, rules):
        wanted = match.rule.record == "event" or (every and match.rule.type not in ("STATEMENT",))
        if wanted:
            _tell(stories, _telling(reading, rules, match))
    return [_event(reading, story) for story in stories if _counts(reading, story)]


@dataclass(frozen=True, slots=True)
class _Telling:
    """One place that tells a happening."""

    match: Match
    status: EventStatus
    when: When | None
    where: Where | None
    confirmed_by: tuple[Actor, ...]
    definite: bool
    evidence: tuple[Evidence, ...]


@dataclass(slots=True)
class _Story:
    """A happening and the places that tell it, in text order."""

    tellings: list[_Telling]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All who act, as first named."""
        return _union(telling.match.actors for telling in self.tellings)

    @property
    def recipients(self) -> tuple[Actor, ...]:
        """All to whom it is done, as first named."""
        return others(_union(telling.match.recipients for telling in self.tellings), self.actors)


def _union(groups: Iterable[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for group in groups:
        for actor in group:
            found.setdefault(actor.id, actor)
    return tuple(found.values())


def _telling(reading: Reading, rules: EventRules, match: Match) -> _Telling:
    teller = match.teller
    status = cast(EventStatus, match.rule.gives) if match.rule.gives else _status(reading, rules, match)
    return _Telling(
        match=match,
        status=status,
        when=_when(reading, match),
        where=_where(reading, match),
        confirmed_by=_confirmed_by(reading, rules, teller),
        definite=_definite(reading, rules, match),
        evidence=_evidence(reading, match),
    )


def _status(reading: Reading, rules: EventRules, match: Match) -> EventStatus:
    """The status of the happening: that of a verb that only carries it ("launched an attack"), else its own."""
    if not reading.factuality:
        return "occurred"
    bare = rules.classes["light"] | rules.classes["occur"]
    if reason_to(reading, match.clause) is not None:
        return "occurred"
    carried = match.light is not None and match.light.predicate in bare
    return reading.factuality[(match.light if carried and match.light else match.clause).index].status


def _when(reading: Reading, match: Match) -> When | None:
    """The time that modifies the trigger or the verb that carries it, else the year of what it is told with."""
    when = _time_at(reading, match.clause) or _time_at(reading, match.teller)
    return when or _year_above(reading, match.teller)


def _time_at(reading: Reading, clause: Clause) -> When | None:
    return next((t.when for t in reading.times if t.anchor == clause.head and t.type in ("DATE", "TIME")), None)


def _year_above(reading: Reading, clause: Clause) -> When | None:
    """ "came to power in 2011 after protests broke out over the vote": what led to it, or was its matter, is of that
    year."""
    for _ in range(TOLD_WITH):
        if clause.link == "adverbial" and clause.mark in SAME_TIME:
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


def _where(reading: Reading, match: Match) -> Where | None:
    for clause in (match.clause, match.teller):
        for argument in clause.arguments:
            mention = reading.mention_at.get(argument.head) if argument.role in PLACES else None
            if mention is not None and mention.reading == "place":
                span = reading.span(mention.first, mention.last)
                return Where(name=mention.actor.name if mention.actor else span.text, iso3=mention.iso3, mention=span)
    for place in match.places:
        return Where(name=place.name, iso3=place.iso3 or next(iter(place.based_in), None), mention=place.mention)
    return _country(reading, match) if match.rule.placed else None


def _country(reading: Reading, match: Match) -> Where | None:
    """Unrest and elections are in the one country that their clause speaks of, if they name no other place."""
    clause = match.teller
    inside = [m for m in reading.mentions if clause.first <= m.first and m.last <= clause.last and m.actor is not None]
    codes = {m.iso3 or m.actor.iso3 for m in inside if m.actor is not None} - {None}
    state = next((m for m in inside if m.actor is not None and m.actor.kind == "state" and m.actor.iso3 in codes), None)
    if len(codes) != 1 or state is None or state.actor is None:
        return None
    span = reading.span(state.first, state.last)
    return Where(name=state.actor.name, iso3=state.actor.iso3, mention=span, basis="inferred")


def _confirmed_by(reading: Reading, rules: EventRules, teller: Clause) -> tuple[Actor, ...]:
    above = reading.clauses[teller.under] if teller.under is not None else None
    if above is None or above.negated or above.predicate not in rules.classes.get("confirm", ()):
        return ()
    return filling(reading, above, "subject")


def _definite(reading: Reading, rules: EventRules, match: Match) -> bool:
    """Whether a noun points back at something known: "the war", "this attack"."""
    return match.clause.pos == "noun" and any(
        reading.tokens[child].norm in rules.classes.get("definite", ()) for child in reading.children[match.clause.head]
    )


def _evidence(reading: Reading, match: Match) -> tuple[Evidence, ...]:
    found = [Evidence.of(reading.span(match.first, match.last), "trigger")]
    found += [Evidence.of(actor.mention, "actor") for actor in match.actors]
    found += [Evidence.of(actor.mention, "recipient") for actor in match.recipients]
    if match.rule.record == "statement":
        contents = match.clause.all("complement", "object", "of", "for")
        found += [Evidence.of(reading.span(content.first, content.last), "content") for content in contents]
    return tuple(found)


def _tell(stories: list[_Story], telling: _Telling) -> None:
    """Add a telling to the story that it tells again, or begin a new one."""
    for story in reversed(stories):
        if _same(story, telling):
            story.tellings.append(telling)
            return
    stories.append(_Story([telling]))


def _same(story: _Story, telling: _Telling) -> bool:
    """Whether a telling speaks of a story's happening: same type and kind of status, parties and time that agree."""
    first = story.tellings[0]
    real = {first.status, telling.status} <= REAL
    if first.match.rule.type != telling.match.rule.type or not (real or first.status == telling.status):
        return False
    if _apart(first.when, telling.when) or (first.where and telling.where and first.where.name != telling.where.name):
        return False
    known, new = story.actors + story.recipients, telling.match.actors + telling.match.recipients
    if not new:
        return telling.definite and _may_be_meant(story, telling)
    if not (_agree(story.actors, telling.match.actors) and _agree(story.recipients, telling.match.recipients)):
        return False
    return bool(_ids(known) & _ids(new)) and (telling.definite or _alike(story, telling, real))


def _may_be_meant(story: _Story, telling: _Telling) -> bool:
    """Whether "the war", "the attack" may point back at a story: one with parties, and a state of affairs of the same
    kind."""
    kind = telling.match.rule
    known = bool(story.actors or story.recipients)
    return known and (kind.type != STATE or any(t.match.rule.id == kind.id for t in story.tellings))


def _apart(one: When | None, other: When | None) -> bool:
    """Whether two times are known and differ."""
    return one is not None and other is not None and (one.from_, one.to) != (other.from_, other.to)


def _alike(story: _Story, telling: _Telling, real: bool) -> bool:
    """Whether two tellings use words for one thing: the same word, or in another sentence a like one for the same
    parties."""
    again = telling.match
    if any(t.match.clause.predicate == again.clause.predicate for t in story.tellings):
        return True
    first = story.tellings[0].match
    if not real or any(t.match.clause.sentence == again.clause.sentence for t in story.tellings):
        return False
    if first.rule.id.split("_")[0] == again.rule.id.split("_")[0]:
        return True
    same = _ids(story.actors) == _ids(again.actors) and _ids(story.recipients) == _ids(again.recipients)
    return same and first.rule.mode == again.rule.mode and bool(again.actors and again.recipients)


def _ids(actors: Sequence[Actor]) -> set[str]:
    return {actor.id for actor in actors}


def _agree(known: Sequence[Actor], new: Sequence[Actor]) -> bool:
    """Whether two lists may be the same parties: one is empty or within the other."""
    a, b = _ids(known), _ids(new)
    return a <= b or b <= a


def _counts(reading: Reading, story: _Story) -> bool:
    """Whether a happening is for a diplomatic record: it has a public party, or is unrest or a state of affairs."""
    parties = story.actors + story.recipients
    if any(actor.diplomatic for actor in parties):
        return True
    first = story.tellings[0]
    placed = any(telling.where and telling.where.iso3 for telling in story.tellings)
    if placed and (parties or first.match.rule.type in (STATE, "PROTEST")):
        return True
    told_by = (actor for level in holders(reading, first.match.clause.head) for actor in level)
    return bool(parties) and any(actor.diplomatic for actor in told_by)


def _event(reading: Reading, story: _Story) -> Event:
    main = next(
        (t for t in story.tellings if reading.sentences[t.match.clause.sentence].layer == "main"), story.tellings[0]
    )
    rest = [telling for telling in story.tellings if telling is not main]
    tellings = [main, *rest]
    return Event(
        article=reading.article.id,
        evidence=tuple(dict.fromkeys(piece for telling in tellings for piece in telling.evidence)),
        rule=main.match.rule.id,
        confidence=_confidence(story, main),
        holder=holders(reading, main.match.clause.head),
        when=next((telling.when for telling in tellings if telling.when), None),
        where=next((telling.where for telling in tellings if telling.where), None),
        layer=reading.sentences[main.match.clause.sentence].layer,
        type=cast(EventType, {"APPEAL": "REQUEST"}.get(main.match.rule.type, main.match.rule.type)),
        trigger=reading.span(main.match.first, main.match.last),
        status=main.status,
        mode=next((telling.match.rule.mode for telling in tellings if telling.match.rule.mode), None),
        contexts=tuple(dict.fromkeys(context for telling in tellings for context in telling.match.rule.contexts)),
        actors=story.actors,
        recipients=story.recipients,
        confirmed_by=_union(telling.confirmed_by for telling in tellings),
    )


def _confidence(story: _Story, main: _Telling) -> float:
    """How sure the record is: a verb with both parties most, a bare noun least."""
    sure = 0.5 + 0.15 * bool(story.actors) + 0.15 * bool(story.recipients)
    sure += 0.1 * (main.match.clause.pos == "verb" or main.match.light is not None)
    sure += 0.05 * (len(story.tellings) > 1)
    return round(min(sure, 0.95), 2)
