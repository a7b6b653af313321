"""How the cost of a store's main questions grows with the store: 10^4, 10^5 and, when asked for, 10^6 records.

    python benchmarks/store_growth.py [--records 10000 100000] [--folder DIR] [--store URL] [--keep]

Records are real readings of the bundled samples, varied by script: other states and people, other dates, a line added
so that each is another article. News per day stay the same however large the store: a larger one reaches further back.
Articles and records go through the store's own writer, two hundred articles a transaction. Threads are made up here,
for linking is measured elsewhere: a record joins the last thread of its first key if that is less than a month old.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from communique.link.keys import horizon, keys
from communique.records.codec import record_from_data, to_data
from communique.records.links import Link, ThreadKind
from communique.records.record import Record
from communique.records.texts import Article, Publication
from communique.records.views import Filter, Run, State, View
from communique.store import Store, Writer, open_store

LAST_DAY = date(2026, 6, 30)
ARTICLES_A_DAY = 40
A_TRANSACTION = 200
STATES = [a + b + c for a in "ABCDEFGHIJ" for b in "AEIOU" for c in "RSTU"]  # made-up codes: common first, rare last
ROUNDS = 5

OF: dict[str, ThreadKind] = {
    "engagement": "engagement",
    "event": "event",
    "proposal": "proposal",
    "allegation": "allegation",
}

Reading = tuple[Article, list[dict[str, Any]]]


@cache
def readings() -> list[Reading]:
    """Return the samples with their records as JSON data."""
    from communique import workflow
    from communique.cli.reading import samples

    found = [article for article in samples() if isinstance(article, Article)]
    return [(article, [to_data(record) for record in workflow.read(article)]) for article in found]


def varied(reading: Reading, number: int, day: date) -> tuple[Article, list[Record]]:
    """Return the `number`th variation of a reading, published on `day`."""
    article, told = reading
    chance = random.Random(number)
    names = {code: f"\x00{place}" for place, code in enumerate(sorted(_codes(told)))}
    drawn = chance.choices(STATES, weights=[1 / (n + 1) for n in range(len(STATES))], k=len(names))
    published = Publication(day.isoformat(), day.isoformat(), "stated", "made up")
    text = f"{article.text}\nNumber {number}."
    other = Article(
        text=text,
        title=article.title,
        publisher=f"Outlet {number % 60}",
        url=f"https://outlet{number % 60}.example/{number}",
        published=published,
        segments=article.segments,
    )
    assert article.published is not None
    shift = (day - date.fromisoformat(article.published.to[:10])).days
    state = dict(zip(names, drawn, strict=True))
    ids = {data["id"]: record_from_data(data | {"article": other.id}).id for data in told}
    return other, [
        record_from_data(_changed(data, other.id, state, chance.randrange(3000), shift, ids)) for data in told
    ]


def _codes(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["iso3"]} if value.get("iso3") else set()
        return own.union(*(_codes(part) for part in value.values()))
    return set().union(*(_codes(part) for part in value)) if isinstance(value, list) else set()


def _changed(value: Any, article: str, state: dict[str, str], person: int, shift: int, ids: dict[str, str]) -> Any:
    def same(part: Any) -> Any:
        return _changed(part, article, state, person, shift, ids)

    if isinstance(value, list):
        return [same(part) for part in value]
    if not isinstance(value, dict):
        return ids.get(value, value) if isinstance(value, str) else value
    changed = {name: same(part) for name, part in value.items()}
    if "article" in changed:
        changed["article"] = article
    if changed.get("iso3"):
        changed["iso3"] = state[changed["iso3"]]
    if "mention" in changed and "id" in changed:
        head, _, tail = changed["id"].partition("/")
        changed["id"] = f"state/{state.get(tail, tail)}" if head == "state" else f"{changed['id']}-{person}"
    if "granularity" in changed:
        for end in ("from", "to"):
            changed[end] = _later(changed[end], shift)
    return changed


def _later(day: str | None, shift: int) -> str | None:
    if day is None:
        return None
    return (date.fromisoformat(day[:10]) + timedelta(shift)).isoformat() + day[10:]


def stream(records: int) -> Iterator[tuple[Article, list[Record]]]:
    """Yield articles in the order of days until there are so many records."""
    sources = readings()
    each = statistics.mean(len(told) for _, told in sources)
    articles = round(records / each)
    first = LAST_DAY - timedelta(articles // ARTICLES_A_DAY)
    for number in range(articles):
        yield varied(sources[number % len(sources)], number, first + timedelta(number // ARTICLES_A_DAY))


class Threads:
    """Threads made up as records come in: enough of them, of the right size and spread."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[date, State]] = {}

    def put(self, writer: Writer, article: Article, records: Sequence[Record]) -> None:
        assert article.published is not None
        day = date.fromisoformat(article.published.to)
        placed: dict[str, tuple[Link | None, str | None] | None] = {}
        states: dict[str, list[State]] = {}
        for record in records:
            held = keys(record).held if record.kind in OF else ()
            if not held:
                continue
            before = self.last.get(held[0])
            if before is not None and ((day - before[0]).days > 30 or before[1].reports > 12):
                before = None
            head = before[1].head if before else record.id
            now = State(
                head=head,
                of=OF[record.kind],
                type=getattr(record, "type", ""),
                from_=day.isoformat(),
                to=None,
                status=getattr(record, "status", "open"),
                since=day.isoformat(),
                window_to=(day + timedelta(9)).isoformat(),
                reports=before[1].reports + 1 if before else 1,
            )
            link = before and Link(relation="same_as", a=record.id, b=head, score=0.9, why="made up", by="rule:x")
            placed[record.id] = (link, head)
            states[head] = [now]
            self.last[held[0]] = (day, now)
        writer.put_placements(placed)
        writer.put_states(states)


