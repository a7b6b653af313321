"""Makes a store larger by rows copied back in time: the mass that indices have to carry, behind what was truly entered.

Copies have ids of their own (their first digit is moved on) and lie before all that is there. Their payloads are those
of the first, so that questions of their days measure too little, and no words to search by are copied: let questions
look at the part that was entered. Only for stores of SQLite, as `fill` in store_growth.py leaves them.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

DAYS = ("when_from", "when_to", "reported_from", "reported", "until", "published_from", "published_to", "from_day",
        "to_day", "since", "window_to", "recorded_from", "recorded_to", "extracted_to", "added_at", "at")  # fmt: skip
"""Columns that hold a day or a moment."""
IDS = ("id", "article", "head", "a", "b", "band")
"""Columns that hold an id, or something that must differ like one."""
TABLES = ("articles", "appearances", "bands", "clusters", "extractions", "records", "participants", "evidence", "keys",
          "heads", "links", "states", "parties")  # fmt: skip
CACHED = 4_000_000
"""kB of the store kept in memory: else every index is written again and again."""


def copy_back(path: Path, times: int) -> None:
    """Lay so many copies of a store before it."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA cache_size = -{CACHED}")
    first, last = connection.execute(
        "SELECT min(reported), max(reported) FROM records WHERE reported < '99'"
    ).fetchone()
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    tops = {t: connection.execute(f"SELECT max(pk) FROM {t}").fetchone()[0] for t in TABLES if _has_pk(connection, t)}
    for number in range(1, times + 1):
        for table in TABLES:
            _copy(connection, table, number, length * number, tops)
            connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _has_pk(connection: sqlite3.Connection, table: str) -> bool:
    return "pk" in _columns(connection, table)


def _copy(connection: sqlite3.Connection, table: str, number: int, days: int, tops: dict[str, int]) -> None:
    """Insert the rows that a table had at first once more, moved back by so many days."""
    names = _columns(connection, table)
    told = {name: f'"{name}"' for name in names}
    told |= {name: _earlier(name, days) for name in names if name in DAYS}
    told |= {name: _other(name, number) for name in names if name in IDS or (name, table) == ("record", "heads")}
    if "pk" in names:
        told["pk"] = f"pk + {number * tops[table]}"
    where = f"pk <= {tops[table]}" if "pk" in names else "true"
    if table in ("participants", "evidence", "keys"):
        told["record"], where = f"record + {number * tops['records']}", f"record <= {tops['records']}"
    if table == "bands":
        where = "article IN (SELECT id FROM articles WHERE pk <= {})".format(tops["articles"])
    if table == "records":
        told["extraction"] = f"extraction + {number * tops['extractions']}"
    listed = ", ".join(f'"{name}"' for name in names)
    connection.execute(f"INSERT INTO {table} ({listed}) SELECT {', '.join(told.values())} FROM {table} WHERE {where}")


def _earlier(name: str, days: int) -> str:
    moved = f"date(substr({name}, 1, 10), '-{days} days') || substr({name}, 11)"
    return f"CASE WHEN {name} IS NULL OR {name} > '99' OR {name} < '0200' THEN {name} ELSE {moved} END"


def _other(name: str, number: int) -> str:
    """Return another id with the same length: its first digit moved on; names of agencies stay."""
    digits = "0123456789abcdef"
    moved = digits[number:] + digits[:number]
    if name == "band":
        return f"'{number}' || substr(band, 2)"
    first = f"substr('{moved}', instr('{digits}', substr(\"{name}\", 1, 1)), 1)"
    return f'{first} || substr("{name}", 2)'
