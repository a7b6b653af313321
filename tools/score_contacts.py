"""Scores what is recorded of contacts told in single sentences, construction by construction.

    python tools/score_contacts.py [SET ...] [--all] [--quiet]

evaluation/constructions/contacts*.yaml hold sentences with the engagements that they tell, one line each:

    "text": [meeting|talks held BRA+KEN+(QAT) @Lisbon 05-14, "? visit announced KEN", gap]

type, status, parties by their state or name (in brackets: may be missing), place, days when it took place or is to;
`|` parts choices, `*` is anything, what is not written must not be recorded. "?" marks a record that may be missing,
`gap` a line that the program does not manage yet. Lines that are not met are printed, with --all also the known gaps,
with --quiet nothing but the figures.
"""

from __future__ import annotations

import re
import sys
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from pathlib import Path
from unicodedata import normalize

import yaml

from communique import workflow
from communique.records import Actor, Engagement
from communique.sources import article_from_text

FOLDER = Path(__file__).parent.parent / "evaluation" / "constructions"
FILES = (FOLDER / "contacts.yaml", FOLDER / "contacts_second.yaml")
DAY = "2024-05-16"
FIELDS = ("type", "status", "parties", "place", "days")
ANY = "*"


@dataclass(frozen=True, slots=True)
class Contact:
    """One engagement as a line tells it, or as the program does."""

    type: str
    status: str
    parties: frozenset[str]
    place: str
    days: str
    spare: frozenset[str] = frozenset()
    optional: bool = False

    def __str__(self) -> str:
        """Return the line's form."""
        place = f" @{self.place}" if self.place else ""
        return f"{self.type} {self.status} {'+'.join(sorted(self.parties)) or '-'}{place} {self.days}".rstrip()

    def misses(self, told: Contact) -> list[str]:
        """Return the fields in which what is told differs from this expectation."""
        wrong = [name for name in ("type", "status") if getattr(told, name) not in getattr(self, name).split("|")]
        if not self._parties(told.parties):
            wrong.append("parties")
        return wrong + [name for name in ("place", "days") if not _fits(getattr(self, name), getattr(told, name))]

    def _parties(self, told: frozenset[str]) -> bool:
        needed = self.parties - {ANY}
        return needed <= told and (ANY in self.parties or ANY in self.spare or told <= needed | self.spare)


def _fits(expected: str, told: str) -> bool:
    return ANY in expected.split("|") or told in expected.split("|")


