"""Makes a store larger by copying it back in time: each copy lies before all that is there, whole and of its own.

A copy has articles of its own (another last line), so other ids throughout; texts, words to search by, keys, threads
with their states, links and moments, all moved back by the length of the store. Nothing ties it to the other copies.
It is written past the store's writer, and so only for stores of SQLite, as `fill` in store_growth.py leaves them.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.link.keys import keys
from communique.records.codec import record_from_data
from communique.records.texts import article_id
from communique.store.words import fold, words_of

ID = re.compile(r"\b[0-9a-f]{32}\b")
DAY = re.compile(r'(?<=")\d{4}-\d\d-\d\d(?=["T])')
DAYS = ("when_from", "when_to", "reported_from", "reported", "until", "published_from", "published_to", "from_day",
        "to_day", "since", "window_to", "recorded_from", "recorded_to", "extracted_to", "added_at", "at")  # fmt: skip
"""Columns that hold a day or a moment."""

Row = dict[str, Any]


def copy_back(path: Path, times: int) -> None:
    """Lay so many copies of a store before it."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    first, last = connection.execute(
        "SELECT min(reported), max(reported) FROM records WHERE reported < '9999'"
    ).fetchone()
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    tops = {t: connection.execute(f"SELECT max(pk) FROM {t}").fetchone()[0] for t in ("articles", "records")}
    for number in range(1, times + 1):
        with connection:
            _Copy(connection, number, length * number, tops).make()
        print(f"copy {number} of {path}", flush=True)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


class _Copy:
    """One copy: old id -> new id of articles and records, and the days by which it is moved back."""

    def __init__(self, connection: sqlite3.Connection, number: int, days: int, tops: dict[str, int]) -> None:
        self._connection, self._number, self._days, self._tops = connection, number, days, tops
        self._ids: dict[str, str] = {}
        self._earlier: dict[str, str] = {}
        self._extractions: dict[int, int] = {}

    def make(self) -> None:
        self._put("moments", self._rows("SELECT * FROM moments ORDER BY at LIMIT ?", len(self._all("moments"))))
        for row in self._rows("SELECT * FROM articles WHERE pk <= ?", self._tops["articles"]):
            self._article(row)
        for table in ("heads", "links", "states", "parties", "clusters"):
            self._put(table, (self._named(row) for row in self._of_first(table)))

    def _article(self, row: Row) -> None:
        old, text = row["id"], f"{row['text']}\nCopy {self._number}."
        new = self._ids[old] = article_id(text)
        pk = row["pk"] + self._number * self._tops["articles"]
        self._put("articles", [row | {"pk": pk, "id": new, "text": text}])
        self._put("article_words", [{"rowid": pk, "words": fold(text)}])
        bands = self._rows("SELECT band FROM bands WHERE article = ?", old)
        self._put("bands", ({"band": self._band(band["band"]), "article": new} for band in bands))
        for appearance in self._rows("SELECT * FROM appearances WHERE article = ?", old):
            url = appearance["url"] and f"{appearance['url']}?copy={self._number}"
            self._put("appearances", [appearance | {"pk": None, "article": new, "url": url}])
        for extraction in self._rows("SELECT * FROM extractions WHERE article = ?", old):
            self._put("extractions", [extraction | {"pk": None, "article": new}])
            self._extractions[extraction["pk"]] = self._connection.execute("SELECT last_insert_rowid()").fetchone()[0]
        self._records(old, new)

    def _records(self, old: str, new: str) -> None:
        rows = list(self._rows("SELECT * FROM records WHERE article = ? ORDER BY pk", old))
        told = [DAY.sub(lambda day: self._moved(day[0]), row["payload"].replace(old, new)) for row in rows]
        records = [record_from_data(json.loads(payload)) for payload in told]
        self._ids.update((row["id"], record.id) for row, record in zip(rows, records, strict=True))
        for row, payload, record in zip(rows, told, records, strict=True):
            was, pk = row["pk"], row["pk"] + self._number * self._tops["records"]
            payload = ID.sub(lambda id: self._ids.get(id[0], id[0]), payload)
            record = record_from_data(json.loads(payload))
            changed = {"pk": pk, "id": record.id, "article": new, "payload": payload}
            self._put("records", [row | changed | {"extraction": self._extractions.get(row["extraction"])}])
            for table in ("participants", "evidence"):
                parts = self._rows(f"SELECT * FROM {table} WHERE record = ?", was)
                self._put(table, (part | {"record": pk} for part in parts))
            held = sorted(set(keys(record).held))
            self._put("keys", ({"key": key, "reported": row["reported"], "record": pk} for key in held))
            self._put("record_words", [{"rowid": pk, "words": words_of(record)}])

    def _of_first(self, table: str) -> Iterator[Row]:
        """Yield the rows of the store as it was before it was copied."""
        for row in self._all(table):
            owner = row.get("record") or row.get("head") or row.get("a") or row.get("article")
            if owner in self._ids:
                yield row

    def _named(self, row: Row) -> Row:
        names = {name: self._ids.get(value, value) for name, value in row.items() if isinstance(value, str)}
        return row | names | {"pk": None}

    def _all(self, table: str) -> list[Row]:
        return list(self._rows(f"SELECT * FROM {table}"))

    def _rows(self, query: str, *values: Any) -> Iterator[Row]:
        """Yield rows, moved back in time."""
        for row in self._connection.execute(query, values).fetchall():
            found = dict(row)
            found.update((name, self._moved(found[name])) for name in DAYS if found.get(name))
            yield found

    def _moved(self, day: str) -> str:
        if day < "0002" or day >= "9999":
            return day
        known = self._earlier.get(day[:10])
        if known is None:
            known = self._earlier[day[:10]] = (date.fromisoformat(day[:10]) - timedelta(self._days)).isoformat()
        return known + day[10:]

    def _band(self, band: str) -> str:
        return band[:3] + sha256(f"{band}{self._number}".encode()).hexdigest()[:12]

    def _put(self, table: str, rows: Any) -> None:
        for row in rows:
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
