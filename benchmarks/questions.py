"""What the ten questions cost on stores of growing size: answers whole, with their sentences, short ids and counts.

    python benchmarks/questions.py [--records 10000 100000] [--folder DIR]

Stores are filled as in store_growth.py; --folder keeps them, and uses those that are there. Milliseconds, median, and
in brackets how many lines the answer has.
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
from communique.lexicon.codebook import load_codebook
from communique.questions import briefs, dossiers, histories, lists, pages, plans
from communique.questions.asking import OPEN, make_view
from communique.records.views import Filter
from communique.store import Store, open_store

COMMON, OTHER, RARE = STATES[0], STATES[1], STATES[-1]
NOW, LATELY, PAST = make_view("2026-06-30"), make_view("2026-06-28"), make_view("2025-11-15")


def questions(store: Store) -> dict[str, Callable[[], Any]]:
    """Return the ten questions, and the other lists, as functions to be timed."""
    fifty = Filter(limit=50, min_confidence=CONFIDENT)

    def asked(**words: Any) -> Filter:
        return Filter(limit=50, min_confidence=CONFIDENT, **words)

    told = lists.statements(store, asked(actors=(COMMON,)), NOW).items[0]
    words = told.record.evidence[-1].text.split()[:2]
    registry = load_actors()
    moment = "2026-06-30T00:00:00Z"
    pair = asked(actors=(COMMON,), with_=(OTHER,), statuses=OPEN)
    return {
        "1 engagements of a common pair, open": lambda: lists.engagements(store, pair, NOW),
        "1 engagements, all": lambda: lists.engagements(store, fifty, NOW),
        "1 engagements of the month before": lambda: lists.engagements(
            store, asked(from_="2026-05-01", to="2026-05-31"), NOW
        ),
        "1 engagements of a rare pair": lambda: lists.engagements(store, asked(actors=(RARE,), with_=(OTHER,)), NOW),
        "2 allegations of a common state": lambda: lists.allegations(store, asked(actors=(COMMON,)), NOW),
        "2 allegations of a rare state": lambda: lists.allegations(store, asked(actors=(RARE,)), NOW),
        "3 proposals": lambda: plans.proposals(store, Filter(limit=20, min_confidence=CONFIDENT), NOW),
        "4 pending two days before": lambda: lists.pending(store, fifty, LATELY),
        "4 pending half a year before": lambda: lists.pending(store, fifty, PAST),
        "4 overdue": lambda: lists.overdue(store, fifty, NOW),
        "5 statements of a state on a day": lambda: lists.statements(
            store, asked(actors=(COMMON,), from_="2026-06-20", to="2026-06-20"), NOW
        ),
        "5 the same, a day of last year": lambda: lists.statements(
            store, asked(actors=(COMMON,), from_="2025-11-15", to="2025-11-15"), NOW
        ),
        "6 own words of a rare state": lambda: lists.statements(store, asked(actors=(RARE,)), NOW, quoted=True),
        "7 since the last moment": lambda: histories.since(store, moment, fifty, NOW),
        "8 actor, a common state": lambda: dossiers.dossier(store, COMMON, fifty, NOW, registry),
        "9 basis": lambda: pages.basis(store, fifty, NOW),
        "10 why": lambda: pages.why(store, told.short, NOW),
        "timeline of a month": lambda: histories.timeline(store, asked(from_="2026-05-01", to="2026-05-31"), NOW),
        "timeline of a month of last year": lambda: histories.timeline(
            store, asked(from_="2025-11-01", to="2025-11-30"), NOW
        ),
        "timeline of a common state, a month": lambda: histories.timeline(
            store, asked(actors=(COMMON,), from_="2026-05-01", to="2026-05-31"), NOW
        ),
        "timeline of a rare state": lambda: histories.timeline(store, asked(actors=(RARE,)), NOW),
        "search, a common word": lambda: lists.search(store, "said", fifty, NOW),
        "search, two words": lambda: lists.search(store, " ".join(words), fifty, NOW),
        "dyad of a common pair": lambda: dossiers.dyad(store, COMMON, OTHER, fifty, NOW, registry, load_codebook()),
        "brief of a common pair": lambda: briefs.brief(store, asked(actors=(COMMON,), with_=(OTHER,)), NOW),
    }


def main() -> None:
    """Fill or open a store of each size; print what each question costs."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--folder", type=Path)
    options.add_argument("--only", default="")
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
                if given.only in name:
                    table.setdefault(name, []).append(f"{median(ask):.1f} ({_lines(ask())})")
    print("ms".ljust(40) + "".join(f"{records:>12}" for records in given.records))
    for name, row in table.items():
        print(name.ljust(40) + "".join(f"{cell:>12}" for cell in row))


def _lines(answer: Any) -> int:
    parts = [len(getattr(answer, name)) for name in ("items", "notes", "links") if hasattr(answer, name)]
    return sum(parts) + sum(len(getattr(part, "items", ())) for part in getattr(answer, "sections", ()))


if __name__ == "__main__":
    main()
