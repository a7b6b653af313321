"""Small builders for articles and records by hand: every span is found by its words, so that no test counts offsets.

text = article("Oman hosted Iran and the United States for talks on Sunday.", published="2025-05-12")
talks = engagement(text, "talks", type="talks", status="held",
                   participants=[actor(text, "Iran", "state/IRN"), actor(text, "the United States", "state/USA")])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from communique.records import (
    Absence,
    Actor,
    Allegation,
    Article,
    Denial,
    Engagement,
    Event,
    Evidence,
    Label,
    Participant,
    Position,
    Proposal,
    Provision,
    Publication,
    Relationship,
    Segment,
    Span,
    Statement,
    When,
)
from communique.records.texts import SegmentKind

NAMES = {
    "state": "state",
    "person": "person",
    "organ": "organ",
    "org": "organisation",
    "group": "armed_group",
    "mention": "unknown",
}
"""First part of an actor's id -> its kind, where a builder is not told otherwise."""


def article(
    text: str, *, published: str | None = None, segments: Iterable[tuple[SegmentKind, str]] = (), **fields: Any
) -> Article:
    """Return an article; `published` is a day, `segments` are (kind, exact words) pairs (without any, one body)."""
    parts = tuple(Segment(kind, text.index(words), text.index(words) + len(words)) for kind, words in segments)
    date = Publication(published, published, "stated", "given with the test") if published else None
    return Article(text=text, published=date, segments=parts or (Segment("body", 0, len(text)),), **fields)


def span(art: Article, words: str, nth: int = 0) -> Span:
    """Return the `nth` place of `words` in the article, counted from 0."""
    start = -1
    for _ in range(nth + 1):
        start = art.text.index(words, start + 1)
    return art.span(start, start + len(words))


def evidence(art: Article, words: str, role: str = "trigger", nth: int = 0) -> Evidence:
    """Return the `nth` place of `words` as evidence in `role`."""
    return Evidence.of(span(art, words, nth), role)


def actor(art: Article, words: str, id: str, *, name: str | None = None, nth: int = 0, **fields: Any) -> Actor:
    """Return the actor `id` as mentioned by `words`; a state acts for itself unless `iso3` is given."""
    head = id.partition("/")[0]
    fields.setdefault("kind", NAMES.get(head, head))
    if head == "state":
        fields.setdefault("iso3", id.removeprefix("state/"))
    return Actor(id=id, name=name or words, mention=span(art, words, nth), **fields)


def participant(art: Article, words: str, id: str, part: Any = "participant", **fields: Any) -> Participant:
    """Return an actor with its part in an engagement."""
    return Participant.of(actor(art, words, id, **fields), part)


def day(date: str, text: Span | None = None, *, why: str = "written as a date") -> When:
    """Return one day, stated by the words `text`."""
    return When(from_=date, to=date, granularity="day", basis="stated", why=why, value=date, text=text)


def interval(
    start: str | None,
    end: str | None,
    text: Span | None = None,
    *,
    granularity: Any = "interval",
    why: str = "inferred",
) -> When:
    """Return an interval with both ends inclusive; None leaves an end open."""
    return When(from_=start, to=end, granularity=granularity, basis="inferred", why=why, text=text)


def unresolved(text: Span, value: str, why: str = "the article has no publication date") -> When:
    """Return a time that cannot be placed in the calendar."""
    return When(from_=None, to=None, granularity="day", basis="inferred", why=why, value=value, text=text)


def _common(art: Article, fields: dict[str, Any], *found: tuple[Span | None, str]) -> dict[str, Any]:
    """Return the fields all records share; the spans `found` become evidence unless the test brings its own."""
    pieces = tuple(Evidence.of(place, role) for place, role in found if place is not None)
    return {"article": art.id, "evidence": pieces, "rule": "test.by_hand", "confidence": 0.9} | fields


def statement(
    art: Article,
    speaker: Actor | None,
    cue: str | None,
    content: str | Sequence[str],
    *,
    cue_nth: int = 0,
    quotes: Sequence[str] = (),
    **fields: Any,
) -> Statement:
    """Return a statement; a `content` of several pieces is a list; mode follows from the quotes unless given."""
    pieces = tuple(span(art, words) for words in ([content] if isinstance(content, str) else content))
    quoted = tuple(span(art, words) for words in quotes)
    cue_span = span(art, cue, cue_nth) if cue else None
    whole = sum(len(piece.text) for piece in quoted) >= sum(len(piece.text) for piece in pieces)
    mode = fields.pop("mode", "paraphrase" if not quoted else "verbatim" if whole else "mixed")
    common = _common(
        art,
        fields,
        (cue_span, "cue"),
        *((piece, "content") for piece in pieces),
        *((piece, "quote") for piece in quoted),
    )
    act = common.pop("act", "assert")
    return Statement(**common, speaker=speaker, cue=cue_span, content=pieces, quotes=quoted, mode=mode, act=act)


