"""What the ten questions cost on stores of growing size: answers whole, with their sentences, short ids and counts.

    python benchmarks/questions.py [--records 10000 100000] [--folder DIR]

Stores are filled as in store_growth.py; --folder keeps them, and uses those that are there. Milliseconds, median.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store_growth import STATES, fill, median

from communique.config import CONFIDENT
from communique.lexicon.actors import load_actors
from communique.questions import briefs, dossiers, histories, lists, pages, plans
from communique.questions.asking import OPEN, make_view
from communique.records.views import Filter
from communique.store import Store, open_store

COMMON, OTHER, RARE = STATES[0], STATES[1], STATES[-1]
NOW, PAST = make_view("2026-06-30"), make_view("2026-03-15")


def questions(store: Store) -> dict[str, Callable[[], Any]]:
    """Return the ten questions, and the other lists, as functions to be timed."""
    fifty = Filter(limit=50, min_confidence=CONFIDENT)

    def asked(**words: Any) -> Filter:
        return Filter(limit=50, min_confidence=CONFIDENT, **words)

    told = lists.statements(store, asked(actors=(COMMON,)), NOW).items[0]
    registry = load_actors()
    moment = store.moment() or ""
    pair = asked(actors=(COMMON,), with_=(OTHER,), statuses=OPEN)
    return {
        "1 engagements of a common pair, open": lambda: lists.engagements(store, pair, NOW),
        "1 engagements, all": lambda: lists.engagements(store, fifty, NOW),
        "1 engagements of the month before": lambda: lists.engagements(
            store, asked(from_="2026-05-01", to="2026-05-31"), NOW
        ),
        "2 allegations of a common state": lambda: lists.allegations(store, asked(actors=(COMMON,)), NOW),
        "2 allegations of a rare state": lambda: lists.allegations(store, asked(actors=(RARE,)), NOW),
        "3 proposals": lambda: plans.proposals(store, Filter(limit=20, min_confidence=CONFIDENT), NOW),
        "4 pending on a past day": lambda: lists.pending(store, fifty, PAST),
        "4 overdue": lambda: lists.overdue(store, fifty, NOW),
        "5 statements of a state on a day": lambda: lists.statements(
            store, asked(actors=(COMMON,), from_="2026-05-20", to="2026-05-20"), NOW
        ),
        "6 own words of a rare state": lambda: lists.statements(store, asked(actors=(RARE,)), NOW, quoted=True),
        "7 since the last moment": lambda: histories.since(store, moment, fifty, NOW),
        "8 actor, a common state": lambda: dossiers.dossier(store, COMMON, fifty, NOW, registry),
        "9 basis": lambda: pages.basis(store, fifty, NOW),
        "10 why": lambda: pages.why(store, told.short, NOW),
        "timeline of a month": lambda: histories.timeline(store, asked(from_="2026-05-01", to="2026-05-31"), NOW),
        "search": lambda: lists.search(store, "grain corridor", fifty, NOW),
        "brief of a common pair": lambda: briefs.brief(store, asked(actors=(COMMON,), with_=(OTHER,)), NOW),
    }


def main() -> None:
    """Fill or open a store of each size; print what each question costs."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--folder", type=Path)
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    table: dict[str, list[str]] = {}
    for records in given.records:
        path = folder / f"store{records}.db"
        if not path.exists():
            with open_store(path) as store:
                fill(store, records)
        with open_store(path, create=False, read_only=True) as store:
            for name, ask in questions(store).items():
                table.setdefault(name, []).append(f"{median(ask):.1f}")
    print("ms".ljust(40) + "".join(f"{records:>12}" for records in given.records))
    for name, row in table.items():
        print(name.ljust(40) + "".join(f"{cell:>12}" for cell in row))


if __name__ == "__main__":
    main()
