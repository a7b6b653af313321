"""Records and articles as rows, and back."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from communique.records.clocks import UNDATED
from communique.records.codec import from_data, record_from_data, to_data, to_json
from communique.records.events import Event, time_of
from communique.records.links import Appearance, Decision, Entry, Link, Target
from communique.records.parties import parties
from communique.records.proposals import Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Statement
from communique.records.texts import Article, OffsetMap, Publication, Segment
from communique.records.views import State
from communique.store.times import lasting

Row = RowMapping | Mapping[str, Any]

_TYPE = {
    "statement": "act",
    "engagement": "type",
    "event": "type",
    "provision": "topic",
    "position": "stance",
    "denial": "scope",
    "relationship": "relation",
}
"""The field by which a kind of record is sorted into types."""


def record_row(record: Record, reported: tuple[str | None, str], until: str | None) -> dict[str, Any]:
    """Return the row of a record, without what says when it was recorded."""
    when = time_of(record)
    first = when.from_[:10] if when and when.from_ else None
    last = when.to[:10] if when and when.to else None
    return {
        "id": record.id,
        "article": record.article,
        "kind": record.kind,
        "type": getattr(record, _TYPE.get(record.kind, ""), None),
        "status": getattr(record, "status", None),
        "layer": record.layer,
        "diplomatic": is_diplomatic(record),
        "confidence": record.confidence,
        "rule": record.rule,
        "quoted": isinstance(record, Statement) and bool(record.quotes),
        "when_from": first,
        "when_to": last,
        "lasting": lasting(first, last),
        "reported_from": reported[0],
        "reported": reported[1],
        "until": until,
        "payload": to_json(record),
    }


def is_diplomatic(record: Record) -> bool:
    """Whether a record has a diplomatic actor; plans, points, happenings and "no date was given" need none."""
    actors = [actor for _, actor in parties(record)]
    if isinstance(record, Proposal | Provision | Event) or (isinstance(record, Absence) and not actors):
        return True
    return any(actor.diplomatic for actor in actors)


def participant_rows(record: Record, reported: str) -> list[dict[str, Any]]:
    """Return one row for each actor in a role; `iso3` is the state it acts for, and a state's own code."""
    return [
        {
            "position": position,
            "role": role,
            "actor": actor.id,
            "name": actor.name,
            "iso3": actor.iso3 or (actor.id.removeprefix("state/") if actor.id.startswith("state/") else None),
            "kind": record.kind,
            "reported": reported,
        }
        for position, (role, actor) in enumerate(parties(record))
    ]


def evidence_rows(record: Record) -> list[dict[str, Any]]:
    """Return one row for each piece of evidence; its words are the article's."""
    return [
        {"position": position, "role": piece.role, "start": piece.start, "end": piece.end}
        for position, piece in enumerate(record.evidence)
    ]


def reported(published: Publication | None) -> tuple[str | None, str]:
    """Return the first and the last day on which a publication may have appeared; undated ones sort last."""
    return (published.from_, published.to) if published else (None, UNDATED)


def article_row(article: Article, signature: Sequence[int]) -> dict[str, Any]:
    """Return the row of an article: the text as it is; the original and its map of offsets compressed."""
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "text": article.text,
        "segments": json.dumps(to_data(article.segments)),
        "original": zlib.compress(article.original),
        "offsets": zlib.compress(json.dumps(to_data(article.offsets)).encode()),
        "signature": array("Q", signature).tobytes(),
    }


def article_from(row: Row, appearance: Appearance | None) -> Article:
    """Return an article as it first appeared."""
    return Article(
        text=row["text"],
        title=row["title"],
        publisher=appearance.publisher if appearance else None,
        url=appearance.url if appearance else None,
        language=row["language"],
        published=appearance.published if appearance else None,
        segments=tuple(from_data(Segment, segment) for segment in json.loads(row["segments"])),
        original=zlib.decompress(row["original"]),
        offsets=OffsetMap(**{name: tuple(runs) for name, runs in json.loads(zlib.decompress(row["offsets"])).items()}),
    )


def quotable(row: Row) -> Article:
    """Return the text, title and segments of an article: what a sentence is quoted from."""
    segments = tuple(Segment(**segment) for segment in json.loads(row["segments"]))
    return Article(text=row["text"], title=row["title"], language=row["language"], segments=segments)


