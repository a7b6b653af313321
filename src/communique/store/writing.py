"""One transaction that writes: an article is entirely in the store or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from sqlalchemy import Connection, func, insert, select

from communique.errors import AbsentError
from communique.records.codec import check_spans
from communique.records.links import Decision, Link
from communique.records.record import Record
from communique.records.texts import Article, Publication
from communique.records.views import Run, State
from communique.store import appearing, layers, placing
from communique.store.appearing import Added
from communique.store.journal import last_moment
from communique.store.layers import Held
from communique.store.moments import after, moment
from communique.store.papers import article as stored_article
from communique.store.reading import Reader
from communique.store.rows import decision_row
from communique.store.shelf import Sought, StoreShelf
from communique.store.tables import decisions, moments


class Writer(Reader):
    """Writes within one transaction, and reads what it has just written; `at` is the moment it all gets."""

    def __init__(self, connection: Connection, at: str, held: Held) -> None:
        """Begin at the moment `at`, or just after the last one of the store if the clock has gone back."""
        self._connection, self._held = connection, held
        self.at = after(moment(at), last_moment(connection))
        connection.execute(insert(moments).values(at=self.at))

    def connected(self) -> AbstractContextManager[Connection]:
        """Return the connection of this transaction."""
        return nullcontext(self._connection)

    def put_article(self, article: Article, *, signature: Sequence[int] = (), bands: Iterable[str] = ()) -> Added:
        """Store an article, or a further appearance of it; see `Added`. Nothing is ever re-dated silently."""
        return appearing.put_article(self._connection, self.at, self._held, article, signature, bands)

    def redate(self, article: str, publisher: str | None, url: str | None, published: Publication | None) -> Added:
        """Give an appearance another date, because somebody decided so; the old one is kept as what was known."""
        return appearing.redate(self._connection, self.at, self._held, article, publisher, url, published)

    def put_records(
        self, article: str, read: Sequence[Record], run: Run, *, shown: Sequence[tuple[Record, str]] | None = None
    ) -> None:
        """Store what a run read in an article, and what is shown of it: (record, by) after decisions; None: as read.

        Every span is checked (RecordError). What has not changed stays as it is; what has is closed and opened anew.
        """
        human = [(record, "rule") for record in read] if shown is None else shown
        check_spans(stored_article(self._connection, article, None), [*read, *(record for record, _ in human)])
        extraction = layers.put_extraction(self._connection, self.at, article, run)
        self._put_layers(article, extraction, read, human)

    def put_shown(self, article: str, shown: Sequence[tuple[Record, str]]) -> None:
        """Store what is shown of an article after a decision: (record, by). What the machine read stays as it is."""
        check_spans(stored_article(self._connection, article, None), [record for record, _ in shown])
        self._put_layers(article, None, None, shown)

    def _put_layers(
        self, article: str, extraction: int | None, read: Sequence[Record] | None, shown: Sequence[tuple[Record, str]]
    ) -> None:
        stands = appearing.standing(self._connection, article)
        layers.put_layers(self._connection, self.at, self._held, stands, article, extraction, read, shown)

    def key_anew(self) -> None:
        """Make again the keys under which linking finds records, as after a change of its rules."""
        layers.key_anew(self._connection, self._held)

    def put_placements(self, placed: Mapping[str, tuple[Link | None, str | None] | None]) -> None:
        """Store to which thread records belong and why: (link, head). None: the record left the view."""
        placing.put_placements(self._connection, self.at, placed)

    def put_states(self, states: Mapping[str, Sequence[State]]) -> None:
        """Store head -> all states of its thread; an empty sequence for a thread that is gone."""
        placing.put_states(self._connection, self.at, states)

    def put_clusters(self, clusters: Mapping[str, str]) -> None:
        """Store article id -> the cluster that counts as one source."""
        placing.put_clusters(self._connection, self.at, clusters)

    def put_decision(self, decision: Decision) -> Decision:
        """Append a decision; return it with its number and moment."""
        number = int(self._connection.execute(select(func.coalesce(func.max(decisions.c.number), 0))).scalar_one()) + 1
        row = decision_row(decision) | {"number": number, "at": self.at, "withdrawn": None}
        self._connection.execute(insert(decisions).values(row))
        return replace(decision, number=number, when=self.at, withdrawn=None)

    def withdraw(self, number: int) -> None:
        """Undo a decision; AbsentError if there is none of this number, or if it was undone before."""
        live = decisions.update().where(decisions.c.number == number, decisions.c.withdrawn.is_(None))
        if self._connection.execute(live.values(withdrawn=self.at)).rowcount != 1:
            raise AbsentError(f"decision {number}: there is none of this number that still holds; see `communique log`")

    def shelf(self, sought: Sought, horizon: Callable[[str], int | None]) -> StoreShelf:
        """Return where linking looks for neighbours: live records that hold what a record seeks, near in time."""
        return StoreShelf(self._connection, sought, horizon)
