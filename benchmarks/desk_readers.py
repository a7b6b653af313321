"""Fifty readers at the desk while a batch writes: how long answers take at the server, and whether any fails.

    python benchmarks/desk_readers.py STORE [--readers 50] [--rounds 4] [--only REVIEW]

STORE (see store_growth.py --folder) is copied first, and read through a `communique serve` of its own; a third process
enters the next articles meanwhile, one a transaction. Milliseconds: the server's own processor time and the time by the
clock of one request when it is alone, medians of five after a first one; then what fifty readers wait for.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from store_growth import RUN, STATES, day_of, held_by, varied

from communique import workflow
from communique.store import open_store

API = ("engagements", "pending", "overdue", "allegations", "statements", "proposals", "timeline", "basis", "events")
PAGES = ("", "engagements", "allegations", "statements", "proposals", "timeline", "basis", "review", "data", "events")
TICK = os.sysconf("SC_CLK_TCK")
ROUNDS = 5


def addresses(store: Path) -> list[str]:
    """Return what readers ask: every page and list, the day being that of the last article."""
    with open_store(store, create=False, read_only=True) as opened:
        day = f"as_of={(opened.moment() or '')[:10]}"
    a, b = STATES[:2]
    asked = [*(f"/api/v1/{name}?{day}" for name in API), *(f"/{name}?{day}" for name in PAGES)]
    asked += [f"/events?plover=1&{day}", f"/actor/state/{a}?{day}", f"/dyad?a=state/{a}&b=state/{b}&{day}"]
    asked += [f"/api/v1/{name}&{day}" for name in (f"actor?name=state/{a}", f"dyad?a=state/{a}&b=state/{b}")]
    asked += ["/since?since=2000-01-01", f"/api/v1/since?when=2000-01-01&{day}"]
    asked += [f"/api/v1/brief?actor=state/{a}&with=state/{b}&{day}"]
    return [*asked, f"/api/v1/search?text=said+that&{day}", f"/search?q=said+that&{day}"]


@contextmanager
def serving(store: Path) -> Iterator[tuple[str, int]]:
    """Serve a store; yield the address and the process id once it answers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    serve = [sys.executable, "-c", "from communique.cli import main; main()", "serve", "--store", str(store)]
    with subprocess.Popen([*serve, "--port", str(port)], stdout=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            for _ in range(300):
                try:
                    httpx.get(f"{address}/api/v1/store", timeout=60)
                    break
                except httpx.TransportError:
                    time.sleep(0.2)
            yield address, process.pid
        finally:
            process.terminate()


def used(process: int) -> float:
    """Return the milliseconds of processor time that a process has used."""
    parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(parts[11]) + int(parts[12])) / TICK


def write(store: Path) -> None:
    """Enter the next articles of the stream until ended: what the third process does."""
    with open_store(store, create=False) as opened:
        number = held_by(opened)[1]
        while True:
            article, records = varied(number)
            workflow.enter(opened, article, records, RUN, f"{day_of(number)}T12:00:00Z")
            number += 1
            print(number, flush=True)


def alone(base: str, process: int, asked: list[str]) -> None:
    """Print what each address costs when nobody else asks."""
    with httpx.Client(base_url=base, timeout=600) as client:
        for address in asked:
            client.get(address)
            took, own = [], []
            for _ in range(ROUNDS):
                start, before = time.perf_counter(), used(process)
                status = client.get(address).status_code
                took.append((time.perf_counter() - start) * 1000)
                own.append(used(process) - before)
            print(f"{address:<64} {status} {statistics.median(own):7.0f} {statistics.median(took):7.0f}", flush=True)


async def together(base: str, asked: list[str], readers: int, rounds: int) -> tuple[Counter[int], list[float]]:
    """Let so many readers ask at once, one address after another."""
    took: dict[str, list[float]] = defaultdict(list)
    found: Counter[int] = Counter()

    async def read(reader: int) -> None:
        async with httpx.AsyncClient(base_url=base, timeout=600) as client:
            for turn in range(rounds):
                address = asked[(reader * 3 + turn) % len(asked)]
                start = time.perf_counter()
                found[(await client.get(address)).status_code] += 1
                took[address].append((time.perf_counter() - start) * 1000)

    await asyncio.gather(*(read(reader) for reader in range(readers)))
    return found, sorted(ms for those in took.values() for ms in those)


def main() -> None:
    """Measure each address alone, then many readers beside a writer."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("store", type=Path)
    options.add_argument("--readers", type=int, default=50)
    options.add_argument("--rounds", type=int, default=4)
    options.add_argument("--only", default="")
    options.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.write:
        write(given.store)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(shutil.copy(given.store, folder))
        asked = [address for address in addresses(store) if given.only in address]
        with serving(store) as (base, process):
            alone(base, process, asked)
            if given.readers:
                crowd(store, base, asked, given.readers, given.rounds)


def crowd(store: Path, base: str, asked: list[str], readers: int, rounds: int) -> None:
    """Print how long many readers wait beside a writer."""
    writing = [sys.executable, __file__, "--write", str(store)]
    with subprocess.Popen(writing, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = int(writer.stdout.readline())  # it has read its samples, and writes
        start = time.perf_counter()
        statuses, took = asyncio.run(together(base, asked, readers, rounds))
        seconds = time.perf_counter() - start
        writer.terminate()
        written = [int(line) for line in writer.stdout]
    shares = {"median": 0.5, "95 %": 0.95, "most": 1.0}
    told = " ".join(f"{name} {took[int(share * (len(took) - 1))]:.0f}" for name, share in shares.items())
    print(f"{readers} readers: {len(took)} answers {dict(statuses)} in {seconds:.0f} s; ms: {told}")
    print(f"{written[-1] - first + 1 if written else 1} articles were written meanwhile")


if __name__ == "__main__":
    main()
