"""Fifty readers at the desk while a batch writes: how long answers take at the server, and whether any fails.

    python benchmarks/desk_readers.py STORE [--readers 50] [--rounds 4] [--alone]

STORE is copied first (store_growth.py --folder keeps stores of a million records). Reads go through the application as
`communique serve` runs it, pages and API, in this process; a thread enters articles meanwhile (--alone: none does).
Milliseconds at the server: what one request takes when it is alone, then what fifty readers wait for.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
import threading
import time
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
from store_growth import LAST_DAY, readings, varied

from communique import workflow
from communique.api.application import create_application
from communique.records.views import Run
from communique.store import Store, open_store
from communique.web import pages

DAY = f"as_of={LAST_DAY}"
API = ("engagements", "pending", "overdue", "allegations", "statements", "proposals", "timeline", "basis", "events")
PAGES = ("", "engagements", "allegations", "statements", "proposals", "timeline", "basis", "review", "data")
ADDRESSES = [*(f"/api/v1/{name}?{DAY}" for name in API), *(f"/{name}?{DAY}" for name in PAGES)]
ADDRESSES += [f"/api/v1/search?text=grain+corridor&{DAY}", f"/search?q=grain+corridor&{DAY}"]


def write(store: Store, stop: threading.Event, written: list[int]) -> None:
    """Enter articles until told to stop."""
    number = 10_000_000
    while not stop.is_set():
        article, records = varied(readings()[number % len(readings())], number, LAST_DAY)
        at = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        workflow.enter(store, replace(article), records, Run(version="0", model="bench", lexicon="none"), at)
        written.append(number)
        number += 1


async def read(client: httpx.AsyncClient, reader: int, rounds: int, took: dict[str, list[float]]) -> Counter[int]:
    """Ask one address after another; note how long each took."""
    found: Counter[int] = Counter()
    for turn in range(rounds):
        address = ADDRESSES[(reader * 3 + turn) % len(ADDRESSES)]
        start = time.perf_counter()
        answer = await client.get(address, timeout=600)
        took[address].append((time.perf_counter() - start) * 1000)
        found[answer.status_code] += 1
    return found


async def measure(store: Store, readers: int, rounds: int) -> tuple[dict[str, list[float]], Counter[int]]:
    """Let so many readers ask at once."""
    application = create_application(store, hosts=None)
    pages.mount(application)
    application.state.told = pages.told
    took: dict[str, list[float]] = defaultdict(list)
    async with (
        application.router.lifespan_context(application),
        httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://desk") as client,
    ):
        for reader in range(len(ADDRESSES) if readers == 1 else readers):
            if readers == 1:
                await read(client, reader, rounds, took)
        each = await asyncio.gather(*(read(client, reader, rounds, took) for reader in range(readers)))
    return took, sum(each, Counter())


def main() -> None:
    """Measure one reader alone, then many beside a writer."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("store", type=Path)
    options.add_argument("--readers", type=int, default=50)
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--alone", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(given.store, folder))
        with open_store(path) as store:
            alone, _ = asyncio.run(measure(store, 1, 3))
            stop, written = threading.Event(), list[int]()
            writer = threading.Thread(target=write, args=(store, stop, written))
            if not given.alone:
                readings()
                writer.start()
            start = time.perf_counter()
            took, statuses = asyncio.run(measure(store, given.readers, given.rounds))
            seconds = time.perf_counter() - start
            stop.set()
            if not given.alone:
                writer.join()
    for address in ADDRESSES:
        many = f"{statistics.median(took[address]):9.0f}" if took[address] else "        -"
        print(f"{address:<60} {statistics.median(alone[address]):9.1f} {many}")
    total = statuses.total()
    print(f"{given.readers} readers: {total} answers {dict(statuses)}, {total / seconds:.1f} a second")
    print(f"{len(written)} articles were written meanwhile")


if __name__ == "__main__":
    main()
