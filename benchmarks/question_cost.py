"""What the ten questions cost on stores of growing size: answers whole, with their sentences, short ids and counts.

    python benchmarks/question_cost.py [--records 10000 100000] [--folder DIR]

Stores are filled as in store_growth.py; --folder keeps them, and uses those that are there. Milliseconds, medians of
five, of processor time and by the clock, and in brackets how many lines the answer has.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from store_growth import STATES, medians, stored

from communique.config import CONFIDENT
from communique.lexicon.actors import load_actors
from communique.lexicon.codebook import load_codebook
from communique.questions import briefs, dossiers, histories, lists, pages, plans
from communique.questions.asking import OPEN, make_view
from communique.records.views import Filter
from communique.store import Store, open_store

COMMON, OTHER, RARE = STATES[0], STATES[1], STATES[-1]


def questions(store: Store) -> dict[str, Callable[[], Any]]:
    """Return the ten questions, and the other lists, as functions to be timed."""
    last = date.fromisoformat((store.moment() or "")[:10])

    def ago(days: int) -> str:
        return (last - timedelta(days)).isoformat()

    now, lately, past = (make_view(ago(days)) for days in (0, 2, 150))
    month, earlier = {"from_": ago(59), "to": ago(30)}, {"from_": ago(179), "to": ago(150)}
    fifty = Filter(limit=50, min_confidence=CONFIDENT)

    def asked(**words: Any) -> Filter:
        return Filter(limit=50, min_confidence=CONFIDENT, **words)

    told = lists.statements(store, asked(actors=(COMMON,)), now).items[0]
    words = told.record.evidence[-1].text.split()[:2]
    middle = store.entries(Filter(limit=1, offset=store.count(Filter()) // 2))[0].recorded
    registry = load_actors()
    pair = asked(actors=(COMMON,), with_=(OTHER,), statuses=OPEN)
    return {
        "1 engagements of a common pair, open": lambda: lists.engagements(store, pair, now),
        "1 engagements, all": lambda: lists.engagements(store, fifty, now),
        "1 engagements of the month before": lambda: lists.engagements(store, asked(**month), now),
        "1 engagements of a rare pair": lambda: lists.engagements(store, asked(actors=(RARE,), with_=(OTHER,)), now),
        "2 allegations of a common state": lambda: lists.allegations(store, asked(actors=(COMMON,)), now),
        "2 allegations of a rare state": lambda: lists.allegations(store, asked(actors=(RARE,)), now),
        "3 proposals": lambda: plans.proposals(store, Filter(limit=20, min_confidence=CONFIDENT), now),
        "4 pending two days before": lambda: lists.pending(store, fifty, lately),
        "4 pending five months before": lambda: lists.pending(store, fifty, past),
        "4 overdue": lambda: lists.overdue(store, fifty, now),
        "5 statements of a state on a day": lambda: lists.statements(
            store, asked(actors=(COMMON,), from_=ago(10), to=ago(10)), now
        ),
        "5 the same, a day five months before": lambda: lists.statements(
            store, asked(actors=(COMMON,), from_=ago(150), to=ago(150)), now
        ),
        "6 own words of a rare state": lambda: lists.statements(store, asked(actors=(RARE,)), now, quoted=True),
        "7 since yesterday": lambda: histories.since(store, f"{last}T00:00:00Z", fifty, now),
        "7 since the middle of all": lambda: histories.since(store, middle, fifty, now),
        "7 since the beginning": lambda: histories.since(store, "2000-01-01", fifty, now),
        "8 actor, a common state": lambda: dossiers.dossier(store, COMMON, fifty, now, registry),
        "9 basis": lambda: pages.basis(store, fifty, now),
        "10 why": lambda: pages.show(store, told.short, now),
        "timeline of a month": lambda: histories.timeline(store, asked(**month), now),
        "timeline of a month five months before": lambda: histories.timeline(store, asked(**earlier), now),
        "timeline of a common state, a month": lambda: histories.timeline(store, asked(actors=(COMMON,), **month), now),
        "timeline of a rare state": lambda: histories.timeline(store, asked(actors=(RARE,)), now),
        "search, a common word": lambda: lists.search(store, "said", fifty, now),
        "search, two words": lambda: lists.search(store, " ".join(words), fifty, now),
        "dyad of a common pair": lambda: dossiers.dyad(store, COMMON, OTHER, fifty, now, registry, load_codebook()),
        "brief of a common pair": lambda: briefs.brief(store, asked(actors=(COMMON,), with_=(OTHER,)), now),
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
        path = stored(folder, records)
        with open_store(path, create=False, read_only=True) as store:
            for name, ask in questions(store).items():
                if given.only in name:
                    table.setdefault(name, []).append(f"{medians(ask)} ({_lines(ask())})")
    print("ms".ljust(40) + "".join(f"{records:>20}" for records in given.records))
    for name, row in table.items():
        print(name.ljust(40) + "".join(f"{cell:>20}" for cell in row))


def _lines(answer: Any) -> int:
    parts = [len(getattr(answer, name)) for name in ("items", "notes", "links") if hasattr(answer, name)]
    return sum(parts) + sum(len(getattr(part, "items", ())) for part in getattr(answer, "sections", ()))


if __name__ == "__main__":
    main()
