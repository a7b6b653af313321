"""What entering one new article costs in stores of growing size: stored, clustered, linked, folded, one transaction.

    python benchmarks/linking.py STORE...

The stores are those that questions.py keeps in its folder. Twenty articles of the day after the last one are entered
and stay there; milliseconds of processor time, median.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date, timedelta

from store_growth import RUN, readings, varied

from communique import workflow
from communique.store import open_store

ARTICLES = 20
FIRST = 10_000_000
"""The number of the first new article: none of the stores has come so far."""


def main() -> None:
    """Enter the articles; print what one of them costs."""
    sources = readings()
    for path in sys.argv[1:]:
        with open_store(path, create=False) as store:
            last = date.fromisoformat((store.moment() or "")[:10])
            taken = []
            for number in range(FIRST, FIRST + ARTICLES):
                article, told = varied(sources[number % len(sources)], number, last + timedelta(1))
                start = time.process_time()
                workflow.enter(store, article, told, RUN, f"{last + timedelta(1)}T12:00:00Z")
                taken.append((time.process_time() - start) * 1000)
        print(f"{path}: {statistics.median(taken):.0f} ms an article, {min(taken):.0f} to {max(taken):.0f}", flush=True)


if __name__ == "__main__":
    main()
