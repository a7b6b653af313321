"""Placing again what a change touches, and nothing else; the answer is that of placing everything anew.

A record's place depends on the earlier records that share a key with it: what they say and which thread they are in.
So whoever is touched is placed again in canonical order, and where its place changes, those behind it follow.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from communique.link.days import printed
from communique.link.keys import horizon, keys
from communique.link.placing import place, placing_order, threaded
from communique.records.links import Entry, Link
from communique.records.proposals import Position, Provision
from communique.records.views import Placed

Placement = tuple[Link | None, str] | None
"""How a record was placed: the link that put it there (None: it began its thread) and the head; None: in no thread."""

NONE: frozenset[str] = frozenset()


class Shelf(Protocol):
    """Where live entries are found by their keys."""

    def neighbours(self, entry: Entry) -> Sequence[Placed]:
        """Return the live entries that hold a key sought by `entry` within its horizon, with their present heads."""

    def beside(self, entry: Entry, heads: Collection[str]) -> Sequence[Placed]:
        """Return those that hold a key beside `entry`, within its horizon, and are in these threads."""

    def followers(self, entry: Entry) -> Sequence[Placed]:
        """Return those that `entry` is a neighbour of, or stands beside, and that were not published before it."""

    def placed(self, ids: Iterable[str]) -> Sequence[Placed]:
        """Return those of the live entries with these record ids, with their present heads."""


def relink(
    changed: Iterable[Entry], gone: Iterable[Entry], shelf: Shelf, apart: Mapping[str, frozenset[str]]
) -> dict[str, Placement]:
    """Return the new place of every record whose place may have changed.

    `changed`: entries that are new or say something else (they are on the shelf already). `gone`: entries that are no
    longer on it, and the old versions of changed ones. `apart`: record id -> ids that an analyst told apart from it;
    both sides of a pair that was added or withdrawn belong into `changed`. Exact: heads afterwards are those of
    `link_all` over the whole shelf.
    """
    work = _Work(shelf, apart)
    dirty = set()
    for entry in changed:
        dirty.add(entry.record.id)
        work.push(entry)
    for entry in gone:
        work.push_later(entry)
        work.placements[entry.record.id] = None
    while (following := work.pop()) is not None:
        if work.place(following) or following.record.id in dirty:
            work.push_later(following)
    return work.placements


def link_all(entries: Iterable[Entry], apart: Mapping[str, frozenset[str]] | None = None) -> dict[str, Placement]:
    """Return the place of every record, worked out from nothing: what `relink` has to agree with."""
    shelf = MemoryShelf()
    found: dict[str, Placement] = {}
    for entry in sorted(entries, key=placing_order):
        found[entry.record.id] = placement = place_again(entry, shelf, apart or {})
        shelf.put(entry, placement[1] if placement else None)
    return found


def place_again(entry: Entry, shelf: Shelf, apart: Mapping[str, frozenset[str]]) -> Placement:
    """Return the place of an entry among those before it, with the heads that they have on the shelf."""
    return _placement(entry, _earlier(entry, shelf, apart, {}), apart)


def _earlier(
    entry: Entry, shelf: Shelf, apart: Mapping[str, frozenset[str]], placements: Mapping[str, Placement]
) -> list[Placed]:
    """Return what is placed before an entry and has a say about its place, with the heads found just now: its
    neighbours, those told apart from it, and what stands beside it in the threads of these."""
    order = placing_order(entry)
    others = apart.get(entry.record.id, NONE)
    found = [*shelf.neighbours(entry), *(shelf.placed(sorted(others)) if others else ())]
    near = [_renewed(p, placements) for p in found]
    words, heads = keys(entry.record).beside, {p.head for p in near if p.head is not None}
    if words and heads:
        moved = shelf.placed([id for id, place in placements.items() if place is not None and place[1] in heads])
        further = [*shelf.beside(entry, heads), *(p for p in moved if _shares(entry, p.entry, words))]
        near += [_renewed(p, placements) for p in further]
    return [p for p in {p.entry.record.id: p for p in near}.values() if placing_order(p.entry) < order]


def _renewed(placed: Placed, placements: Mapping[str, Placement]) -> Placed:
    if placed.entry.record.id not in placements:
        return placed
    placement = placements[placed.entry.record.id]
    return Placed(placed.entry, placement[1] if placement else None)


class _Work:
    """Entries waiting to be placed, in canonical order, and the places found so far."""

    def __init__(self, shelf: Shelf, apart: Mapping[str, frozenset[str]]) -> None:
        self.shelf, self.apart = shelf, apart
        self.placements: dict[str, Placement] = {}
        self._waiting: dict[str, Entry] = {}
        self._heap: list[tuple[tuple[str, str, bool, str], str]] = []

    def push(self, entry: Entry) -> None:
        record = entry.record.id
        if record not in self._waiting:
            heapq.heappush(self._heap, (placing_order(entry), record))
        self._waiting[record] = entry

    def pop(self) -> Entry | None:
        return self._waiting.pop(heapq.heappop(self._heap)[1]) if self._heap else None

    def push_later(self, entry: Entry) -> None:
        """Have everything placed again that looks at `entry`."""
        order, others = placing_order(entry), self.apart.get(entry.record.id, NONE)
        for placed in (*self.shelf.followers(entry), *(self.shelf.placed(sorted(others)) if others else ())):
            if placing_order(placed.entry) > order:
                self.push(placed.entry)

    def place(self, entry: Entry) -> bool:
        """Place `entry`; return whether it is in another thread than before."""
        record = entry.record.id
        before = next((p.head for p in self.shelf.placed([record])), None)
        placement = _placement(entry, _earlier(entry, self.shelf, self.apart, self.placements), self.apart)
        self.placements[record] = placement
        return before != (placement[1] if placement else None)


def _placement(entry: Entry, earlier: Sequence[Placed], apart: Mapping[str, frozenset[str]]) -> Placement:
    """Place one record; points and positions without their plan belong to no thread."""
    if not threaded(entry.record):
        return None
    link = place(entry, earlier, apart.get(entry.record.id, NONE))
    if link is None:
        return None if isinstance(entry.record, Position | Provision) else (None, entry.record.id)
    return link, link.a if link.b == entry.record.id else link.b


class MemoryShelf:
    """A shelf in memory: for tests, evaluations and views of the past."""

    def __init__(self) -> None:
        """Begin with an empty shelf."""
        self._placed: dict[str, Placed] = {}
        self._held: dict[str, dict[str, None]] = {}

    def put(self, entry: Entry, head: str | None = None) -> None:
        """Put an entry on the shelf, or another version of one in its place."""
        self.take(entry)
        self._placed[entry.record.id] = Placed(entry, head)
        for key in keys(entry.record).held:
            self._held.setdefault(key, {})[entry.record.id] = None

    def take(self, entry: Entry) -> None:
        """Take an entry off the shelf, if it is there."""
        known = self._placed.pop(entry.record.id, None)
        for key in keys(known.entry.record).held if known else ():
            self._held[key].pop(entry.record.id, None)

    def settle(self, placements: Mapping[str, Placement]) -> None:
        """Note where records were placed."""
        for record, placement in placements.items():
            if record in self._placed:
                self._placed[record] = Placed(self._placed[record].entry, placement[1] if placement else None)

    def neighbours(self, entry: Entry) -> Sequence[Placed]:
        """Return the entries that hold a key sought by `entry`; see `Shelf`."""
        return self._holding(entry, keys(entry.record).sought)

    def beside(self, entry: Entry, heads: Collection[str]) -> Sequence[Placed]:
        """Return the entries in these threads that hold a key beside `entry`; see `Shelf`."""
        return [p for p in self._holding(entry, keys(entry.record).beside) if p.head in heads]

    def followers(self, entry: Entry) -> Sequence[Placed]:
        """Return the entries not before `entry` that look at it; see `Shelf`."""
        words = keys(entry.record)
        found = self._holding(entry, (*words.sought, *words.beside))
        return [p for p in found if p.entry.order[0] >= entry.order[0]]

    def _holding(self, entry: Entry, words: Iterable[str]) -> list[Placed]:
        found: dict[str, Placed] = {}
        for key in words:
            days = horizon(key)
            for record in self._held.get(key, ()):
                placed = self._placed[record]
                if record != entry.record.id and _near(entry, placed.entry, days):
                    found[record] = placed
        return list(found.values())

    def placed(self, ids: Iterable[str]) -> Sequence[Placed]:
        """Return the entries with these record ids; see `Shelf`."""
        return [self._placed[record] for record in ids if record in self._placed]


def _shares(entry: Entry, other: Entry, words: Collection[str]) -> bool:
    """Whether another entry holds one of these words and was published near enough for it."""
    return any(_near(entry, other, horizon(key)) for key in set(words).intersection(keys(other.record).held))


def _near(a: Entry, b: Entry, days: int | None) -> bool:
    """Whether two were printed within `days` of each other; undated ones are near to undated ones only."""
    one, other = printed(a), printed(b)
    if days is None or one is None or other is None:
        return days is None or one == other
    return abs(one - other) <= days
