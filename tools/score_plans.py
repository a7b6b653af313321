"""Scores evaluation/constructions/plans*.yaml by kind and by construction, and prints what differs.

python tools/score_plans.py [FILE ...] [--quiet] [--mend]     (--mend corrects the marks of known gaps)
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from plan_passages import FOLDER, Judged, Passage, judge, passages

KINDS = ("plan", "proposer", "status", "parties", "count", "position", "point")


def main() -> None:
    """Print the figures of each file."""
    names = [a for a in sys.argv[1:] if not a.startswith("--")] or sorted(f.name for f in FOLDER.glob("plans*.yaml"))
    for name in names:
        read = [(passage, judge(passage)) for passage in passages(name)]
        if "--quiet" not in sys.argv:
            for passage, judged in read:
                if judged.notes:
                    print(f"[{passage.group}] {passage.text}", *judged.notes, sep="\n    ")
        _print_figures(name, read)
        if "--mend" in sys.argv:
            _mark(name, read)


def _print_figures(name: str, read: list[tuple[Passage, Judged]]) -> None:
    whole = Counter(p.group for p, j in read if not j.notes)
    of = Counter(p.group for p, _ in read)
    print(
        f"{name}: {whole.total()} of {of.total()} passages right; " + ", ".join(f"{g} {whole[g]}/{of[g]}" for g in of)
    )
    for kind in KINDS:
        right, missing, wrong = (sum(part[kind] for part in parts) for parts in zip(
            *((j.right, j.missing, j.wrong) for _, j in read), strict=True))  # fmt: skip
        told, found = right + missing, right + wrong
        if kind in ("parties", "count"):
            print(f"  {kind}: {missing} other")
        else:
            shares = f"{right / (found or 1):.3f} / {right / (told or 1):.3f}"
            print(f"  {kind}: {right} right of {told} told, {found} found ({shares})")


def _mark(name: str, read: list[tuple[Passage, Judged]]) -> None:
    path = FOLDER / name
    text = path.read_text(encoding="utf-8")
    for passage, judged in read:
        at = text.index(passage.text)
        end = text.index("}\n", at)
        line = text[at:end].replace(", gap: true", "")
        text = text[:at] + line + (", gap: true" if judged.notes else "") + text[end:]
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
