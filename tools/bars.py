"""Every figure that has a bar, beside the bar, the peers and the people, in one table of Markdown.

    python tools/bars.py [SHARED] [--save FILE] [--against FILE]

SHARED has the development sets (../shared unless named); what is not there is skipped by name. `--save` keeps the
figures, `--against` tells what is not as it was saved. Which figures, and their bars: bars.csv. Exit code 1 when a bar
is missed on a whole set.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from communique.evaluate.measures import Row
from communique.evaluate.running import run

HERE = Path(__file__).parent
HEAD = "| set | figure | all [95 %] | right / told / marked | even | odd | bar | peers | people |"


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of bars.csv with the rows of the whole set and of its halves."""

    asked: Mapping[str, str]
    rows: Mapping[str, Row]

    @property
    def name(self) -> str:
        """The set, what is measured and which part of it."""
        part = "" if self.asked["part"] == "value" else f" {self.asked['part']}"
        return f"{_short(self.asked['gold'])} | {self.asked['figure']}{part}"

    def of(self, half: str) -> float | None:
        """Return the figure of a half, or of "all"."""
        row = self.rows.get(half)
        return None if row is None else getattr(row, self.asked["part"])

    def misses(self, half: str) -> bool:
        """Return whether the figure of a half misses the bar."""
        value, bar = self.of(half), self.asked["bar"]
        if value is None or not bar:
            return False
        return value > float(bar) if self.asked["is"] == "most" else value < float(bar)

    def __str__(self) -> str:
        """A line of the table; what misses the bar is bold."""
        row = self.rows["all"]
        between = "" if row.low is None or self.asked["part"] != "value" else f" [{_told(row.low)}-{_told(row.high)}]"
        counts = " / ".join(str(count) for count in (row.right, row.predicted, row.gold) if count is not None)
        halves = [f"**{_told(self.of(h))}**" if self.misses(h) else _told(self.of(h)) for h in ("all", "even", "odd")]
        bar = f"<= {self.asked['bar']}" if self.asked["is"] == "most" and self.asked["bar"] else self.asked["bar"]
        cells = [self.name, halves[0] + between, counts, *halves[1:], bar, self.asked["peers"], self.asked["people"]]
        return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def main() -> None:
    """Print the table, and what is not as it was."""
    parser = argparse.ArgumentParser(description="Every figure that has a bar.")
    parser.add_argument("shared", nargs="?", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    before = json.loads(given.against.read_text()) if given.against else {}
    print(HEAD, "|---" * (HEAD.count("|") - 1) + "|", sep="\n")
    found = []
    for figure in figures(given.shared):
        found.append(figure)
        print(figure, flush=True)
    now = {f.name: {half: f.of(half) for half in ("all", "even", "odd")} for f in found}
    for name, halves in now.items():
        for half, value in halves.items():
            if name in before and _told(before[name][half]) != _told(value):
                print(f"moved: {name.replace(' | ', ', ')}, {half}: {_told(before[name][half])} -> {_told(value)}")
    if given.save:
        given.save.write_text(json.dumps(now, indent=1))
    sys.exit(any(figure.misses("all") for figure in found))


def figures(shared: Path) -> Iterator[Figure]:
    """Yield the figures of bars.csv; each set is read once."""
    with (HERE / "bars.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    for (task, gold), group in groupby(lines, key=lambda line: (line["task"], line["gold"])):
        path = shared / gold.removeprefix("SHARED/") if gold.startswith("SHARED/") else HERE.parent / gold
        if not path.exists():
            print(f"{task} on {_short(gold)}: skipped, it is not at hand", file=sys.stderr)
            continue
        scores = {score.half: {row.name: row for row in score.rows} for score in run(task, path).scores}
        for asked in group:
            yield Figure(asked, {half: rows[asked["figure"]] for half, rows in scores.items()})


def _short(gold: str) -> str:
    own = "own test, " if "/test/" in gold else ""
    return own + Path(gold).name.split(".")[0]


def _told(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".replace("0.", ".", 1)


if __name__ == "__main__":
    main()
