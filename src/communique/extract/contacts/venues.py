"""Where and when something was said: ties statements to the news conference at which they were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.reading import Reading
from communique.records.actors import When, same_side
from communique.records.events import Engagement
from communique.records.statements import Statement


def at_venues(reading: Reading, statements: Sequence[Statement], engagements: Sequence[Engagement]) -> list[Statement]:
    """Give each statement the news conference of its speaker, if the article reports exactly one, and its day.

    A statement whose own sentence names the conference has that venue stated; the speaker's other undated words in the
    main text are taken to come from there too, as an inference.
    """
    return [_at_venue(reading, statement, engagements) for statement in statements]


def _at_venue(reading: Reading, statement: Statement, engagements: Sequence[Engagement]) -> Statement:
    speaker = statement.speaker
    if speaker is None or speaker.kind != "person" or statement.cue is None or statement.layer != "main":
        return statement
    heard = [
        e
        for e in engagements
        if e.type == "news_conference" and e.status == "held" and any(p.id == speaker.id for p in e.participants)
    ]
    if len(heard) != 1 or (statement.when is not None and not _same_time(statement.when, heard[0].when)):
        return statement
    here = _sentence(reading, statement.cue.start) in {
        _sentence(reading, e.start) for e in heard[0].evidence if e.role == "trigger"
    }
    if not here and any(
        same_side(speaker, p) for e in engagements if e is not heard[0] and e.status == "held" for p in e.participants
    ):
        return statement
    when = statement.when or _day_of(heard[0])
    return replace(statement, venue=heard[0].id, when=when)


def _sentence(reading: Reading, offset: int) -> int:
    found = reading.sentence_at(offset)
    return found.index if found is not None else -1


def _same_time(when: When, other: When | None) -> bool:
    return other is None or other.from_ is None or (when.from_, when.to) == (other.from_, other.to)


def _day_of(venue: Engagement) -> When | None:
    if venue.when is None or venue.when.from_ is None:
        return None
    return replace(
        venue.when, basis="inferred", text=None, why="said at the speaker's only news conference in this article"
    )