@dataclass(frozen=True)
class Line:
    """A sentence and what it tells."""

    set: str
    theme: str
    text: str
    expected: tuple[Contact, ...]
    gap: bool

    @cached_property
    def told(self) -> list[Contact]:
        """What the program records of it."""
        article = article_from_text(self.text, date=DAY, language="en")
        return [told_contact(record) for record in workflow.read(article) if isinstance(record, Engagement)]

    @cached_property
    def verdict(self) -> Verdict:
        """How the two differ, paired as kindly as may be."""
        return min((_verdict(self, pairs) for pairs in _pairings(self.expected, self.told)), key=lambda v: v.cost)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How what is told of a line differs from what is expected."""

    missing: tuple[Contact, ...] = ()
    extra: tuple[Contact, ...] = ()
    wrong: tuple[tuple[Contact, Contact, tuple[str, ...]], ...] = ()
    right: int = 0

    @property
    def cost(self) -> float:
        """Weigh the differences, to find the pairing with the fewest."""
        return 3 * (len(self.missing) + len(self.extra)) + sum(len(fields) for _, _, fields in self.wrong)

    @property
    def met(self) -> bool:
        """Whether there is none."""
        return not (self.missing or self.extra or self.wrong)


def _pairings(expected: Sequence[Contact], told: Sequence[Contact]) -> Iterator[list[tuple[int, int]]]:
    for size in range(min(len(expected), len(told)) + 1):
        for left in permutations(range(len(expected)), size):
            for right in permutations(range(len(told)), size):
                if list(right) == sorted(right):
                    yield list(zip(left, right, strict=True))


def _verdict(line: Line, pairs: list[tuple[int, int]]) -> Verdict:
    lefts, rights = {left for left, _ in pairs}, {right for _, right in pairs}
    compared = [(line.expected[a], line.told[b], tuple(line.expected[a].misses(line.told[b]))) for a, b in pairs]
    return Verdict(
        tuple(c for n, c in enumerate(line.expected) if n not in lefts and not c.optional),
        tuple(c for n, c in enumerate(line.told) if n not in rights),
        tuple(each for each in compared if each[2]),
        sum(not fields for _, _, fields in compared),
    )


def told_contact(record: Engagement) -> Contact:
    """Return a record in the form of the lines."""
    when = record.when or record.window
    parties = frozenset(map(party, record.participants))
    place = _plain(record.where.name) if record.where else ""
    return Contact(record.type, record.status, parties, place, _days(when.from_, when.to) if when else "")


def _plain(name: str) -> str:
    """A name without accents, apostrophes and blanks: "Sana'a" is Sanaa, "Lomé" is Lome."""
    return "".join(c for c in normalize("NFD", name.replace(" ", "-")) if c.isalnum() or c == "-").lower()


def party(actor: Actor) -> str:
    """Return whom a party acts for: a state, or what its name says."""
    owner = actor.role.of if actor.role and actor.role.of else None
    if actor.iso3 or owner:
        return (actor.iso3 or owner or "").removeprefix("state/").removeprefix("org/").upper()
    return actor.id.rsplit("/", 1)[-1].upper()


def _days(start: str | None, end: str | None) -> str:
    start, end = (start or "")[:10], (end or "")[:10]
    return start if start == end else f"{start}..{end}"


def contact(written: str) -> Contact:
    """Read an expectation as it is written in the file.

    >>> str(contact("talks held BRA+KEN @Lima 06"))
    'talks held BRA+KEN @lima 2024-06-01..2024-06-30'
    """
    optional, words = written.startswith("?"), written.removeprefix("?").split()
    kind, status, *rest = words
    parties = [] if not rest or rest[0].startswith("@") else rest.pop(0).split("+")
    places = [place for word in rest if word.startswith("@") for place in word[1:].split("|")]
    days = [word for word in rest if not word.startswith("@")]
    spare = frozenset(p.strip("()").upper() for p in parties if p.startswith("("))
    sure = frozenset(p.upper() for p in parties if not p.startswith("("))
    written_days = "|".join(map(_written_days, days[0].split("|"))) if days else ""
    named = "|".join(place if place == ANY else _plain(place.replace("none", "")) for place in places)
    return Contact(kind, status, sure, named, written_days, spare, optional)


def _written_days(written: str) -> str:
    if written in (ANY, "none"):
        return written.removeprefix("none")
    start, _, end = written.partition("..")
    return _days(_written_day(start, first=True), _written_day(end or start, first=False))


def _written_day(written: str, *, first: bool) -> str:
    dated = written if re.match(r"\d{4}", written) else f"{DAY[:4]}-{written}"
    year, month, day = [*map(int, dated.split("-")), 0, 0][:3]
    month = month or (1 if first else 12)
    return f"{year}-{month:02}-{day or (1 if first else monthrange(year, month)[1]):02}"


def load(paths: Sequence[Path] = FILES) -> list[Line]:
    """Return all lines of some files."""
    return [
        Line(entry["set"], entry["theme"], text, tuple(contact(w) for w in told if w != "gap"), "gap" in told)
        for path in paths
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for line in entry["lines"]
        for text, told in line.items()
    ]


def main(arguments: list[str]) -> int:
    """Print what is not met, and the figures."""
    names = [a for a in arguments if not a.startswith("--")]
    lines = [line for line in load() if not names or line.set in names]
    for line in lines if "--quiet" not in arguments else ():
        if not line.verdict.met and (not line.gap or "--all" in arguments):
            print(f"{line.text}\n{_differences(line.verdict)}")
    for closed in (line for line in lines if line.gap and line.verdict.met and "--quiet" not in arguments):
        print(f"closed: {closed.text}")
    print(figures(lines))
    return 0


def _differences(verdict: Verdict) -> str:
    return "\n".join(
        [f"    missing  {c}" for c in verdict.missing]
        + [f"    extra    {c}" for c in verdict.extra]
        + [f"    {'+'.join(fields)}: {told}   for   {expected}" for expected, told, fields in verdict.wrong]
    )


def figures(lines: Sequence[Line]) -> str:
    """Return the figures of some lines: whole lines, records right, wrong and missing, and by field what is wrong."""
    verdicts = [line.verdict for line in lines]
    right = sum(v.right for v in verdicts)
    wrong, extra, missing = (sum(len(getattr(v, name)) for v in verdicts) for name in ("wrong", "extra", "missing"))
    fields = Counter(name for v in verdicts for *_, names in v.wrong for name in names)
    return (
        f"lines met {sum(v.met for v in verdicts)} of {len(lines)}; records right {right}, wrong {wrong}, "
        f"extra {extra}, missing {missing}; precision {right / max(1, right + wrong + extra):.3f}, recall "
        f"{right / max(1, right + wrong + missing):.3f}; wrong by field: {dict(fields.most_common())}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
