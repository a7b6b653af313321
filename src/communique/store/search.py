"""Full-text search: words and "quoted phrases", all of which must be found. Any other syntax is read as words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, column, func, select, table, text

from communique.records.links import Entry
from communique.records.views import View
from communique.store.conditions import known, reported, seen
from communique.store.entries import entries_of
from communique.store.tables import appearances, articles, records
from communique.store.words import phrases

AT_ONCE = 2000
"""Matches looked at in one go."""

RECORD_WORDS, ARTICLE_WORDS = (
    table(name, column("rowid"), column("words")) for name in ("record_words", "article_words")
)


def add_words(connection: Connection, index: Any, rows: list[dict[str, Any]]) -> None:
    """Add folded `words` for each `rowid`."""
    words = "to_tsvector('communique', :words)" if connection.dialect.name == "postgresql" else ":words"
    connection.execute(text(f"INSERT INTO {index.name} (rowid, words) VALUES (:rowid, {words})"), rows)


def search(connection: Connection, query: str, view: View, limit: int) -> list[Entry]:
    """Return the records that hold all words of `query`, last reported first; none for a query without words.

    Words that thousands of records hold are looked for among the last records added first, and no further than needed.
    """
    pieces = phrases(query)
    rows: list[Row[Any]] = []
    before: int | None = None
    while pieces and len(rows) < limit:
        some = _matching(connection, RECORD_WORDS, pieces, before)
        keys = list(connection.execute(some.order_by(RECORD_WORDS.c.rowid.desc()).limit(AT_ONCE)).scalars())
        found = select(records).where(records.c.pk.in_(keys), *seen(view), *reported(view.as_of))
        rows += connection.execute(found).all() if keys else []
        if len(keys) < AT_ONCE:
            break
        before = keys[-1]
    rows.sort(key=lambda row: (row.reported, row.article, row.id), reverse=True)
    return entries_of(connection, rows[:limit], view.known_at)


def search_articles(connection: Connection, query: str, view: View, limit: int) -> list[str]:
    """Return the ids of the articles whose title or text holds all words of `query`, last published first."""
    pieces = phrases(query)
    if not pieces:
        return []
    first = func.min(appearances.c.published_to)
    found = select(articles.c.id).join(appearances, appearances.c.article == articles.c.id)
    found = found.where(
        articles.c.pk.in_(_matching(connection, ARTICLE_WORDS, pieces)), known(appearances, view.known_at)
    ).group_by(articles.c.id)
    if view.as_of is not None:
        found = found.having(first < view.as_of + "~")
    return list(connection.execute(found.order_by(first.desc(), articles.c.id.desc()).limit(limit)).scalars())


def _matching(connection: Connection, index: Any, pieces: list[str], before: int | None = None) -> Select[Any]:
    """Return the query for row ids (below `before`); the pieces are folded words and blanks, and are bound."""
    ids = select(index.c.rowid)
    if before is not None:
        ids = ids.where(index.c.rowid < before)
    if connection.dialect.name == "sqlite":
        return ids.where(
            text(f"{index.name} MATCH :sought").bindparams(sought=" AND ".join(f'"{piece}"' for piece in pieces))
        )
    for piece in pieces:
        ids = ids.where(index.c.words.op("@@")(func.phraseto_tsquery("communique", piece)))
    return ids
