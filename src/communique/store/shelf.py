"""Where linking looks for neighbours: live records that share a key, near enough in time of publication."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, and_, select

from communique.records.links import Entry
from communique.records.threads import UNDATED
from communique.records.views import NOW, Placed
from communique.store.entries import by_id, chunks, heads_of
from communique.store.layers import Held
from communique.store.rows import GLIMPSED, glimpse
from communique.store.tables import heads, keys, records

LIVE = (
    select(records.c.pk, records.c.id, heads.c.head, *(records.c[name] for name in GLIMPSED))
    .outerjoin(heads, and_(heads.c.record == records.c.id, heads.c.recorded_to.is_(None)))
    .where(records.c.recorded_to.is_(None))
)
"""Live records with the heads of their threads."""

Asked = tuple[str, str]
"""A key that is looked for, and the day of publication of who looks for it."""


class StoreShelf:
    """A shelf of a store, inside one transaction; see link.relinking.Shelf. It shows records as they were when they
    were first looked at: nothing is put on it while records are placed, and each is asked for again and again.
    Of the neighbours' articles it knows no more than the first day of publication."""

    def __init__(self, connection: Connection, sought: Held, horizon: Callable[[str], int | None]) -> None:
        """Look in a transaction; `sought` keys of a record meet held ones within `horizon` days (None: any)."""
        self._connection, self._sought, self._horizon = connection, sought, horizon
        self._asked: dict[int, tuple[Entry, list[Asked]]] = {}
        self._near: dict[int, list[Placed]] = {}
        self._found: dict[Asked, set[int]] = {}
        self._rows: dict[int, Placed | None] = {}
        self._live: dict[str, Placed | None] = {}

    def expect(self, live: Collection[Entry], gone: Iterable[Entry] = ()) -> None:
        """Look up at once what will be asked of many: of `live` entries, and of others that are no longer there."""
        self._place(live)
        self._look_up([*live, *gone])

    def neighbours(self, entry: Entry) -> list[Placed]:
        """Return the live entries that hold a key which this one seeks, itself aside, in canonical order."""
        if id(entry) not in self._near:
            self._look_up([entry])
            rows = {row for asked in self._keys_of(entry) for row in self._found[asked]}
            near = [placed for row in rows if (placed := self._rows[row]) is not None]
            others = (p for p in near if p.entry.record.id != entry.record.id)
            self._near[id(entry)] = sorted(others, key=lambda p: p.entry.order)
        return self._near[id(entry)]

    def placed(self, ids: Iterable[str]) -> list[Placed]:
        """Return those of the live entries with these record ids, in canonical order."""
        wanted = list(ids)
        missing = [id for id in wanted if id not in self._live]
        if missing:
            self._live.update(dict.fromkeys(missing))
            self._place(by_id(self._connection, missing, NOW).values())
        found = [placed for id in wanted if (placed := self._live[id]) is not None]
        return sorted(found, key=lambda p: p.entry.order) if len(found) > 1 else found

    def _keys_of(self, entry: Entry) -> list[Asked]:
        """Return what is looked for on behalf of an entry: keys, each from its day of publication."""
        if id(entry) not in self._asked:
            day = entry.order[0]
            self._asked[id(entry)] = entry, [(key, day) for key in sorted(set(self._sought(entry.record)))]
        return self._asked[id(entry)][1]

    def _look_up(self, entries: Iterable[Entry]) -> None:
        """Find the rows that hold what these seek, with a query for all keys that lead equally far, and make them."""
        missing: dict[tuple[str, int | None], dict[str, None]] = {}
        for key, day in (asked for entry in entries for asked in self._keys_of(entry) if asked not in self._found):
            missing.setdefault((day, self._horizon(key)), {})[key] = None
        rows: set[int] = set()
        for (day, days), those in missing.items():
            self._found.update(((key, day), set()) for key in those)
            for key, row in self._holding(day, days, those):
                self._found[key, day].add(row)
                rows.add(row)
        self._make(sorted(row for row in rows if row not in self._rows))

    def _holding(self, day: str, days: int | None, those: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Yield keys and the rows that hold them, published within some days of a day."""
        for some in chunks(those):
            query = select(keys.c.key, keys.c.record).where(keys.c.key.in_(some))
            if days is not None:
                first, last = _around(day, days)
                query = query.where(keys.c.reported >= first, keys.c.reported < last)
            yield from ((key, row) for key, row in self._connection.execute(query).all())

    def _make(self, numbers: list[int]) -> None:
        """Make the entries of rows, and note where they are placed."""
        self._rows.update(dict.fromkeys(numbers))
        for some in chunks(numbers):
            for pk, id, head, *glimpsed in self._connection.execute(LIVE.where(records.c.pk.in_(some))).all():
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