def absence(art: Article, who: Actor | None, words: str, **fields: Any) -> Absence:
    """Return what the article says was not said."""
    return Absence(**_common(art, fields, (span(art, words), "content")), who=who, text=span(art, words))


def engagement(
    art: Article,
    trigger: str,
    *,
    participants: Sequence[Actor],
    type: Any = "meeting",
    status: Any = "held",
    nth: int = 0,
    **fields: Any,
) -> Engagement:
    """Return an engagement; plain actors become participants."""
    place = span(art, trigger, nth)
    parts = tuple(p if isinstance(p, Participant) else Participant.of(p, "participant") for p in participants)
    return Engagement(
        **_common(art, fields, (place, "trigger")), type=type, trigger=place, participants=parts, status=status
    )


def event(
    art: Article,
    trigger: str,
    type: Any,
    *,
    status: Any = "occurred",
    actors: Sequence[Actor] = (),
    recipients: Sequence[Actor] = (),
    nth: int = 0,
    **fields: Any,
) -> Event:
    """Return an event of a PLOVER type or STATE."""
    place = span(art, trigger, nth)
    common = _common(art, fields, (place, "trigger"))
    return Event(**common, type=type, trigger=place, status=status, actors=tuple(actors), recipients=tuple(recipients))


def proposal(
    art: Article,
    mention: str,
    *,
    proposer: Sequence[Actor] = (),
    status: Any = "put_forward",
    title: str | None = None,
    **fields: Any,
) -> Proposal:
    """Return a proposal, named by its mention unless a title is given."""
    place = span(art, mention)
    common = _common(art, fields, (place, "trigger"))
    return Proposal(**common, title=title or mention, mention=place, proposer=tuple(proposer), status=status)


def provision(
    art: Article, of: Proposal, text: str, *, topic: str = "other", addressees: Sequence[Actor] = (), **fields: Any
) -> Provision:
    """Return one point of a proposal."""
    place = span(art, text)
    common = _common(art, fields, (place, "provision"))
    return Provision(**common, proposal=of.id, text=place, topic=topic, addressees=tuple(addressees))


def position(
    art: Article,
    party: Actor,
    stance: Any,
    topic: str,
    *,
    on: str | None = None,
    via: Actor | None = None,
    **fields: Any,
) -> Position:
    """Return where a party stands."""
    place = span(art, topic)
    return Position(**_common(art, fields, (place, "content")), party=party, stance=stance, topic=place, on=on, via=via)


def allegation(
    art: Article,
    cue: str,
    content: str,
    *,
    accusers: Sequence[Actor],
    accused: Sequence[Actor],
    hedge: str | None = None,
    **fields: Any,
) -> Allegation:
    """Return an allegation with its hedge."""
    cue_span, place = span(art, cue), span(art, content)
    hedge_span = span(art, hedge) if hedge else None
    common = _common(art, fields, (cue_span, "cue"), (place, "content"), (hedge_span, "hedge"))
    return Allegation(
        **common, accusers=tuple(accusers), accused=tuple(accused), content=place, cue=cue_span, hedge=hedge_span
    )


def denial(
    art: Article, denier: Actor | None, cue: str, *, of: Sequence[str] = (), content: str | None = None, **fields: Any
) -> Denial:
    """Return a denial of the allegations or statements `of`."""
    cue_span, place = span(art, cue), span(art, content) if content else None
    common = _common(art, fields, (cue_span, "cue"), (place, "content"))
    return Denial(**common, denier=denier, cue=cue_span, of=tuple(of), content=place)


def relationship(art: Article, a: Actor, relation: str, b: Actor, words: str, **fields: Any) -> Relationship:
    """Return a lasting tie, shown by `words`."""
    return Relationship(**_common(art, fields, (span(art, words), "trigger")), a=a, relation=relation, b=b)


def label(art: Article, about: Actor, words: str, *, by: Actor | None = None, **fields: Any) -> Label:
    """Return an epithet about an actor."""
    return Label(**_common(art, fields, (span(art, words), "content")), about=about, text=span(art, words), by=by)
