"""What the machine read in an article, and what is shown of it after people decided: rows that open and close.

One row serves both views while they agree. `recorded_to` ends the human view of it, `extracted_to` the machine's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, insert, or_, select, update

from communique.errors import RecordError
from communique.records.codec import to_json
from communique.records.record import Record
from communique.records.views import Run
from communique.store.entries import chunks
from communique.store.rows import evidence_rows, participant_rows, record_from, record_row
from communique.store.search import RECORD_WORDS, add_words
from communique.store.tables import evidence, extractions, keys, participants, records, runs
from communique.store.words import words_of

Held = Callable[[Record], Iterable[str]]
"""The block keys of a record, by which linking finds its neighbours; from package link."""

Standing = tuple[tuple[str | None, str], str | None]
"""When an article was reported (first, last possible day), and from when on a corrected version stands in its place."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """A row to be opened: the record, by whom, and in which views."""

    record: Record
    by: str
    machine: bool
    human: bool
    extraction: int | None


def put_extraction(connection: Connection, at: str, article: str, run: Run) -> int:
    """Close the live extraction of an article, if another run made it, and open one for `run`; return its key."""
    run_pk = _run(connection, run)
    c = extractions.c
    live = connection.execute(select(c.pk, c.run).where(c.article == article, c.recorded_to.is_(None))).one_or_none()
    if live is not None and live.run == run_pk:
        return int(live.pk)
    if live is not None:
        connection.execute(update(extractions).where(c.pk == live.pk).values(recorded_to=at))
    made = insert(extractions).values(article=article, run=run_pk, recorded_from=at).returning(c.pk)
    return int(connection.execute(made).scalar_one())


def _run(connection: Connection, run: Run) -> int:
    told = {"version": run.version, "model": run.model, "lexicon": run.lexicon}
    found = connection.execute(select(runs.c.pk).filter_by(**told)).scalar()
    if found is not None:
        return int(found)
    return int(connection.execute(insert(runs).values(told).returning(runs.c.pk)).scalar_one())


def put_layers(
    connection: Connection,
    at: str,
    held: Held,
    standing: Standing,
    article: str,
    extraction: int | None,
    read: Sequence[Record] | None,
    shown: Sequence[tuple[Record, str]],
) -> None:
    """Make the live rows of an article say what was read (None: as before) and what is shown; keep those that do."""
    _each_once(read or ())
    _each_once([record for record, _ in shown])
    live = _live(connection, article)
    machine = {row.id: row for row in live if row.machine and row.extracted_to is None}
    human = {row.id: row for row in live if row.recorded_to is None}
    kept_machine = set(machine) if read is None else {r.id for r in read if _same(machine.get(r.id), r, None)}
    kept_human = {r.id for r, by in shown if _same(human.get(r.id), r, by)}
    closed = [row for id, row in human.items() if id not in kept_human]
    gone = [row for id, row in machine.items() if id not in kept_machine]
    _close(connection, at, "recorded_to", closed)
    _close(connection, at, "extracted_to", gone)
    opening = _openings(read or (), shown, kept_machine, kept_human, extraction)
    _open(connection, at, held, standing, opening)
    _unkey(connection, closed)


def _each_once(those: Sequence[Record]) -> None:
    for id, times in Counter(record.id for record in those).items():
        if times > 1:
            raise RecordError(f"record {id} is given twice for one article")


def _live(connection: Connection, article: str) -> Sequence[Row[Any]]:
    c = records.c
    live = or_(c.recorded_to.is_(None), and_(c.machine, c.extracted_to.is_(None)))
    return connection.execute(select(records).where(c.article == article, live).order_by(c.pk)).all()


def _same(row: Row[Any] | None, record: Record, by: str | None) -> bool:
    return row is not None and row.payload == to_json(record) and by in (None, row.by)


def _openings(
    read: Sequence[Record],
    shown: Sequence[tuple[Record, str]],
    kept_machine: Iterable[str],
    kept_human: Iterable[str],
    extraction: int | None,
) -> list[_Opening]:
    """Return the rows to open: one for both views where they agree."""
    new_read = {r.id: r for r in read if r.id not in kept_machine}
    rows = []
    for record, by in shown:
        if record.id in kept_human:
            continue
        agreed = by == "rule" and new_read.get(record.id) == record
        if agreed:
            del new_read[record.id]
        rows.append(_Opening(record, by, agreed, True, extraction if agreed else None))
    return rows + [_Opening(record, "rule", True, False, extraction) for record in new_read.values()]


def _open(connection: Connection, at: str, held: Held, standing: Standing, opening: Sequence[_Opening]) -> None:
    """Insert the rows with all that hangs on them."""
    if not opening:
        return
    first = int(connection.execute(select(func.coalesce(func.max(records.c.pk), 0))).scalar_one()) + 1
    numbered = list(enumerate(opening, first))
    reported, until = standing
    rows = [
        record_row(row.record, reported, until)
        | {
            "pk": pk,
            "extraction": row.extraction,
            "by": row.by,
            "machine": row.machine,
            "recorded_from": at,
            "recorded_to": None if row.human else at,
            "extracted_to": None,
        }
        for pk, row in numbered
    ]
    connection.execute(insert(records), rows)
    for table, parts in (
        (participants, [p | {"record": pk} for pk, row in numbered for p in participant_rows(row.record, reported[1])]),
        (evidence, [e | {"record": pk} for pk, row in numbered for e in evidence_rows(row.record)]),
        (keys, [k for pk, row in numbered if row.human for k in _key_rows(held, row.record, reported[1], pk)]),
    ):
        if parts:
            connection.execute(insert(table), parts)
    add_words(connection, RECORD_WORDS, [{"rowid": pk, "words": words_of(row.record)} for pk, row in numbered])


def _close(connection: Connection, at: str, end: str, rows: Sequence[Row[Any]]) -> None:
    if rows:
        ended = update(records).where(records.c.pk == bindparam("row")).values({end: at})
        connection.execute(ended, [{"row": row.pk} for row in rows])


def _key_rows(held: Held, record: Record, reported: str, pk: int) -> list[dict[str, Any]]:
    return [{"key": key, "reported": reported, "record": pk} for key in sorted(set(held(record)))]


def key_anew(connection: Connection, held: Held) -> None:
    """Make the keys of all live records again: today's rules may look for them under other ones."""
    connection.execute(delete(keys))
    wanted = select(records.c.pk, records.c.payload, records.c.reported).where(records.c.recorded_to.is_(None))
    pks = connection.execute(wanted.with_only_columns(records.c.pk).order_by(records.c.pk)).scalars().all()
    for some in chunks(pks):
        rows = connection.execute(wanted.where(records.c.pk.in_(some))).all()
        made = [key for row in rows for key in _key_rows(held, record_from(row._mapping), row.reported, row.pk)]
        if made:
            connection.execute(insert(keys), made)


def _unkey(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    """Take closed rows off the shelf: keys lead to live records only, and can be made again at any time."""
    for row in rows:
        connection.execute(delete(keys).where(keys.c.record == row.pk, keys.c.reported == row.reported))


def reopen(connection: Connection, at: str, held: Held, standing: Standing, article: str) -> bool:
    """Close and open again the live rows of an article whose dates differ; return whether there were any."""
    (reported_from, reported), until = standing
    stale = [
        row
        for row in _live(connection, article)
        if (row.reported_from, row.reported, row.until) != (reported_from, reported, until)
    ]
    human = [row for row in stale if row.recorded_to is None]
    machine = [row for row in stale if row.machine and row.extracted_to is None]
    _close(connection, at, "recorded_to", human)
    _close(connection, at, "extracted_to", machine)
    _unkey(connection, human)
    again = [_Opening(record_from(r._mapping), r.by, r in machine, r in human, r.extraction) for r in stale]
    _open(connection, at, held, standing, again)
    return bool(stale)
