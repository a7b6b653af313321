"""Builds event records: what happened, who to whom, with what status, according to whom; one happening, one record."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import compress
from typing import cast

from communique.config import CONFIDENT
from communique.extract.happenings.contests import is_contest, is_fight
from communique.extract.happenings.happenings import STATE, Happening, add_telling, is_sequel, union
from communique.extract.matching.campaigns import is_campaign
from communique.extract.matching.finding import find_matches
from communique.extract.matching.matches import REMARK, Match
from communique.extract.matching.parties import holders
from communique.extract.matching.tellings import Telling, telling_of
from communique.lexicon.rules import EventRules
from communique.reading import Reading
from communique.records.actors import Actor
from communique.records.events import Event, EventType

_SERVING = ("police", "troops", "officials", "rebels")
"""Classes of those who act in public wherever they are at home."""

_BODILY = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "PROTEST"})
"""Types of what is done to people, or by crowds: these count by whose people they are."""

_MUSED = frozenset({"possible", "hypothetical"})
_OPEN = _MUSED | {"planned", "announced", "sought", "proposed", "demanded", "offered", "agreed", "threatened"}
"""Statuses of what has not happened, and may never."""


def find_events(reading: Reading, rules: EventRules, matches: Sequence[Match] | None = None) -> list[Event]:
    """Return the events of a reading in text order, each with all places that tell it.

    `matches` are those to make events of; speech and meetings, which have records of their own, are none of them if
    not given. A coder of PLOVER events sees all but plain remarks as events.
    """
    happenings: list[Happening] = []
    if matches is None:
        matches = [match for match in find_matches(reading, rules, meetings=False) if match.rule.record == "event"]
    for match in matches:
        if match.rule.type != REMARK:
            add_telling(happenings, telling_of(reading, rules, match))
    fights = [happening for happening in happenings if is_fight(reading, happening)]
    campaign = bool(fights) and is_campaign(reading)
    contests = {id(happening) for happening in fights if is_contest(reading, happening, campaign)}
    happenings = [happening for happening in happenings if id(happening) not in contests]
    counted = [_counts(reading, happening, rules) for happening in happenings]
    public = list(compress(happenings, counted))
    kept = compress(
        happenings, (counts or is_sequel(one, public) for one, counts in zip(happenings, counted, strict=True))
    )
    return [_event(reading, happening) for happening in kept]


def _counts(reading: Reading, happening: Happening, rules: EventRules) -> bool:
    """Whether a happening is for a diplomatic record: it has a public party or people of a country, or its rule says
    that a place will do."""
    parties = happening.actors + happening.recipients
    if any(actor.diplomatic for actor in parties):
        return True
    first = happening.tellings[0]
    placed = any(telling.where and telling.where.iso3 for telling in happening.tellings)
    serving = [*_SERVING, "crowds"] if first.match.rule.type == "PROTEST" else _SERVING
    words = [rules.classes[name] for name in serving]
    people = rules.classes["peoples"] if first.match.rule.type in _BODILY else frozenset()
    placed = placed or any(_is_of_country(reading, actor, words, people) for actor in parties)
    hit = any(telling.match.places and telling.match.heads for telling in happening.tellings)
    idle = first.match.guess is not None and not happening.recipients  # "customs officers in Antwerp seized cocaine"
    if placed and not idle and (parties or hit or first.match.rule.placed or first.match.rule.type == STATE):
        return True
    told_by = (actor for level in holders(reading, first.match.clause.head) for actor in level)
    return bool(parties) and any(actor.diplomatic for actor in told_by)


def _is_of_country(reading: Reading, actor: Actor, serving: Sequence[Container[str]], people: Container[str]) -> bool:
    """Whether nameless `people` are told of as a country's ("two *French* nurses") or are `serving` it ("police" at
    work in Lima)."""
    tokens = reading.tokens_in(actor.mention)
    if not actor.based_in or not tokens:
        return False
    codes = {f"state/{code}" for code in actor.based_in}
    inside = reading.mentions_within(tokens[0].index, tokens[-1].index + 1)
    public = any(token.lemma in words for token in tokens for words in serving)
    told = any(token.lemma in people for token in tokens)
    return public or (told and any(m.actor is not None and m.actor.id in codes for m in inside))


def _event(reading: Reading, happening: Happening) -> Event:
    main = min(happening.tellings, key=lambda telling: _order(reading, telling))
    rest = [telling for telling in happening.tellings if telling is not main]
    tellings = [main, *rest]
    return Event(
        article=reading.article.id,
        evidence=tuple(dict.fromkeys(piece for telling in tellings for piece in telling.evidence)),
        rule=main.match.rule.id,
        confidence=_confidence(reading, happening, main),
        holder=holders(reading, main.match.clause.head),
        when=next((telling.when for telling in tellings if telling.when), None),
        where=next((telling.where for telling in tellings if telling.where), None),
        layer=reading.sentences[main.match.clause.sentence].layer,
        type=cast(EventType, {"APPEAL": "REQUEST"}.get(main.match.rule.type, main.match.rule.type)),
        trigger=reading.span(main.match.first, main.match.last),
        status=main.status,
        mode=next((telling.match.rule.mode for telling in tellings if telling.match.rule.mode), None),
        contexts=tuple(dict.fromkeys(context for telling in tellings for context in telling.match.rule.contexts)),
        actors=happening.actors,
        recipients=happening.recipients,
        confirmed_by=union(telling.confirmed_by for telling in tellings),
    )


def _order(reading: Reading, telling: Telling) -> tuple[bool, bool]:
    """What rules know comes before what was guessed, the main text before headlines and captions."""
    return telling.match.guess is not None, reading.sentences[telling.match.clause.sentence].layer != "main"


def _confidence(reading: Reading, happening: Happening, main: Telling) -> float:
    """How sure the record is: a verb with both parties most, a bare noun least; what the finder guessed or the
    judge doubted no surer than they are.

    A war that is only named ("his vote for the Yemen war") is below what is shown, for it may be long over; a famine in
    a country is not.
    What nobody is said to do and has not happened ("pressure to act"), and the outlet's own talk of what might be, is
    below what is shown unless both parties are named.
    """
    guess = main.match.guess
    if guess is not None and not guess.sure:
        return round(guess.sureness * CONFIDENT, 2)
    sure = 0.5 + 0.15 * bool(happening.actors) + 0.15 * bool(happening.recipients)
    sure += 0.1 * (main.match.clause.pos == "verb" or main.match.light is not None)
    sure += 0.05 * (len(happening.tellings) > 1)
    mused = main.status in _MUSED and not holders(reading, main.match.clause.head)
    sure -= 0.3 * (mused or (main.status in _OPEN and not happening.actors))
    bare = not (happening.actors or happening.recipients or (main.match.rule.placed and main.where))
    sure -= 0.1 * (main.match.rule.type == STATE and bare)
    trained = (said.sureness for said in (guess, main.doubt) if said is not None)
    return round(min(sure, 0.95, *trained), 2)
