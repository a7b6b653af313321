"""Lists the lines of tests/stories that are not met, and the gaps that are closed; `--mend` corrects the marks.

python tools/story_gaps.py [--mend]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from stories.conftest import read_story
from stories.expected import NAMES, Line, lines, sheet
from stories.followed import Followed

SECTIONS = ("history", "parties", "counts", "as_of", "window", "positions", "apart", "never", "links")


def main() -> None:
    """Print what differs from the marks, and how much is met."""
    followed = {name: Followed(name, read_story(name)) for name in NAMES}
    for section in SECTIONS:
        met: Counter[str] = Counter()
        for line in lines(section):
            gap = _gap(followed[line.story], line)
            met[f"{line.story} {gap or 'met'}"] += 1
            if gap != line.gap:
                print("MISSING" if gap else "closed ", section, f"({line.gap or 'met'} -> {gap or 'met'})", line)
                if "--mend" in sys.argv:
                    _mark(line, gap)
        print(f"{section}: " + ", ".join(f"{name} {count}" for name, count in sorted(met.items())))


def _gap(followed: Followed, line: Line) -> str:
    if line.section == "history":
        return followed.reads(line)
    return "" if followed.met(line) else "yes"


def _mark(line: Line, gap: str) -> None:
    """Set, change or take away the mark of a line, which stands in a row of its own."""
    rows = sheet(line.story).read_text(encoding="utf-8").split("\n")
    row = re.sub(r", gap: \w+}$", "}", rows[line.fields["row"]])
    rows[line.fields["row"]] = row[:-1] + f", gap: {gap}}}" if gap else row
    sheet(line.story).write_text("\n".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