def fill(store: Store, records: int) -> float:
    """Fill a store; return the seconds its writer took."""
    run, threads, seconds, made = Run(version="bench", model="none", lexicon="none"), Threads(), 0.0, 0
    batch: list[tuple[Article, list[Record]]] = []
    for article, told in stream(records):
        batch.append((article, told))
        made += len(told)
        if len(batch) == A_TRANSACTION:
            seconds += _write(store, batch, run, threads)
            batch = []
            print(f"\r{made} records", end="", file=sys.stderr)
    seconds += _write(store, batch, run, threads)
    print(file=sys.stderr)
    return seconds


def _write(store: Store, batch: list[tuple[Article, list[Record]]], run: Run, threads: Threads) -> float:
    start = time.perf_counter()
    with store.writing("2026-07-01T00:00:00Z", held=lambda record: keys(record).held) as writer:
        for article, told in batch:
            writer.put_article(article)
            writer.put_records(article.id, told, run)
            threads.put(writer, article, told)
    return time.perf_counter() - start


def questions(store: Store) -> dict[str, Callable[[], Any]]:
    """Return the reads that answers are made of, by name."""
    page, past, old = {"limit": 50, "latest": True}, "2026-03-15", "2026-01-15"
    common, rare = STATES[0], STATES[-1]
    moment = store.moment()
    now = View(as_of="2026-06-30")
    some = store.entries(Filter(kinds=("engagement",), **page))
    ids = [e.record.id for e in some]

    def entries(view: View = now, **asked: Any) -> Callable[[], Any]:
        return lambda: store.entries(Filter(**page | asked), view)

    def states(view: View = now, **asked: Any) -> Callable[[], Any]:
        return lambda: store.states(Filter(**page | asked), view)

    return {
        "last records": entries(),
        "first records": entries(latest=False),
        "statements of a common state": entries(kinds=("statement",), actors=(common,), roles=("speaker",)),
        "statements of a rare state": entries(kinds=("statement",), actors=(rare,), roles=("speaker",)),
        "all of a common pair": entries(actors=(common,), with_=(STATES[1],)),
        "all of a rare pair": entries(actors=(rare,), with_=(STATES[-2],)),
        "a common with a rare state": entries(actors=(common,), with_=(rare,)),
        "one person": entries(actors=("person/antonio-guterres-1234",)),
        "allegations as of a past day": entries(View(as_of=past), kinds=("allegation",)),
        "records of March by their time": entries(from_="2026-03-01", to="2026-03-31"),
        "timeline of a common state in January": entries(
            actors=(common,), from_=old, to="2026-01-31", timed=True, latest=False
        ),
        "timeline of all": entries(timed=True),
        "one outlet": entries(sources=("Outlet 7",)),
        "known before the last transaction": entries(View(known_at=_before(moment))),
        "left out of a past day": lambda: store.outside(Filter(kinds=("engagement",)), View(as_of=past)),
        "search, a common word": lambda: store.search("said", now),
        "search, words": lambda: store.search("grain corridor", now),
        "search, nothing": lambda: store.search("zebra crossing", now),
        "engagements": states(kinds=("engagement",)),
        "engagements of a common state": states(kinds=("engagement",), actors=(common,)),
        "engagements of a rare pair": states(kinds=("engagement",), actors=(rare,), with_=(common,)),
        "announced on a past day": states(View(as_of=past), kinds=("engagement",), statuses=("announced", "sought")),
        "outcome unreported": states(kinds=("engagement",), statuses=("outcome_unreported",)),
        "never any such status": states(kinds=("engagement",), statuses=("none",)),
        "members of fifty threads": lambda: store.members(list(store.heads(ids).values())),
        "links of fifty records": lambda: store.links(ids),
        "fifty short ids": lambda: store.short_ids(some),
        "changes since the last transaction": lambda: store.changes(moment),
    }


def _before(moment: str | None) -> str:
    assert moment is not None
    return (datetime.fromisoformat(moment) - timedelta(microseconds=1)).isoformat()


def neighbours(store: Store) -> float:
    """Return the milliseconds it takes to find the neighbours of the records of one article."""
    article = store.entries(Filter(latest=True, limit=1))[0].record.article
    with store.writing("2026-07-02T00:00:00Z") as writer:
        shelf = writer.shelf(lambda record: keys(record).sought, horizon)
        return median(lambda: [shelf.neighbours(entry) for entry in writer.of_articles([article])])


def median(ask: Callable[[], Any]) -> float:
    """Return the median of some rounds in milliseconds, the first one aside."""
    ask()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main() -> None:
    """Fill a store of each size and print what its questions cost."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--records", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--folder", type=Path)
    options.add_argument("--only", default="")
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    table: dict[str, list[str]] = {}
    for records in given.records:
        path = folder / f"store{records}.db"
        new = not path.exists()
        with open_store(path) as store:
            if new:
                seconds = fill(store, records)
                print(f"{records}: {seconds:.0f} s to write, {path.stat().st_size / 1e6:.0f} MB", flush=True)
            for name, ask in questions(store).items():
                if given.only in name:
                    table.setdefault(name, []).append(f"{median(ask):9.1f} ({len(_sized(ask()))})")
            table.setdefault("neighbours of an article's records", []).append(f"{neighbours(store):9.1f}")
    print("ms (rows found)".ljust(42) + "".join(f"{records:>16}" for records in given.records))
    for name, row in table.items():
        print(name.ljust(42) + "".join(f"{cell:>16}" for cell in row))


def _sized(answer: Any) -> Any:
    return json.dumps(answer) if isinstance(answer, int) else answer


if __name__ == "__main__":
    main()
