"""How much of the CPU time of reading goes into parsing, and how much into our own code.

    python benchmarks/own_share.py [FILE ...]

Reads the bundled samples, or the articles in the files given, `ROUNDS` times in turn and prints medians of CPU time
(`time.process_time`): parsing by the model, the rest of annotation, extraction. Set OMP_NUM_THREADS=1 beforehand, or
threads of the model count as well.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from communique import process
from communique.annotate import readings
from communique.annotate.parsing import nlp
from communique.annotate.parsing.nlp import load_model
from communique.config import DATA
from communique.errors import ArticleError
from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.weights import load_weights
from communique.records.texts import Article
from communique.sources import read_articles

ROUNDS = 5
PARTS = ("parse", "annotate", "extract")
SAMPLES = DATA / "samples"


def main(paths: Sequence[str]) -> None:
    """Print tokens, seconds and shares for the articles in `paths`."""
    articles = [article for path, date in _files(paths) for article in _articles(path, date)]
    process.begin()
    lexicon, model = load_lexicon(None), load_model(None)
    parse = _Timed(nlp.parse)
    setattr(readings, "parse", parse)  # noqa: B010 - it is no part of what that module offers
    rounds: list[list[float]] = []
    tokens = 0
    for number in range(ROUNDS + 1):  # the first round fills caches and does not count
        spent, tokens = [0.0, 0.0, 0.0], 0
        for article in articles:
            parse.seconds, begun = 0.0, time.process_time()
            reading = readings.annotate(article, lexicon, model, load_weights("finder"), load_weights("judge"))
            read = time.process_time()
            find_records(reading, lexicon)
            done = time.process_time()
            tokens += len(reading.tokens)
            spent = [
                a + b for a, b in zip(spent, (parse.seconds, read - begun - parse.seconds, done - read), strict=True)
            ]
        if number:
            rounds.append(spent)
    _show(len(articles), tokens, [median(part) for part in zip(*rounds, strict=True)])


class _Timed:
    """A function that adds up the CPU seconds spent in it."""

    def __init__(self, function: Any) -> None:
        self._function = function
        self.seconds = 0.0

    def __call__(self, *arguments: Any) -> Any:
        begun = time.process_time()
        try:
            return self._function(*arguments)
        finally:
            self.seconds += time.process_time() - begun


def _files(paths: Sequence[str]) -> Iterator[tuple[Path, str | None]]:
    if paths:
        yield from ((Path(path), None) for path in paths)
        return
    with (SAMPLES / "index.csv").open(encoding="utf-8", newline="") as stream:
        yield from ((SAMPLES / row["file"], row["date"] or None) for row in csv.DictReader(stream))


def _articles(path: Path, date: str | None) -> Iterator[Article]:
    for article in read_articles(path, date=date):
        if isinstance(article, ArticleError):
            print(article, file=sys.stderr)
        else:
            yield article


def _show(articles: int, tokens: int, seconds: Sequence[float]) -> None:
    print(f"{articles} articles, {tokens} tokens, median of {ROUNDS} rounds")
    for part, spent in zip(PARTS, seconds, strict=True):
        share = 100 * spent / seconds[0]
        print(f"{part:9} {spent:8.3f} s {1e6 * spent / max(tokens, 1):7.1f} us a token {share:6.1f} % of parsing")
    print(f"{'own code':9} {sum(seconds[1:]):8.3f} s {100 * sum(seconds[1:]) / seconds[0]:26.1f} % of parsing")


if __name__ == "__main__":
    main(sys.argv[1:])