def signature_from(stored: bytes) -> tuple[int, ...]:
    """Return the signature of an article's words, by which near-duplicates are known."""
    numbers = array("Q")
    numbers.frombytes(stored)
    return tuple(numbers)


def appearance_row(
    article: str, publisher: str | None, url: str | None, published: Publication | None
) -> dict[str, Any]:
    """Return the row of one appearance of an article."""
    return {
        "article": article,
        "publisher": publisher,
        "url": url,
        "published_from": published.from_ if published else None,
        "published_to": published.to if published else None,
        "basis": published.basis if published else None,
        "why": published.why if published else None,
    }


def appearance_from(row: Row) -> Appearance:
    """Return an appearance."""
    dated = row["published_to"] is not None
    published = Publication(row["published_from"], row["published_to"], row["basis"], row["why"]) if dated else None
    return Appearance(publisher=row["publisher"], url=row["url"], published=published, added_at=row["recorded_from"])


def record_from(row: Row) -> Record:
    """Return the record of a row."""
    return _decoded(row["payload"])


@lru_cache(maxsize=8192)
def _decoded(payload: str) -> Record:
    """Decode a payload; linking looks at the same neighbours again and again, and records never change."""
    return record_from_data(json.loads(payload))


def entry_from(row: Row, appearances: Sequence[Appearance], cluster: str) -> Entry:
    """Return a record as the store knows it."""
    return Entry(
        record=record_from(row),
        appearances=tuple(appearances),
        cluster=cluster,
        until=row["until"],
        by=row["by"],
        recorded=row["recorded_from"],
    )


GLIMPSED = ("payload", "reported_from", "reported", "until")
"""The columns that `glimpse` looks at, in this order."""


@lru_cache(maxsize=8192)
def glimpse(payload: str, first: str | None, last: str, until: str | None) -> Entry:
    """Return a record with the day of its first publication, all that linking looks at: not where it appeared.

    It is kept with what was worked out of it: the same neighbours are looked at again and again.
    """
    return Entry(record=_decoded(payload), appearances=_dated(first, last), until=until)


@lru_cache(maxsize=1024)
def _dated(first: str | None, last: str) -> tuple[Appearance, ...]:
    """Return one publication in those days, by nobody; none for an undated record."""
    if last == UNDATED:
        return ()
    published = Publication(first or last, last, "stated", "first publication")
    return (Appearance(publisher=None, url=None, published=published, added_at=""),)


def link_from(row: Row) -> Link:
    """Return a link."""
    return Link(**{name: row[name] for name in ("relation", "a", "b", "score", "why", "by")})


def state_row(state: State) -> dict[str, Any]:
    """Return the row of a state of a matter."""
    row = {name: getattr(state, name) for name in State.__dataclass_fields__}
    return row | {"from_day": row.pop("from_"), "to_day": row.pop("to")}


def state_from(row: Row) -> State:
    """Return the state of a matter."""
    same = {name: row[name] for name in State.__dataclass_fields__ if name not in ("from_", "to")}
    return State(**same | {"from_": row["from_day"], "to": row["to_day"], "contested": bool(row["contested"])})


def decision_row(decision: Decision) -> dict[str, Any]:
    """Return the row of a decision, without number and moment."""

    def told(value: Any) -> str | None:
        return None if value is None else json.dumps(to_data(value), ensure_ascii=False)

    return {
        "who": decision.who,
        "verb": decision.verb,
        "article": decision.target.article,
        "record": decision.target.record,
        "target": told(decision.target),
        "other": told(decision.other),
        "before": told(decision.before),
        "after": told(decision.after),
        "reason": decision.reason,
    }


def decision_from(row: Row) -> Decision:
    """Return a decision."""
    return Decision(
        number=row["number"],
        who=row["who"],
        when=row["at"],
        verb=row["verb"],
        target=from_data(Target, json.loads(row["target"])),
        other=from_data(Target, json.loads(row["other"])) if row["other"] else None,
        before=json.loads(row["before"]) if row["before"] else None,
        after=json.loads(row["after"]) if row["after"] else None,
        reason=row["reason"],
        withdrawn=row["withdrawn"],
    )
