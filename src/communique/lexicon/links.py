"""What ties reports over time: ladders of statuses, weights, families of engagements; loaded from data/links/."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from communique.lexicon.files import Entry, Row, read_entries, read_table
from communique.records.events import EngagementStatus
from communique.records.proposals import ProposalStatus

Ladder = Literal["engagement", "proposal", "allegation", "event"]
AllegationStatus = Literal["alleged", "denied", "partly_denied", "admitted", "withdrawn"]
RUNGS: Mapping[Ladder, tuple[str, ...]] = {
    "engagement": get_args(EngagementStatus),
    "proposal": get_args(ProposalStatus),
    "allegation": get_args(AllegationStatus),
    "event": ("open", "wanted", "planned", "off", "alleged", "denied", "real"),
}
"""The rows and columns of each ladder; events are read by the group of their status."""

CREDIT = ("id", "segments", "pattern")
EXAMPLES = ("examples", "counterexamples")
NAME = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}"
"""What {name} stands for in the patterns of credits."""

TAKE, KEEP, CONTESTED = ">", "=", "!"
"""What a cell of a ladder says: the claim is taken, or the status kept; with a `!` both stand side by side."""


@dataclass(frozen=True, slots=True)
class Steps:
    """A transition table: what becomes of the present status when another is claimed; see decision 6.

    `groups` maps a status to the row and column it is read in (itself, where the table has it by name).
    """

    cells: Mapping[tuple[str, str], str]
    order: tuple[str, ...]
    groups: Mapping[str, str]

    def knows(self, status: str) -> bool:
        """Return whether `status` is on this ladder."""
        return self.groups.get(status, status) in self.order

    def rank(self, status: str) -> int:
        """Return the place of `status` on the ladder, the least first; claims of one day are taken in this order."""
        return self.order.index(self.groups.get(status, status))

    def cell(self, now: str, claim: str) -> str:
        """Return what the table says when `claim` meets `now`; KeyError for a status that is not on the ladder."""
        return self.cells[self.groups.get(now, now), self.groups.get(claim, claim)]


@dataclass(frozen=True, slots=True)
class Form:
    """Words in which something is put; see data/links/en/all_points.yaml."""

    id: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit(Form):
    """A way in which an article says who supplied its text, and in which segments; see data/links/en/credits.yaml."""

    segments: frozenset[str]


@dataclass(frozen=True, slots=True)
class LinkLexicon:
    """All tables of data/links/."""

    ladders: Mapping[Ladder, Steps]
    fates: Mapping[str, str]
    weights: Mapping[str, float]
    families: Mapping[str, tuple[str, ...]]
    types: Mapping[frozenset[str], float]
    horizons: Mapping[str, int]
    contacts: Mapping[str, str]
    senses: Mapping[str, str]
    irregular: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    plain: frozenset[str]
    sole: Mapping[str, str]
    revising: frozenset[str]
    removing: frozenset[str]
    repeating: frozenset[str]
    all_points: tuple[Form, ...]
    credits: tuple[Credit, ...]

    def fate(self, ladder: Ladder, status: str) -> str:
        """Return what a claim says of the thing itself: "open", "on", "off" or "done"; "" if nothing."""
        return self.fates.get(f"{ladder}.{self.ladders[ladder].groups.get(status, status)}", "")


@lru_cache(maxsize=4)
def load_links(overlay: Path | None = None) -> LinkLexicon:
    """Load the tables by which reports are tied; LexiconError names file and line of a bad entry."""
    groups = {r["status"]: r["group"] for r in read_table("links/event_groups", ["status", "group"], overlay, "status")}
    families = read_table("links/families", ["type", "family"], overlay, key="type")
    types = read_table("links/types", ["pair", "score"], overlay, key="pair")
    horizons = read_table("links/horizons", ["prefix", "days"], overlay, key="prefix")
    return LinkLexicon(
        ladders={name: _steps(name, groups if name == "event" else {}, overlay) for name in RUNGS},
        fates={
            row["status"]: row.one_of("fate", ("open", "on", "off", "done"))
            for row in read_table("links/fates", ["status", "fate"], overlay, key="status")
        },
        weights={
            entry.text("id"): _number(entry.text("value"), entry)
            for entry in read_entries("links/weights", ("id", "value", "says"), overlay)
        },
        families={row["type"]: tuple(row.many("family")) for row in families},
        types={frozenset(row.many("pair")): _number(row["score"], row) for row in types},
        horizons={row["prefix"]: int(_number(row["days"], row)) for row in horizons},
        contacts=_pairs("links/en/contact_words", "family", overlay),
        senses=_pairs("links/en/like_words", "sense", overlay),
        irregular=_pairs("links/en/irregular_words", "base", overlay),
        endings=tuple(
            (row["ending"], row["becomes"])
            for row in read_table("links/en/endings", ["ending", "becomes"], overlay, key="ending")
        ),
        plain=_words("plain_words", overlay),
        sole=_pairs("links/en/sole_plans", "kind", overlay),
        revising=_words("revising_words", overlay),
        removing=_words("removing_words", overlay),
        repeating=_words("repeating_words", overlay),
        all_points=tuple(map(_form, read_entries("links/en/all_points", ("id", "pattern", *EXAMPLES), overlay))),
        credits=tuple(map(_credit, read_entries("links/en/credits", (*CREDIT, *EXAMPLES), overlay))),
    )


def _steps(name: Ladder, groups: Mapping[str, str], overlay: Path | None) -> Steps:
    """Return the ladder `name`; every pair of rungs has one cell, and only known groups are used."""
    rungs = RUNGS[name]
    rows = read_table(f"links/{name}_steps", ["now", *rungs], overlay, key="now")
    missing = [rung for rung in rungs if rung not in {row["now"] for row in rows}]
    if missing or not set(groups.values()) <= set(rungs):
        raise rows[0].error(f"no row for {missing[0]}" if missing else f"groups other than {', '.join(rungs)}")
    cells = {
        (row["now"], rung): row.one_of(rung, (KEEP, TAKE, KEEP + CONTESTED, TAKE + CONTESTED))
        for row in rows
        for rung in rungs
    }
    return Steps(cells, rungs, groups)


def _pairs(table: str, column: str, overlay: Path | None) -> dict[str, str]:
    return {row["word"]: row[column] for row in read_table(table, ["word", column], overlay, key="word")}


def _words(name: str, overlay: Path | None) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(f"links/en/{name}", ["word"], overlay, key="word"))


def _credit(entry: Entry) -> Credit:
    pattern = _pattern(entry, entry.text("pattern").replace("{name}", NAME))
    if "agency" not in pattern.groupindex:
        raise entry.error("the pattern names no (?P<agency>...)")
    examples, counterexamples = entry.texts("examples"), entry.texts("counterexamples")
    return Credit(entry.text("id"), pattern, examples, counterexamples, frozenset(entry.texts("segments")))


def _form(entry: Entry) -> Form:
    pattern = _pattern(entry, entry.text("pattern"), re.IGNORECASE)
    return Form(entry.text("id"), pattern, entry.texts("examples"), entry.texts("counterexamples"))


def _pattern(entry: Entry, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise entry.error(f"pattern: {error}") from error


def _number(text: str, source: Row | Entry) -> float:
    try:
        return float(text)
    except ValueError:
        raise source.error(f"{text!r} is no number") from None
