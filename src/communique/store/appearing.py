"""Articles and where they appeared: new, again, elsewhere, with another date, or in a corrected version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, func, insert, select, update

from communique.errors import StoreError
from communique.records.clocks import UNDATED
from communique.records.links import first_publication
from communique.records.texts import Article, Publication
from communique.store.entries import matching
from communique.store.layers import Held, Standing, reopen
from communique.store.rows import appearance_from, appearance_row, article_row, reported
from communique.store.search import ARTICLE_WORDS, add_words
from communique.store.tables import appearances, articles, bands
from communique.store.words import fold

Outcome = Literal["new", "again", "appearance", "corrects", "differs"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article came to.

    new         its text was not there before
    again       text, publisher, URL and date were there: nothing was written
    appearance  the text was there; it has now appeared elsewhere, too
    corrects    the text is new, its URL is not: versions of one article. `others` are the other versions
    differs     this appearance is there with another date: nothing was written, `why` says what to do

    `changed` are the articles (this one too, if it was there) whose records now have another date or `until`.
    """

    outcome: Outcome
    article: str
    why: str = ""
    others: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def put_article(
    connection: Connection, at: str, held: Held, article: Article, signature: Sequence[int], of_bands: Iterable[str]
) -> Added:
    """Store an article and its appearance; see `Added`."""
    id = article.id
    known = connection.execute(select(articles.c.pk).where(articles.c.id == id)).scalar() is not None
    same = select(appearances).where(*_this(id, article.publisher, article.url))
    before = connection.execute(same).one_or_none()
    row = appearance_row(id, article.publisher, article.url, article.published)
    if before is not None:
        if (before.published_from, before.published_to) == (row["published_from"], row["published_to"]):
            return Added("again", id, "this article is in the store already")
        return Added("differs", id, _differing(article, appearance_from(before._mapping).published))
    if not known:
        _put_text(connection, at, article, signature, of_bands)
    connection.execute(insert(appearances).values(row | {"recorded_from": at}))
    others = tuple(sorted(_sharing(connection, [article.url] if article.url else []) - {id}))
    changed = tuple(other for other in sorted({id, *others}) if refresh(connection, at, held, other))
    if others:
        return Added("corrects", id, f"another text was at {article.url} before", others, changed)
    return Added("appearance" if known else "new", id, "", (), changed)


def redate(
    connection: Connection,
    at: str,
    held: Held,
    article: str,
    publisher: str | None,
    url: str | None,
    published: Publication | None,
) -> Added:
    """Close an appearance and open it with another date; StoreError if there is no such appearance."""
    before = connection.execute(select(appearances).where(*_this(article, publisher, url))).one_or_none()
    if before is None:
        raise StoreError(f"article {article}: has no appearance at {publisher or 'no publisher'}, {url or 'no URL'}")
    connection.execute(update(appearances).where(appearances.c.pk == before.pk).values(recorded_to=at))
    again = appearance_row(article, publisher, url, published) | {"recorded_from": at}
    connection.execute(insert(appearances).values(again))
    touched = sorted({article} | _sharing(connection, [url] if url else []))
    return Added("appearance", article, "", (), tuple(a for a in touched if refresh(connection, at, held, a)))


def _this(article: str, publisher: str | None, url: str | None) -> list[Any]:
    c = appearances.c
    return [
        c.article == article,
        c.publisher.is_not_distinct_from(publisher),
        c.url.is_not_distinct_from(url),
        c.recorded_to.is_(None),
    ]


def _differing(article: Article, known: Publication | None) -> str:
    def told(published: Publication | None) -> str:
        if published is None:
            return "no date"
        return published.to if published.from_ == published.to else f"{published.from_} to {published.to}"

    return (
        f"article {article.id} is in the store with {told(known)}, not {told(article.published)}; "
        f"if the new date is right: communique correct {article.id} published={told(article.published)}"
    )


def _put_text(
    connection: Connection, at: str, article: Article, signature: Sequence[int], of_bands: Iterable[str]
) -> None:
    pk = int(connection.execute(select(func.coalesce(func.max(articles.c.pk), 0))).scalar_one()) + 1
    connection.execute(insert(articles).values(article_row(article, signature) | {"pk": pk, "added_at": at}))
    add_words(connection, ARTICLE_WORDS, [{"rowid": pk, "words": fold(article.text)}])
    shared = [{"band": band, "article": article.id} for band in sorted(set(of_bands))]
    if shared:
        connection.execute(insert(bands), shared)


def _sharing(connection: Connection, urls: Sequence[str]) -> set[str]:
    """Return the articles that appeared at one of the URLs."""
    live = select(appearances.c.article).where(appearances.c.recorded_to.is_(None))
    return {article for (article,) in matching(connection, live, appearances.c.url, urls)}


def refresh(connection: Connection, at: str, held: Held, article: str) -> bool:
    """Give the records of an article its present dates; return whether they had others."""
    return reopen(connection, at, held, standing(connection, article), article)


def standing(connection: Connection, article: str) -> Standing:
    """Return when an article was first reported, and from which day on a corrected version stands in its place.

    It is corrected when there is a later version at each of its URLs: what still stands elsewhere is still reported.
    """
    c = appearances.c
    rows = connection.execute(select(appearances).where(c.article == article, c.recorded_to.is_(None))).all()
    published = first_publication(appearance_from(row._mapping) for row in rows)
    ends = [_corrected(connection, row.url, article) for row in rows]
    until = max((end for end in ends if end is not None), default=None) if None not in ends else None
    return reported(published), until


def _corrected(connection: Connection, url: str | None, article: str) -> str | None:
    """Return the day from which a later version stands at a URL.

    Versions follow one another by date of publication; if one of them has none, by the time of adding.
    """
    if url is None:
        return None
    c = appearances.c
    query = select(c.article, func.min(c.published_to), func.min(c.recorded_from)).group_by(c.article)
    versions = [tuple(row) for row in connection.execute(query.where(c.url == url, c.recorded_to.is_(None)))]
    dated = all(day is not None for _, day, _ in versions)
    order = sorted(versions, key=lambda v: ((v[1] or "") if dated else "", v[2], v[0]))
    place = next(i for i, version in enumerate(order) if version[0] == article)
    if place == len(order) - 1:
        return None
    return order[place + 1][1] or order[place][1] or UNDATED
