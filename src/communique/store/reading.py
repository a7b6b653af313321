"""All that may be asked of a store, in one place; the modules named by nouns do the work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from communique.records.links import Appearance, Decision, Entry, Link
from communique.records.texts import Article
from communique.records.views import NOW, Filter, Run, State, View
from communique.store import changes, entries, journal, matters, papers, search
from communique.store.changes import Change

ALL = Filter()
"""The filter that asks for nothing in particular."""


class Reader:
    """What may be asked of a store. Each answer is of one moment; for several of the same, give its `known_at`."""

    def connected(self) -> AbstractContextManager[Connection]:
        """Return a connection for the length of one question."""
        raise NotImplementedError

    def moment(self) -> str | None:
        """Return when the store was last written to (UTC, ISO); None if never."""
        with self.connected() as connection:
            return journal.last_moment(connection)

    def entries(self, filter: Filter, view: View = NOW) -> list[Entry]:
        """Return the records asked for; as of a day, those certainly reported by then and not yet corrected."""
        with self.connected() as connection:
            return entries.find(connection, filter, view)

    def count(self, filter: Filter, view: View = NOW) -> int:
        """Return how many records `entries` would give without limit."""
        with self.connected() as connection:
            return entries.count(connection, filter, view)

    def outside(self, filter: Filter, view: View) -> tuple[int, int]:
        """Return how many records the day of a view leaves out: possibly reported by then, and undated."""
        with self.connected() as connection:
            return entries.outside(connection, filter, view)

    def entry(self, id: str, view: View = NOW) -> Entry | None:
        """Return the record with this whole id, whenever it was reported; None if the view does not show it."""
        return self.by_id([id], view).get(id)

    def by_id(self, ids: Collection[str], view: View = NOW) -> dict[str, Entry]:
        """Return the records with these ids, whenever they were reported."""
        with self.connected() as connection:
            return entries.by_id(connection, ids, view)

    def glimpsed(self, ids: Collection[str]) -> dict[str, Entry]:
        """Return the live records with these ids: of their articles no more than the day of first publication."""
        with self.connected() as connection:
            return entries.glimpsed(connection, ids)

    def of_articles(self, articles: Collection[str], view: View = NOW) -> list[Entry]:
        """Return all records of articles in canonical order, whenever they were reported."""
        with self.connected() as connection:
            return entries.of_articles(connection, articles, view)

    def members(self, heads: Collection[str], known_at: str | None = None) -> dict[str, list[Entry]]:
        """Return the records of each thread, given by its head, in canonical order; a fold cuts them by day."""
        with self.connected() as connection:
            return entries.members(connection, heads, known_at)

    def heads(self, ids: Collection[str], known_at: str | None = None) -> dict[str, str]:
        """Return record id -> head of its thread; a record in no thread is left out."""
        with self.connected() as connection:
            return entries.heads_of(connection, ids, known_at)

    def states(self, filter: Filter, view: View = NOW) -> list[State]:
        """Return how the matters that are asked for stood on the day of the view; `kinds` are kinds of threads."""
        with self.connected() as connection:
            return matters.find_states(connection, filter, view)

    def history(self, heads: Collection[str], known_at: str | None = None) -> dict[str, list[State]]:
        """Return head -> all states of its thread in the order of days."""
        with self.connected() as connection:
            return matters.history(connection, heads, known_at)

    def links(self, ids: Collection[str], known_at: str | None = None) -> list[Link]:
        """Return the links from or to these records."""
        with self.connected() as connection:
            return matters.links_of(connection, ids, known_at)

    def resolve(self, prefix: str) -> str:
        """Return the one record id that begins so ("eng-7f3a", "7f3a"); QuestionError if there is none, or several."""
        with self.connected() as connection:
            return entries.resolve(connection, prefix)

    def short_ids(self, found: Iterable[Entry]) -> dict[str, str]:
        """Return record id -> its shortest unambiguous form, "eng-7f3a"."""
        with self.connected() as connection:
            return entries.short_ids(connection, {e.record.id: e.record.kind for e in found})

    def article(self, id: str, known_at: str | None = None) -> Article:
        """Return an article as it first appeared, with its original bytes; QuestionError if it is not there."""
        with self.connected() as connection:
            return papers.article(connection, papers.resolve_article(connection, id), known_at)

    def article_ids(self) -> list[str]:
        """Return all articles in canonical order: first publication, id; undated ones last."""
        with self.connected() as connection:
            return papers.article_ids(connection)

    def run_of(self, article: str) -> Run | None:
        """Return what read an article as it stands; None if the article is not in the store."""
        with self.connected() as connection:
            return papers.run_of(connection, article)

    def texts(self, ids: Iterable[str]) -> dict[str, Article]:
        """Return articles by id for quoting: text, title and segments only; one that is not there is left out."""
        with self.connected() as connection:
            return papers.texts(connection, ids)

    def appearances(self, article: str, known_at: str | None = None) -> list[Appearance]:
        """Return where an article appeared, by day, the undated ones last."""
        with self.connected() as connection:
            return entries.appearances_of(connection, [article], known_at).get(article, [])

    def sharing_bands(self, bands: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Return article id -> signature of the articles that share a band: candidates for near-duplicates."""
        with self.connected() as connection:
            return papers.sharing_bands(connection, bands)

    def clusters(self, articles: Iterable[str], known_at: str | None = None) -> dict[str, str]:
        """Return article id -> its cluster, for those that were given one."""
        with self.connected() as connection:
            return entries.clusters_of(connection, articles, known_at)

    def search(self, query: str, view: View = NOW, limit: int = 50) -> list[Entry]:
        """Return the records that hold all words and "quoted phrases" of a query, last reported first."""
        with self.connected() as connection:
            return search.search(connection, query, view, limit)

    def search_articles(self, query: str, view: View = NOW, limit: int = 50) -> list[str]:
        """Return the ids of articles that hold all words and "quoted phrases" of a query, last published first."""
        with self.connected() as connection:
            return search.search_articles(connection, query, view, limit)

    def decisions(
        self, known_at: str | None = None, *, verbs: Collection[str] = (), articles: Collection[str] = ()
    ) -> list[Decision]:
        """Return decisions by number, of some verbs, about some articles (() is any); those withdrawn say when."""
        with self.connected() as connection:
            return journal.decisions_of(connection, known_at, verbs, articles)

    def changes(self, since: str | None, until: str | None = None, filter: Filter = ALL) -> list[Change]:
        """Return which records came, went or became others between two recorded moments; None: beginning, now."""
        with self.connected() as connection:
            return changes.changes(connection, changes.Time(since, until), filter)

    def count_changes(self, since: str | None, until: str | None = None, filter: Filter = ALL) -> dict[str, int]:
        """Return how many `changes` would give without limit: "new", "changed", "gone"."""
        with self.connected() as connection:
            return changes.count_changes(connection, changes.Time(since, until), filter)

    def export(self, view: View = NOW) -> Iterator[Entry]:
        """Yield every record of a view in canonical order."""
        with self.connected() as connection:
            yield from entries.export(connection, view)
