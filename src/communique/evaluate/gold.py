"""Gold files: what a predictor is asked, apart from what it is scored against.

A predictor gets a `Question` and nothing else; a question has no place for a label. The labels stay in the `Item`,
which only scores see.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from communique.errors import GoldError

Half = Literal["all", "even", "odd"]
DAY_FIRST = re.compile(r"(\d\d)-(\d\d)-(\d{4})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a question's text that is to be judged; it says where, not what."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """All that a predictor may know: a text, the day it appeared on, and places in it where the task gives places."""

    id: str
    text: str
    dct: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A question with the line of gold it comes from."""

    question: Question
    gold: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The id in the gold."""
        return self.question.id

    @property
    def half(self) -> Half:
        """Which half it is in: errors are read in the even one only."""
        return half_of(self.id)


def half_of(identity: str) -> Literal["even", "odd"]:
    """Return the half an id is in, by whether its SHA-1 is even."""
    return "odd" if int(hashlib.sha1(identity.encode()).hexdigest(), 16) % 2 else "even"


def load_items(path: Path, marked: str | None = None, labels: str | None = None) -> list[Item]:
    """Return the items of a JSONL file (plain or .gz) in the order of their ids.

    `marked` names the list whose items are places to be judged, `labels` the list that must be there. GoldError: no
    such file, not JSONL, a line without id, text or labels, an id twice.
    """
    found: dict[str, Item] = {}
    for number, line in enumerate(read_lines(path), start=1):
        item = _item(line, f"{path}:{number}", marked, labels)
        if item.id in found:
            raise GoldError(f"{path}:{number}: the id {item.id} stands there twice")
        found[item.id] = item
    if not found:
        raise GoldError(f"{path}: is empty; a line of gold is a JSON object with id and text")
    return [found[identity] for identity in sorted(found)]


def write_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    """Write JSON objects one per line; compressed, without a time stamp, if the name ends in .gz."""
    data = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8", "surrogatepass")
    try:
        path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    except OSError as error:
        raise GoldError(f"{path}: cannot be written ({error.strerror})") from error


def read_lines(path: Path) -> Iterator[str]:
    """Return the lines of a UTF-8 file, plain or .gz, that are not blank; GoldError if it cannot be read."""
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error})") from error
    return (line for line in text.split("\n") if line.strip())


def _item(line: str, where: str, marked: str | None, labels: str | None) -> Item:
    try:
        data = json.loads(line)
        identity, text = str(data["id"]), data["text"]
        if labels is not None and not isinstance(data[labels], list):
            raise TypeError(f"{labels} is no list")
        places = data[marked] if marked else ()
        marks = tuple(Mark(str(p.get("m_id", p.get("id"))), *p["span"]) for p in places if "span" in p)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{where}: is no gold for this task ({type(error).__name__}: {error})") from error
    if not isinstance(text, str):
        raise GoldError(f"{where}: is no gold for this task (text is not a string)")
    return Item(Question(identity, text, _day(data.get("dct") or data.get("date")), marks), data)


def _day(value: Any) -> str | None:
    """The day of a date as gold files write it (2013-03-22, 2013-03-22T08:00, 22-03-2013); None for anything else."""
    text = str(value or "")[:10]
    turned = DAY_FIRST.fullmatch(text)
    text = f"{turned[3]}-{turned[2]}-{turned[1]}" if turned else text
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
