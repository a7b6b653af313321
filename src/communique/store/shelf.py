"""Where linking looks for neighbours: live records that share a key, near enough in time of publication."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, and_, select

from communique.records.clocks import UNDATED
from communique.records.links import Entry
from communique.records.record import Record
from communique.records.views import NOW, Placed
from communique.store.entries import by_id, heads_of, matching
from communique.store.rows import GLIMPSED, glimpse
from communique.store.tables import heads, keys, records

LIVE = (
    select(records.c.pk, records.c.id, heads.c.head, *(records.c[name] for name in GLIMPSED))
    .outerjoin(heads, and_(heads.c.record == records.c.id, heads.c.recorded_to.is_(None)))
    .where(records.c.recorded_to.is_(None))
)
"""Live records with the heads of their threads."""

HEADS = (
    select(records.c.pk, heads.c.head)
    .join(heads, and_(heads.c.record == records.c.id, heads.c.recorded_to.is_(None)))
    .where(records.c.recorded_to.is_(None))
)
"""The heads of the threads of live records, by their rows: a thread may have thousands of members, few of them near."""

Sought = Callable[[Record], tuple[Iterable[str], Iterable[str]]]
"""The keys that a record seeks, and those beside it; from package link."""

Asked = tuple[str, str]
"""A key that is looked for, and the day of publication of who looks for it."""


class StoreShelf:
    """A shelf of a store, inside one transaction; see link.relinking.Shelf. It shows records as they were when they
    were first looked at: nothing is put on it while records are placed, and each is asked for again and again.
    Of the neighbours' articles it knows no more than the first day of publication."""

    def __init__(self, connection: Connection, sought: Sought, horizon: Callable[[str], int | None]) -> None:
        """Look in a transaction; `sought` keys of a record meet held ones within `horizon` days (None: any)."""
        self._connection, self._sought, self._horizon = connection, sought, horizon
        self._asked: dict[int, tuple[Entry, list[Asked], list[Asked]]] = {}
        self._found: dict[Asked, dict[int, str]] = {}
        self._heads: dict[int, str | None] = {}
        self._rows: dict[int, Placed | None] = {}
        self._live: dict[str, Placed | None] = {}

    def expect(self, live: Collection[Entry], gone: Iterable[Entry] = ()) -> None:
        """Look up at once what will be asked of many: of `live` entries, and of others that are no longer there."""
        self._place(live)
        self._look_up([*live, *gone])
        self._make({row for entry in (*live, *gone) for asked in self._keys_of(entry)[0] for row in self._found[asked]})

    def neighbours(self, entry: Entry) -> list[Placed]:
        """Return the live entries that hold a key which this one seeks, itself aside, in canonical order."""
        self._look_up([entry])
        return self._others(entry, {row for asked in self._keys_of(entry)[0] for row in self._found[asked]})

    def beside(self, entry: Entry, threads: Collection[str]) -> list[Placed]:
        """Return those that hold a key beside this one and are in some threads; see link.keys."""
        self._look_up([entry])
        rows = {row for asked in self._keys_of(entry)[1] for row in self._found[asked]}
        missing = sorted(rows - self._heads.keys())
        self._heads.update(dict.fromkeys(missing))
        self._heads.update((row, head) for row, head in matching(self._connection, HEADS, records.c.pk, missing))
        return self._others(entry, {row for row in rows if self._heads[row] in threads})

    def followers(self, entry: Entry) -> list[Placed]:
        """Return those that look at this one and were not published before it."""
        self._look_up([entry])
        asked = (asked for some in self._keys_of(entry)[:2] for asked in some)
        return self._others(entry, {row for one in asked for row, day in self._found[one].items() if day >= one[1]})

    def _others(self, entry: Entry, rows: Collection[int]) -> list[Placed]:
        """Return the entries of rows, all but one, in canonical order."""
        self._make(rows)
        near = [placed for row in rows if (placed := self._rows[row]) is not None]
        return sorted((p for p in near if p.entry.record.id != entry.record.id), key=lambda p: p.entry.order)

    def placed(self, ids: Iterable[str]) -> list[Placed]:
        """Return those of the live entries with these record ids, in canonical order."""
        wanted = list(ids)
        missing = [id for id in wanted if id not in self._live]
        if missing:
            self._live.update(dict.fromkeys(missing))
            self._place(by_id(self._connection, missing, NOW).values())
        found = [placed for id in wanted if (placed := self._live[id]) is not None]
        return sorted(found, key=lambda p: p.entry.order) if len(found) > 1 else found

    def _keys_of(self, entry: Entry) -> tuple[list[Asked], list[Asked]]:
        """Return what is looked for on behalf of an entry, and what stands beside it: keys, from its day."""
        if id(entry) not in self._asked:
            day, words = entry.order[0], self._sought(entry.record)
            asked, beside = ([(key, day) for key in sorted(set(some))] for some in words)
            self._asked[id(entry)] = entry, asked, beside
        return self._asked[id(entry)][1:]

    def _look_up(self, entries: Iterable[Entry]) -> None:
        """Find the rows that hold what these seek or have beside them, with a query for all keys that lead as far."""
        missing: dict[tuple[str, int | None], dict[str, None]] = {}
        wanted = (asked for entry in entries for some in self._keys_of(entry) for asked in some)
        for key, day in (asked for asked in wanted if asked not in self._found):
            missing.setdefault((day, self._horizon(key)), {})[key] = None
        for (day, days), those in missing.items():
            self._found.update(((key, day), {}) for key in those)
            for key, row, reported in self._holding(day, days, those):
                self._found[key, day][row] = reported

    def _holding(self, day: str, days: int | None, those: Iterable[str]) -> Iterator[tuple[str, int, str]]:
        """Yield keys, the rows that hold them and when these were published: within some days of a day."""
        query = select(keys.c.key, keys.c.record, keys.c.reported)
        if days is not None:
            first, last = _around(day, days)
            query = query.where(keys.c.reported >= first, keys.c.reported < last)
        yield from ((key, row, told) for key, row, told in matching(self._connection, query, keys.c.key, those))

    def _make(self, rows: Iterable[int]) -> None:
        """Make the entries of rows, and note where they are placed."""
        numbers = sorted(row for row in rows if row not in self._rows)
        self._rows.update(dict.fromkeys(numbers))
        for pk, id, head, *glimpsed in matching(self._connection, LIVE, records.c.pk, numbers):
            if self._live.get(id) is None:
                self._live[id] = Placed(glimpse(*glimpsed), head)
            self._rows[pk] = self._live[id]

    def _place(self, entries: Collection[Entry]) -> None:
        known = heads_of(self._connection, [entry.record.id for entry in entries], None)
        self._live.update((entry.record.id, Placed(entry, known.get(entry.record.id))) for entry in entries)


def _around(day: str, days: int) -> tuple[str, str]:
    """Return the first day, and the day after the last, that are at most `days` away; undated meets undated."""
    if day == UNDATED:
        return UNDATED, UNDATED + "~"
    middle = date.fromisoformat(day[:10])
    return (middle - timedelta(days)).isoformat(), (middle + timedelta(days + 1)).isoformat()
