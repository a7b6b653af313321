"""Looks whether a store keeps what it promises: every span reproduces its text, everything hangs together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select, text

from communique.errors import RecordError
from communique.records.codec import check_spans
from communique.records.texts import Article, article_id
from communique.records.views import Fault
from communique.store.entries import AT_ONCE, matching
from communique.store.rows import evidence_rows, record_from
from communique.store.tables import articles, evidence, records

AMISS = {
    "SELECT id FROM articles WHERE NOT EXISTS (SELECT 1 FROM appearances p WHERE p.article = articles.id"
    " AND p.recorded_to IS NULL)": "article {} appeared nowhere",
    "SELECT article FROM extractions WHERE recorded_to IS NULL GROUP BY article HAVING count(*) > 1": (
        "article {} has several live extractions"
    ),
    "SELECT id FROM records WHERE recorded_to IS NULL GROUP BY id HAVING count(*) > 1": "record {} is live twice",
    "SELECT id FROM records WHERE machine AND extracted_to IS NULL GROUP BY id HAVING count(*) > 1": (
        "record {} was read twice"
    ),
    "SELECT h.record FROM heads h WHERE h.recorded_to IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM records r WHERE r.id = h.record AND r.recorded_to IS NULL)": "record {} is in a thread, but gone",
    "SELECT h.record FROM heads h WHERE h.recorded_to IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM heads n WHERE n.record = h.head AND n.head = h.head AND n.recorded_to IS NULL)": (
        "record {} is in a thread whose head is not its own"
    ),
    "SELECT head FROM states s WHERE s.recorded_to IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM heads h WHERE h.head = s.head AND h.recorded_to IS NULL)": "thread {} has states, but no records",
    "SELECT head FROM states WHERE recorded_to IS NULL AND to_day IS NULL GROUP BY head HAVING count(*) > 1": (
        "thread {} has two present states"
    ),
    "SELECT id FROM records WHERE pk NOT IN (SELECT rowid FROM record_words)": "record {} cannot be searched",
    "SELECT id FROM articles WHERE pk NOT IN (SELECT rowid FROM article_words)": "article {} cannot be searched",
    "SELECT DISTINCT l.a FROM links l WHERE l.recorded_to IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM records r WHERE r.id = l.b AND r.recorded_to IS NULL)": "record {} is tied to one that is gone",
}
"""A query that must find nothing -> what to say of what it finds."""

MEND = "go back to a copy of the store, or `communique export jsonl` and add that to a new one"
"""What was stored is broken: nothing in the store can make it anew."""


def check(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong."""
    if connection.dialect.name == "sqlite":
        yield from _of_file(connection)
    for query, kind in AMISS.items():
        yield from (Fault(kind, (found,), MEND) for found in connection.execute(text(query)).scalars())
    yield from _of_texts(connection)


def _of_file(connection: Connection) -> Iterator[Fault]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Fault("the file is damaged: {}", (row[0],), MEND)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault("row {} of {} points at a row of {} that is not there", (row[1], row[0], row[2]), MEND)


def _of_texts(connection: Connection) -> Iterator[Fault]:
    """Yield what is wrong with articles and the live records in them, article by article."""
    last = ""
    query = select(articles.c.id, articles.c.text).order_by(articles.c.id).limit(AT_ONCE)
    while some := connection.execute(query.where(articles.c.id > last)).all():
        last = some[-1].id
        texts = {row.id: Article(text=row.text) for row in some}
        other = [id for id in texts if article_id(texts[id].text) != id]
        yield from (Fault("article {} has another text than its id says", (id,), MEND) for id in other)
        live = select(records).where(records.c.article.in_(list(texts)), records.c.extracted_to.is_(None))
        rows = connection.execute(live.order_by(records.c.pk)).all()
        pieces = _pieces(connection, [row.pk for row in rows])
        for row in rows:
            yield from _of_record(row, texts[row.article], pieces.get(row.pk, []))


def _pieces(connection: Connection, keys: list[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    query = select(evidence).order_by(evidence.c.record, evidence.c.position)
    for row in matching(connection, query, evidence.c.record, keys):
        told = dict(row._mapping)
        found.setdefault(told.pop("record"), []).append(told)
    return found


def _of_record(row: Row[Any], article: Article, pieces: list[dict[str, Any]]) -> Iterator[Fault]:
    try:
        record = record_from(row._mapping)
        check_spans(article, [record])
    except (RecordError, ValueError) as error:
        yield Fault("record {}: {}", (row.id, error), MEND)
        return
    if record.id != row.id:
        yield Fault("record {} has the payload of {}", (row.id, record.id), MEND)
    if evidence_rows(record) != pieces:
        yield Fault("record {} has other evidence than its payload says", (row.id,), MEND)
