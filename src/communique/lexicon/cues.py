"""Cues of attributed speech and thought: what we know of a word before we see it used.

`cues/en/*.csv` say what a cue does (its act, its family) and carry examples; `cues/en/rates.csv` holds how often a word
in a given frame proved to be a cue in hand-annotated news (counts of single words, no text). The two meet in
`CueLexicon.rate`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal, get_args

from communique.lexicon.absences import AbsenceRule, load_absences
from communique.lexicon.acts import ActRule, load_acts
from communique.lexicon.files import Row, read_table
from communique.records.statements import Act

Family = Literal["speech", "thought", "want", "accuse", "deny", "silent", "evidence", "none"]
"""What a cue reports: words said, a mind, a will, an accusation, a denial; "silent" cues report no content (alluding
to, asked about)."""

POS = ("verb", "noun", "adjective", "preposition")
TABLES = ("speech", "thought", "will", "accusations", "nouns", "adjectives", "prepositions", "silent")
COLUMNS = ("id", "frames", "family", "act", "prior")


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A cue in some frames: `frames` are those of `annotate.frames`, () for any; `prior` is how sure an unseen use
    is."""

    cue: str
    pos: str
    frames: tuple[str, ...]
    family: Family
    act: Act | None
    prior: float | None = None


@dataclass(frozen=True)
class CueLexicon:
    """The cue entries by (cue, part of speech), and the counts (cues, seen) by (cue, part of speech, frame)."""

    entries: dict[tuple[str, str], tuple[CueEntry, ...]]
    counts: dict[tuple[str, str, str], tuple[int, int]]
    words: dict[tuple[str, str], tuple[int, int]]
    frames: dict[tuple[str, str], tuple[int, int]]
    acts: tuple[ActRule, ...] = ()
    absences: tuple[AbsenceRule, ...] = ()
    contexts: dict[str, float] = field(default_factory=dict)

    def entry(self, cue: str, pos: str, frame: str) -> CueEntry | None:
        """Return the entry for `cue` used in `frame`; one that names the frame wins over one for any frame."""
        found = self.entries.get((cue, pos))
        if not found:
            return None
        named = next((e for e in found if frame in e.frames), None)
        return named or next((e for e in found if not e.frames), None)

    @cached_property
    def silent(self) -> frozenset[str]:
        """The predicates of all rules of what was not said."""
        return frozenset(predicate for rule in self.absences for predicate in rule.predicates)

    @cached_property
    def rate(self) -> Callable[[str, str, str], float]:
        """How likely a cue, given with its part of speech and frame, attributes something, 0 to 1.

        The count of the word in this frame is smoothed towards what the word does in other frames and other words do in
        this frame; an entry's prior stands for a word that was hardly seen.
        """
        return lru_cache(maxsize=50_000)(self._rate)

    def _rate(self, cue: str, pos: str, frame: str) -> float:
        entry = self.entry(cue, pos, frame)
        yes, seen = self.counts.get((cue, pos, frame), (0, 0))
        if entry is not None and entry.prior is not None:
            return (yes + _FIRM * entry.prior) / (seen + _FIRM)
        return (yes + _SOFT * self._expected(cue, pos, frame)) / (seen + _SOFT)

    def word_rate(self, cue: str, pos: str) -> float:
        """Return how likely `cue` attributes something, whatever its frame."""
        return _share(self.words.get((cue, pos), (0, 0)), 0.2, 2)

    def _expected(self, cue: str, pos: str, frame: str) -> float:
        base = _share(self.words.get(("", ""), (1, 5)), 0.2, 1)
        by_frame = _share(self.frames.get((pos, frame), (0, 0)), base / 2, 4)
        by_word = _share(self.words.get((cue, pos), (0, 0)), base, 2)
        return _inverse(_logit(by_frame) + _logit(by_word) - _logit(base))


_FIRM, _SOFT = 6.0, 3.0


def _share(counts: tuple[int, int], prior: float, weight: float) -> float:
    return (counts[0] + weight * prior) / (counts[1] + weight)


def _logit(p: float) -> float:
    return math.log(p / (1 - p))


def _inverse(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@cache
def load_cues(overlay: Path | None = None) -> CueLexicon:
    """Return the English cues; LexiconError names file and line of what is malformed."""
    entries: dict[tuple[str, str], list[CueEntry]] = {}
    for table in TABLES:
        for row in read_table(f"cues/en/{table}", COLUMNS, overlay):
            entry = _entry(row)
            entries.setdefault((entry.cue, entry.pos), []).append(entry)
    return _with_counts({key: tuple(found) for key, found in entries.items()}, overlay)


def _entry(row: Row) -> CueEntry:
    """`id` is the cue with its part of speech and, where needed, a mark: "call verb", "call verb label"."""
    cue, _, pos = row["id"].split("#")[0].strip().rpartition(" ")
    if pos not in POS or not cue:
        raise row.error(f"id {row['id']!r} must be a cue and its part of speech, one of {', '.join(POS)}")
    family: Family = row.one_of("family", get_args(Family))  # type: ignore[assignment]
    act: Act | None = row.one_of("act", get_args(Act)) if row["act"] else None  # type: ignore[assignment]
    return CueEntry(cue, pos, row.many("frames"), family, act, _prior(row))


def _prior(row: Row) -> float | None:
    if not row["prior"]:
        return None
    try:
        prior = float(row["prior"])
    except ValueError:
        prior = -1.0
    if not 0 <= prior <= 1:
        raise row.error(f"prior is {row['prior']!r}, not a number from 0 to 1")
    return prior


def _with_counts(entries: dict[tuple[str, str], tuple[CueEntry, ...]], overlay: Path | None) -> CueLexicon:
    """`id` of a line of rates.csv: cue, part of speech, frame; "*" as the cue sums up the words too rare to be
    listed."""
    counts: dict[tuple[str, str, str], tuple[int, int]] = {}
    words: dict[tuple[str, str], tuple[int, int]] = {}
    frames: dict[tuple[str, str], tuple[int, int]] = {}
    for row in read_table("cues/en/rates", ("id", "cues", "seen"), overlay):
        cue, pos, frame = _rate_key(row)
        try:
            pair = (int(row["cues"]), int(row["seen"]))
        except ValueError:
            raise row.error("cues and seen must be whole numbers") from None
        if not 0 <= pair[0] <= pair[1]:
            raise row.error("cues must not exceed seen")
        counts[cue, pos, frame] = pair
        for table, key in ((words, (cue, pos)), (frames, (pos, frame)), (words, ("", ""))):
            before = table.get(key, (0, 0))
            table[key] = (before[0] + pair[0], before[1] + pair[1])
    return CueLexicon(entries, counts, words, frames, load_acts(overlay), load_absences(overlay), _contexts(overlay))


def _contexts(overlay: Path | None) -> dict[str, float]:
    """`id` names a circumstance that `annotate.likelihood` looks for, `odds` what it makes of the odds that a word is a
    cue."""
    found = {}
    for row in read_table("cues/en/contexts", ("id", "odds", "why"), overlay):
        try:
            found[row["id"]] = float(row["odds"])
        except ValueError:
            raise row.error(f"odds is {row['odds']!r}, not a number") from None
        if not 0 < found[row["id"]] < 10:
            raise row.error("odds must lie between 0 and 10")
    return found


def _rate_key(row: Row) -> tuple[str, str, str]:
    parts = row["id"].rsplit(" ", 2)
    if len(parts) != 3:
        raise row.error(f"id {row['id']!r} must be a cue, its part of speech and its frame")
    return parts[0], parts[1], parts[2]
