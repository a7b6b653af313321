"""Kill -9 at random moments of an `add` over 200 articles, then go on: is anything lost or doubled?

    python benchmarks/kill_resume.py [--kills 50] [--articles 200] [--seed 1]

The bundled stories are read once with the language model, and varied by script to so many articles: another last line
and another day each, records moved along. A process adds them, one or two processes reading; it is killed at a random
moment and started again, until it is done; then the next store, until there were so many kills. After each kill every
article in the store must be whole; each finished store must pass `check` and say what an uninterrupted one says.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from communique import batch, workflow
from communique.config import DATA
from communique.errors import StoreError
from communique.records import Article, Publication, Record
from communique.records.codec import record_from_data, to_data
from communique.records.views import Run
from communique.sources import read_articles
from communique.store import Store, open_store

STORIES = {"caucasus": None, "kell_strait": DATA / "stories" / "kell_strait" / "lexicon"}
RUN = Run(version="bench", model="cached", lexicon="cached")
Reading = tuple[Article, list[Record]]


def readings() -> list[Reading]:
    """Return the articles of the bundled stories with their records."""
    return [
        (article, workflow.read(article, lexicon_dir=lexicon))
        for story, lexicon in STORIES.items()
        for article in read_articles(DATA / "stories" / story / "articles.jsonl")
        if isinstance(article, Article)
    ]


def varied(known: list[Reading], count: int) -> list[Reading]:
    """Return `count` articles: the known ones, then variants of them, each round a year later."""
    return [_variant(*known[number % len(known)], number // len(known)) for number in range(count)]


def _variant(article: Article, records: list[Record], turn: int) -> Reading:
    if not turn:
        return article, records
    new = replace(
        article,
        text=f"{article.text}\nEdition {turn}.\n",
        url=article.url and f"{article.url}?edition={turn}",
        published=article.published and _later(article.published, turn),
    )
    told = json.dumps([to_data(record) for record in records]).replace(article.id, new.id)
    moved = [record_from_data(data) for data in json.loads(told)]
    for old, record in zip(records, moved, strict=True):
        told = told.replace(old.id, record.id)
    return new, [record_from_data(data) for data in json.loads(told)]


def _later(published: Publication, turn: int) -> Publication:
    first, last = (
        (date.fromisoformat(day[:10]) + timedelta(days=365 * turn)).isoformat()
        for day in (published.from_, published.to)
    )
    return replace(published, from_=first, to=last)


class Cached:
    """Reads by looking up; sent to other processes as the path of what was read."""

    def __init__(self, path: str) -> None:
        """Look things up in a pickle."""
        self.path = path
        self._known: dict[str, list[Record]] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {"path": self.path, "_known": {}}

    def __call__(self, article: Article) -> list[Record]:
        """Return the records of an article."""
        if not self._known:
            self._known.update((a.id, records) for a, records in pickle.loads(Path(self.path).read_bytes()))
        return self._known[article.id]


def child(cached: str, place: str, workers: int) -> None:
    """Add everything; what is killed."""
    found = [("bench", article) for article, _ in pickle.loads(Path(cached).read_bytes())]
    with open_store(place) as store:
        for _ in batch.add(store, found, Cached(cached), RUN, lambda: "2026-01-01T00:00:00Z", workers=workers):
            pass


def told(store: Store) -> object:
    """Return all that a store says, recorded times aside."""
    entries = store.of_articles(store.article_ids())
    heads = store.heads([entry.record.id for entry in entries])
    shown = [(e.record, e.published, e.until, e.cluster) for e in entries]
    return shown, heads, store.links(sorted(heads)), store.history(sorted(set(heads.values())))


def whole(place: Path, records: dict[str, set[str]]) -> int:
    """Return how many articles a store holds; SystemExit if one of them is not whole."""
    try:
        with open_store(place, create=False) as store:
            ids = store.article_ids()
            kept: dict[str, list[str]] = {id: [] for id in ids}
            for entry in store.of_articles(ids):
                kept[entry.record.article].append(entry.record.id)
    except StoreError as error:
        if "no such store" in str(error) or "is empty" in str(error):
            return 0
        raise
    for id, found in kept.items():
        if sorted(found) != sorted(records[id]):
            sys.exit(f"article {id} is not whole: {len(found)} records of {len(records[id])}")
    return len(ids)


def main() -> None:
    """Run the bench and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=3)
    given = parser.parse_args()
    if given.child:
        child(given.child[0], given.child[1], int(given.child[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        bench(Path(folder), given.kills, given.articles, random.Random(given.seed))


def bench(folder: Path, kills: int, count: int, chance: random.Random) -> None:
    """Kill and go on until there were so many kills, and every store begun is finished."""
    cached, known = folder / "readings.pickle", varied(readings(), count)
    cached.write_bytes(pickle.dumps(known))
    records = {article.id: {record.id for record in found} for article, found in known}
    begun = time.monotonic()
    _start(cached, folder / "reference.db", 1).wait()
    length = time.monotonic() - begun
    with open_store(folder / "reference.db") as store:
        assert workflow.check(store) == []
        expected = told(store)
    print(f"{len(records)} articles, {sum(map(len, records.values()))} records; {length:.0f} s without a kill")
    done = stores = 0
    while done < kills:
        stores += 1
        place = folder / f"{stores}.db"
        while True:
            process = _start(cached, place, 1 + stores % 2)
            _let_run(process, place, chance, length / 12 if done < kills else None)
            if process.poll() is None:
                process.kill()
                process.wait()
                done += 1
                print(f"kill {done}: {whole(place, records)} articles, each of them whole", flush=True)
            elif process.returncode:
                sys.exit(f"adding ended with {process.returncode}")
            else:
                break
        with open_store(place) as store:
            faults = workflow.check(store)
            same = told(store) == expected
        print(f"store {stores}: finished; {len(faults)} faults; the same as without kills: {same}", flush=True)
        if faults or not same:
            sys.exit("\n".join(map(str, faults[:10])) or "something was lost or doubled")
    print(f"{done} kills, {stores} stores: nothing lost, nothing doubled")


def _let_run(process: subprocess.Popen[bytes], place: Path, chance: random.Random, longest: float | None) -> None:
    """Wait for the process to end (None), or for a random time: four times in five, from when it enters an article."""
    before = _count(place)
    started = longest is None or chance.random() < 0.2
    while not started and process.poll() is None:
        time.sleep(0.1)
        started = _count(place) > before
    with suppress(subprocess.TimeoutExpired):
        process.wait(None if longest is None else chance.uniform(0, longest))


def _count(place: Path) -> int:
    try:
        with open_store(place, create=False, read_only=True) as store:
            return len(store.article_ids())
    except StoreError:
        return 0


def _start(cached: Path, place: Path, workers: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, __file__, "--child", str(cached), str(place), str(workers)])


if __name__ == "__main__":
    main()
