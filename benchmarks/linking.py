"""What entering one new article costs in stores of growing size: stored, clustered, linked, folded, one transaction.

    python benchmarks/linking.py STORE...

The stores are those that question_cost.py keeps in its folder. The next articles of the same stream are entered, one a
transaction as `add` does it, and stay there; milliseconds of processor time.
"""

from __future__ import annotations

import statistics
import sys
import time

from store_growth import RUN, day_of, held_by, varied

from communique import workflow
from communique.store import open_store

ARTICLES = 40


def main() -> None:
    """Enter the articles; print what one of them costs."""
    for path in sys.argv[1:]:
        with open_store(path, create=False) as store:
            _, first = held_by(store)
            taken = []
            for number in range(first, first + ARTICLES):
                article, told = varied(number)
                start = time.process_time()
                workflow.enter(store, article, told, RUN, f"{day_of(number)}T12:00:00Z")
                taken.append((time.process_time() - start) * 1000)
        each = f"{statistics.median(taken):.0f} ms an article, mean {statistics.mean(taken):.0f}"
        print(f"{path}: {each}, {min(taken):.0f} to {max(taken):.0f}", flush=True)


if __name__ == "__main__":
    main()
