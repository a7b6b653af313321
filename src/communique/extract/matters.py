"""Ties speech to what it speaks of: a statement is about the matters whose trigger or mention stands in its content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.lexicon.rules import EventRules
from communique.reading import Reading
from communique.records.actors import Actor, same_side
from communique.records.events import Engagement, Event
from communique.records.record import Record
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span

_PLACES = frozenset({"trigger", "mention"})


def link_matters(statements: Sequence[Statement], matters: Sequence[Record]) -> list[Statement]:
    """Return the statements with `about` filled: the ids of the matters that their content speaks of, in text order."""
    places = sorted((place.start, place.end, matter.id) for matter in matters for place in _places(matter))
    linked = []
    for statement in statements:
        found = [
            place
            for piece in statement.content
            for place in places[bisect_left(places, (piece.start,)) : bisect_left(places, (piece.end,))]
            if place[1] <= piece.end
        ]
        ids = [identity for _, _, identity in sorted(found)]
        about = tuple(dict.fromkeys([*statement.about, *ids]))
        linked.append(replace(statement, about=about) if ids else statement)
    return linked


def _places(matter: Record) -> Iterable[Span]:
    """Where a matter is named: its triggers and mentions; for speech its own content."""
    if isinstance(matter, Statement):
        return ()
    if isinstance(matter, Allegation | Denial):
        return (matter.cue,) if matter.cue is not None else ()
    return [piece for piece in matter.evidence if piece.role in _PLACES]


def without_told(events: Sequence[Event], reading: Reading, others: Sequence[Record], rules: EventRules) -> list[Event]:
    """Return the events less what an engagement tells by the same trigger ("invited X to Y"), and less guesses that
    other records tell: those whose word they, or attributed speech, use, what is alleged, and meetings of whom an
    engagement names, or by a word that engagements know.

    One referent, one record.
    """
    guessed = {rule.id for rule in rules.guessed.values()}
    told: list[Span] = [cue for attribution in reading.attributions for cue in attribution.cue]
    told += [piece for other in others for piece in other.evidence if piece.role in (*_PLACES, "cue")]
    told += [other.content for other in others if isinstance(other, Allegation)]
    met = [party for other in others if isinstance(other, Engagement) for party in other.participants]
    triggers = {other.trigger for other in others if isinstance(other, Engagement)}
    return [
        event
        for event in events
        if event.trigger not in triggers
        if event.rule not in guessed
        or not (_is_told(event, told) or (event.type == "CONSULT" and _is_met(event, reading, met, rules)))
    ]


def _is_told(event: Event, told: Sequence[Span]) -> bool:
    return any(piece.overlaps(event.trigger) for piece in told)


def _is_met(event: Event, reading: Reading, met: Sequence[Actor], rules: EventRules) -> bool:
    """Whether a guessed meeting is likely one that engagements tell, or that they left aside for a reason."""
    if any("CONSULT" in rules.types_of(token.lemma) for token in reading.tokens_in(event.trigger)):
        return True
    return any(same_side(actor, party) for actor in (*event.actors, *event.recipients) for party in met)


def without_doubles(statements: Sequence[Statement], matters: Sequence[Record]) -> list[Statement]:
    """Return the statements less those that an allegation or denial by the same cue records already: speech is one
    record."""
    cues = [(m.cue, m) for m in matters if isinstance(m, Allegation | Denial) and m.cue is not None]
    return [s for s in statements if not any(_same(s, cue) for cue, _ in cues)]


def _same(statement: Statement, cue: Span) -> bool:
    own = statement.cue
    return own is not None and own.start < cue.end and own.end > cue.start
