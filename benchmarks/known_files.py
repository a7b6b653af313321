"""The same files again: how much faster is a second `communique add`, which finds everything in the store already?

    python benchmarks/known_files.py [FILE ...] [--rounds 5] [--times 1]

Adds the files (by default the bundled stories and samples) to a new store, then again so many rounds, each by a process
of its own, and prints processor time and time by the clock of both, and their ratios. `--times` adds each article so
many times over with another last line and another day, as more articles would be.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from communique.config import DATA
from communique.records import Article, to_json
from communique.sources import read_articles

PROGRAM = [sys.executable, "-c", "import sys; from communique.cli import main; sys.exit(main())"]
BUNDLED = [DATA / "stories" / story / "articles.jsonl" for story in ("caucasus", "kell_strait")]


def main() -> None:
    """Run the bench and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path, default=BUNDLED)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args()
    found = [a for file in given.files for a in read_articles(file) if isinstance(a, Article)]
    with tempfile.TemporaryDirectory() as folder:
        news = Path(folder) / "news.jsonl"
        told = [to_json(_edition(article, turn)) + "\n" for turn in range(given.times) for article in found]
        news.write_text("".join(told), encoding="utf-8")
        words = [*PROGRAM, "add", str(news), "--store", str(Path(folder) / "a.db"), "--workers", "1"]
        first = _timed(words)
        again = [_timed(words) for _ in range(given.rounds)]
    second = [statistics.median(times) for times in zip(*again, strict=True)]
    print(f"{len(told)} articles           first    again    ratio")
    for name, one, other in zip(("processor", "clock"), first, second, strict=True):
        print(f"{name:12} {one:14.2f} s {other:6.2f} s {one / other:6.0f}")


def _edition(article: Article, turn: int) -> Article:
    if not turn:
        return article
    url = article.url and f"{article.url}?edition={turn}"
    return replace(article, text=f"{article.text}\nEdition {turn}.\n", url=url)


def _timed(words: list[str]) -> tuple[float, float]:
    """Return processor time and time by the clock of a process and its children."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended - begun


if __name__ == "__main__":
    main()
