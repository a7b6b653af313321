"""What a reader expects of the bundled stories, and where it stands in their records (see README.md beside this)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from communique.config import DATA
from communique.records import Allegation, Article, Denial, Engagement, Event, Position, Proposal, Record
from communique.sources import read_articles

STORIES = DATA / "stories"
BUNDLED = ("caucasus", "kell_strait")
"""Stories that come with the program."""

FURTHER = ("savannah", "cables", "lake", "pipeline", "hake", "pilcomayo")
"""Stories of the tests alone, expected before the program had read them; their people are in no table."""

NAMES = BUNDLED + FURTHER
KINDS: dict[str, tuple[type[Record], ...]] = {
    "engagement": (Engagement,),
    "event": (Event,),
    "allegation": (Allegation, Denial),
    "proposal": (Proposal,),
    "position": (Position,),
}

Story = Sequence[tuple[Article, Sequence[Record]]]
"""The articles of a story in the order of the file, each with its records."""


@dataclass(frozen=True, eq=False)
class Line:
    """One line of an expectation: `fields` as typed; `thread` and `of` say to which thread it belongs ("" for none)."""

    story: str
    section: str
    thread: str
    of: str
    fields: dict[str, Any]

    @property
    def gap(self) -> str:
        """How far the program is known not to manage it: "", "read", "thread" or "yes"."""
        return str(self.fields.get("gap", ""))

    @property
    def wanted(self) -> list[str]:
        """The statuses (or stances) of which one is right; of `never`, those that are wrong."""
        return str(self.fields.get("is") or self.fields.get("not")).split(" or ")

    def __str__(self) -> str:
        """Return a name for the test."""
        about = [self.fields.get(name, "") for name in ("a", "on", "at", "from", "pair", "not", "until")]
        words = [" ".join(x) if isinstance(x, list) else x for x in about]
        return "-".join(x[:40] for x in (self.story, self.thread, *words) if x)


class _Rows(yaml.SafeLoader):
    """Keeps every scalar as it is typed, and tells of every mapping in which row it stands."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[str, Any]:
    found = {key.value: loader.construct_object(value, deep=True) for key, value in node.value}
    return {**found, "row": node.start_mark.line}


_Rows.yaml_implicit_resolvers = {}
_Rows.add_constructor("tag:yaml.org,2002:map", _mapping)


def sheet(story: str) -> Path:
    """Return the file of what is expected of a story."""
    return _folder(story) / f"{story}.yaml"


def printed(story: str) -> Path:
    """Return the file of a story's articles."""
    return STORIES / story / "articles.jsonl" if story in BUNDLED else _folder(story) / f"{story}.jsonl"


def overlay(story: str) -> Path | None:
    """Return the lexicon of a story's own actors, if it has one."""
    folder = STORIES / story / "lexicon" if story in BUNDLED else _folder(story) / "lexicon"
    return folder if folder.is_dir() else None


def _folder(story: str) -> Path:
    here = Path(__file__).parent
    return here if story in BUNDLED else here / "further"


@cache
def _loaded(story: str) -> dict[str, Any]:
    root: dict[str, Any] = yaml.load(sheet(story).read_text(encoding="utf-8"), Loader=_Rows)
    return root


@cache
def lines(section: str) -> tuple[Line, ...]:
    """Return the lines of a section of all stories, in order.

    Sections of threads: parties, counts, history, window, as_of; others: positions, apart, never, links.
    """
    found: list[Line] = []
    for story in NAMES:
        root = _loaded(story)
        kinds = {thread["id"]: thread["of"] for thread in root["threads"]}
        for thread in root["threads"]:
            items = thread.get(section, [])
            items = items if isinstance(items, list) else [items]
            found.extend(Line(story, section, thread["id"], thread["of"], item) for item in items)
        for item in root.get(section, []):
            thread = item.get("thread", "")
            found.append(Line(story, section, thread, kinds.get(thread, ""), item))
    return tuple(found)


def threads() -> list[tuple[str, str]]:
    """Return story and id of every expected thread."""
    return [(story, thread["id"]) for story in NAMES for thread in _loaded(story)["threads"]]


def articles(story: str) -> list[Article]:
    """Return the articles of a story in the order of its file; ArticleError if one cannot be read."""
    found = []
    for article in read_articles(printed(story)):
        if not isinstance(article, Article):
            raise article
        found.append(article)
    return found


def raw(story: str) -> list[dict[str, Any]]:
    """Return the lines of a story as they are in its file."""
    text = printed(story).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def touching(story: Story, number: str, words: str) -> Iterator[Record]:
    """Yield the records of article `number` (counted from 1) of which a piece of evidence touches `words` (a | b)."""
    article, records = story[int(number) - 1]
    for place in words.split(" | "):
        start = article.text.index(place)
        end = start + len(place)
        yield from (r for r in records if any(e.start < end and start < e.end for e in r.evidence))


def told(story: Story, line: Line) -> list[Record]:
    """Return the records that say what a line of a history, or of the positions, says."""
    there = touching(story, line.fields["a"], line.fields["at"])
    found = [r for r in there if isinstance(r, KINDS[line.of or "position"]) and _status(r) & set(line.wanted)]
    party = line.fields.get("party")
    return [r for r in found if party is None or party in _party(r)]


def _party(record: Record) -> set[str | None]:
    return {record.party.id, record.party.iso3} if isinstance(record, Position) else set()


def _status(record: Record) -> set[str]:
    match record:
        case Allegation():
            return {"withdrawn" if record.withdrawn else "alleged"}
        case Denial():
            return {"partly_denied"} if record.scope == "part" else {"denied"}
        case Position():
            return {record.stance}
        case Engagement() | Event() | Proposal():
            return {record.status}
    return set()
