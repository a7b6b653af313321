"""Lists the lines of tests/golden that are not fulfilled, and the gaps that are closed; `--mend` corrects the marks.

python tools/golden.py [--mend]
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from communique import workflow
from communique.cli.reading import samples
from communique.lexicon.files import read_table
from communique.records import Article
from expectations import GOLDEN, Expectation, fulfilled, load_expectations


def main() -> None:
    """Print what differs from the marks, and how much is met."""
    names = [row["file"].partition(".")[0] for row in read_table("samples/index", COLUMNS, key="file")]
    articles = dict(zip(names, (a for a in samples() if isinstance(a, Article)), strict=True))
    model = sys.argv[sys.argv.index("--model") + 1] if "--model" in sys.argv else None
    records = {name: workflow.read(article, model=model) for name, article in articles.items()}
    lines = load_expectations()
    met = [fulfilled(line, articles[line.sample], records[line.sample]) for line in lines]
    for line, good in zip(lines, met, strict=True):
        if good == line.gap:
            print("closed " if good else "MISSING", line.sample, line.verdict, line.fields)
            if "--mend" in sys.argv:
                _mark(line, gap=not good)
    print(f"{sum(met)} of {len(met)} lines are fulfilled")


COLUMNS = ["file", "date", "publisher", "title"]


def _mark(line: Expectation, gap: bool) -> None:
    """Set or take away the mark of the line's first occurrence in its file."""
    path = GOLDEN / f"{line.sample}.yaml"
    rows = path.read_text(encoding="utf-8").split("\n")
    never = rows.index("never:")
    part = range(never, len(rows)) if line.verdict == "never" else range(never)
    same = [i for i in part if f'kind: {line.fields["kind"]}, at: "{line.fields["at"]}"' in rows[i]]
    wanted = [other.fields for other in load_expectations() if _twin(other, line)].index(line.fields)
    row = rows[same[wanted]].replace(", gap: yes}", "}")
    rows[same[wanted]] = row.replace("}", ", gap: yes}") if gap else row
    path.write_text("\n".join(rows), encoding="utf-8")


def _twin(a: Expectation, b: Expectation) -> bool:
    return (a.sample, a.verdict, a.fields["kind"], a.fields["at"]) == (
        b.sample,
        b.verdict,
        b.fields["kind"],
        b.fields["at"],
    )


if __name__ == "__main__":
    main()
