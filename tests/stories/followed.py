"""The threads that the program makes of a story, beside those that a reader expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from communique.link.duplicates import signature
from communique.link.folding import fold, status_on
from communique.link.relinking import link_all
from communique.link.sources import Copy, cluster
from communique.records import Denial
from communique.records.links import Appearance, Entry, Link, Thread
from stories.expected import Line, Story, lines, told, touching


@dataclass(frozen=True, eq=False, repr=False)
class Followed:
    """A story with its records, links and threads, and how it meets what is expected of it.

    Its repr is short: pytest writes out what a test was given for every expected failure.
    """

    name: str
    story: Story

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The records of the story as reports, by their ids."""
        return {e.record.id: e for e in _entries(self.story)}

    @cached_property
    def placements(self) -> Mapping[str, tuple[Link | None, str] | None]:
        """The place of every record."""
        return link_all(self.entries.values())

    @cached_property
    def members(self) -> Mapping[str, Sequence[Entry]]:
        """The reports in each thread, by the thread's head."""
        found: dict[str, list[Entry]] = {}
        for record, placement in self.placements.items():
            if placement is not None:
                found.setdefault(placement[1], []).append(self.entries[record])
        return found

    @property
    def history(self) -> Sequence[Line]:
        """The lines of the histories of its threads."""
        return [line for line in lines("history") if line.story == self.name]

    @cached_property
    def told_in(self) -> Mapping[Line, frozenset[str]]:
        """The threads that hold the records which say what a line of a history says."""
        return {
            line: frozenset(p[1] for r in told(self.story, line) if (p := self.placements.get(r.id)) is not None)
            for line in self.history
        }

    @cached_property
    def threads(self) -> Mapping[str, str | None]:
        """For each expected thread the head of the one that holds most of what it tells (the first); or None."""
        found: dict[str, Counter[str]] = {}
        for line, heads in self.told_in.items():
            found.setdefault(line.thread, Counter()).update(sorted(heads))
        return {name: max(count, key=count.__getitem__, default=None) for name, count in found.items()}

    def reads(self, line: Line) -> str:
        """Return how far a line of a history is met: "" (wholly), "thread" (in another thread), "read" (not at all)."""
        if not told(self.story, line):
            return "read"
        return "" if self.threads[line.thread] in self.told_in[line] else "thread"

    def matter(self, name: str, as_of: str | None) -> Thread | None:
        """Return the thread that answers to the expected thread `name` as known on a day."""
        head = self.threads[name]
        return fold(self.members[head], as_of) if head is not None else None

    def met(self, line: Line) -> bool:
        """Return whether the program meets a line (of a history: whether it is read)."""
        match line.section:
            case "history" | "positions":
                return bool(told(self.story, line))
            case "parties":
                matter = self.matter(line.thread, None)
                have = {name for p in matter.participants for name in (p.id, p.iso3)} if matter else set()
                return all(have & set(party.split(" or ")) for party in line.fields["are"])
            case "as_of":
                return self._stands(line)
            case "window":
                matter = self.matter(line.thread, line.fields["on"])
                slot = matter.window if matter else None
                return slot is not None and [slot.from_, slot.to] == [line.fields["from"], line.fields["to"]]
            case "counts":
                matter = self.matter(line.thread, line.fields["on"])
                found = (matter.reports, matter.independent_sources) if matter else (0, 0)
                return found == (int(line.fields["reports"]), int(line.fields["sources"]))
            case "never":
                return self._never(line)
            case "apart":
                return not self._shared(*line.fields["pair"])
        return self._linked(line)

    def _stands(self, line: Line) -> bool:
        day = line.fields["on"]
        matter = self.matter(line.thread, day)
        contested = matter is not None and matter.contested
        if line.fields.get("contested", "no") == "yes" and not contested:
            return False
        return (status_on(matter, day) if matter else "unknown") in line.wanted

    def _never(self, line: Line) -> bool:
        """Whether no thread with a report of the expected one has a wrong status on a day after a report."""
        until = line.fields.get("until", LAST)
        for head in sorted(self._heads(line.thread)):
            days = {e.order[0][:10] for e in self.members[head]} | {until}
            known = [(fold(self.members[head], day), day) for day in sorted(days) if day <= until]
            if any(matter and status_on(matter, day) in line.wanted for matter, day in known):
                return False
        return True

    def _heads(self, name: str) -> set[str]:
        return {head for line, heads in self.told_in.items() if line.thread == name for head in heads}

    def _shared(self, one: str, other: str) -> set[str]:
        """The threads that hold reports of both."""
        return self._heads(one) & self._heads(other)

    def _linked(self, line: Line) -> bool:
        ends = [{r.id for r in touching(self.story, *line.fields[end])} for end in ("from", "to")]
        threads = {p[1] for r in ends[1] if (p := self.placements.get(r)) is not None}
        return any(self._tie(r, line.fields["relation"], ends[1], threads) for r in sorted(ends[0]))

    def _tie(self, record: str, relation: str, to: Collection[str], threads: Collection[str]) -> bool:
        placement = self.placements.get(record)
        link, head = placement or (None, "")
        entry = self.entries[record].record
        if relation == "denies" and isinstance(entry, Denial) and (set(entry.of) & set(to) or head in threads):
            return True  # a denial in the thread of a charge denies it, however it got there
        return link is not None and link.relation == relation and (link.b in to or head in threads)


LAST = "2025-01-01"
"""A day after all that is told."""


def _entries(story: Story) -> list[Entry]:
    """The records as a store keeps them: one article of a text, `until` where a corrected version follows."""
    found: list[Entry] = []
    clusters = _clusters(story)
    for _, group in groupby(sorted(story, key=lambda pair: pair[0].id), key=lambda pair: pair[0].id):
        same = list(group)
        appearances = tuple(
            Appearance(publisher=a.publisher, url=a.url, published=a.published, added_at="") for a, _ in same
        )
        later = [
            a.published.to
            for a, _ in story
            for one, _ in same
            if a.url == one.url and a.id != one.id and a.published and one.published
            if a.published.to > one.published.to
        ]
        article, records = same[0]
        until, source = min(later, default=None), clusters[article.id]
        found += [Entry(record=r, appearances=appearances, cluster=source, until=until) for r in records]
    return found


def _clusters(story: Story) -> dict[str, str]:
    """The independent source of each article; the articles come in the order of publication."""
    known: dict[str, Copy] = {}
    for article, _ in story:
        sketch, day = signature(article.text), article.published.to if article.published else None
        if article.id not in known:
            known[article.id] = Copy(article.id, day, sketch, cluster(article, sketch, list(known.values())))
    return {copy.article: copy.cluster for copy in known.values()}
