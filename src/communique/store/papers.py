"""Articles as stored: the text, where it appeared, what is nearly the same."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from communique.errors import AbsentError, QuestionError
from communique.records.clocks import UNDATED
from communique.records.texts import Article
from communique.records.views import Run
from communique.store.entries import appearances_of, chunks, matching
from communique.store.rows import article_from, quotable, signature_from
from communique.store.tables import appearances, articles, bands, extractions, runs


def article(connection: Connection, id: str, known_at: str | None) -> Article:
    """Return an article as it first appeared; QuestionError if there is none with this id."""
    row = connection.execute(select(articles).where(articles.c.id == id)).one_or_none()
    if row is None:
        raise AbsentError(f"there is no article {id!r} in this store")
    appeared = appearances_of(connection, [id], known_at).get(id)
    return article_from(row._mapping, appeared[0] if appeared else None)


def texts(connection: Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Return articles by id for quoting: text, title and segments, without their originals and appearances."""
    c = articles.c
    query = select(c.id, c.text, c.title, c.language, c.segments)
    return {row.id: quotable(row._mapping) for row in matching(connection, query, c.id, ids)}


def resolve_article(connection: Connection, prefix: str) -> str:
    """Return the one article id that begins so."""
    query = select(articles.c.id).where(articles.c.id >= prefix, articles.c.id < prefix + "g").order_by(articles.c.id)
    found: list[str] = list(connection.execute(query.limit(6)).scalars())
    if not prefix or not found:
        raise AbsentError(f"no article has an id that begins with {prefix!r}")
    if len(found) > 1 and found[0] != prefix:
        raise QuestionError(f"{prefix!r} could be any of {', '.join(found)}; give more digits")
    return found[0]


def sharing_bands(connection: Connection, those: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return article id -> signature of all articles that share a band: the candidates for near-duplicates."""
    found: dict[str, tuple[int, ...]] = {}
    for some in chunks(those):
        near = select(bands.c.article).where(bands.c.band.in_(some))
        query = select(articles.c.id, articles.c.signature).where(articles.c.id.in_(near))
        found.update((id, signature_from(stored)) for id, stored in connection.execute(query))
    return dict(sorted(found.items()))


def article_ids(connection: Connection) -> list[str]:
    """Return all articles in canonical order: first publication, id; undated ones last."""
    c = appearances.c
    first = func.coalesce(func.min(c.published_to), UNDATED)
    query = select(c.article).where(c.recorded_to.is_(None)).group_by(c.article).order_by(first, c.article)
    return list(connection.execute(query).scalars())


def run_of(connection: Connection, article: str) -> Run | None:
    """Return what read an article as it stands; None if it is not there."""
    query = select(runs.c.version, runs.c.model, runs.c.lexicon).join(extractions, extractions.c.run == runs.c.pk)
    row = connection.execute(query.where(extractions.c.article == article, extractions.c.recorded_to.is_(None)))
    found = row.one_or_none()
    return Run(version=found.version, model=found.model, lexicon=found.lexicon) if found else None
