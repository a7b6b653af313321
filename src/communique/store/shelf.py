"""Where linking looks for neighbours: live records that share a key, near enough in time of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, select

from communique.records.links import Entry
from communique.records.views import NOW, Placed
from communique.store.entries import by_id, chunks, entries_of, heads_of
from communique.store.layers import Held
from communique.store.tables import UNDATED, keys, records


class StoreShelf:
    """A shelf of a store, inside one transaction; see link.relinking.Shelf."""

    def __init__(self, connection: Connection, sought: Held, horizon: Callable[[str], int | None]) -> None:
        """Look in a transaction; `sought` keys of a record meet held ones within `horizon` days (None: any)."""
        self._connection, self._sought, self._horizon = connection, sought, horizon
        self._made: dict[int, Entry] = {}

    def neighbours(self, entry: Entry) -> list[Placed]:
        """Return the live entries that hold a key which this one seeks, itself aside, in canonical order."""
        day = entry.order[0]
        found: set[int] = set()
        for key in sorted(set(self._sought(entry.record))):
            query = select(keys.c.record).where(keys.c.key == key)
            days = self._horizon(key)
            if days is not None:
                first, last = _around(day, days)
                query = query.where(keys.c.reported >= first, keys.c.reported < last)
            found.update(self._connection.execute(query).scalars())
        return self._placed(near for near in self._live(found) if near.record.id != entry.record.id)

    def placed(self, ids: Iterable[str]) -> list[Placed]:
        """Return those of the live entries with these record ids, in canonical order."""
        return self._placed(by_id(self._connection, list(ids), NOW).values())

    def _live(self, rows: Iterable[int]) -> list[Entry]:
        """Return the live entries with these keys; each is made once, for a row never changes but for its end."""
        live = records.c.recorded_to.is_(None)
        found: list[Entry] = []
        for some in chunks(sorted(rows)):
            keys = list(self._connection.execute(select(records.c.pk).where(records.c.pk.in_(some), live)).scalars())
            new = [key for key in keys if key not in self._made]
            missing = self._connection.execute(select(records).where(records.c.pk.in_(new))).all() if new else []
            made = entries_of(self._connection, missing, None)
            self._made.update((row.pk, entry) for row, entry in zip(missing, made, strict=True))
            found += [self._made[key] for key in keys]
        return found

    def _placed(self, entries: Iterable[Entry]) -> list[Placed]:
        ordered = sorted(entries, key=lambda near: near.order)
        heads = heads_of(self._connection, [near.record.id for near in ordered], None)
        return [Placed(near, heads.get(near.record.id)) for near in ordered]


def _around(day: str, days: int) -> tuple[str, str]:
    """Return the first day, and the day after the last, that are at most `days` away; undated meets undated."""
    if day == UNDATED:
        return UNDATED, UNDATED + "~"
    middle = date.fromisoformat(day[:10])
    return (middle - timedelta(days)).isoformat(), (middle + timedelta(days + 1)).isoformat()
