"""The small tables of this room: file signatures, languages, months, the commonest English words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.lexicon.files import Row, read_table
from communique.lexicon.words import load_words


@dataclass(frozen=True, slots=True)
class FileSignature:
    """The first bytes of a kind of file that is no plain text, its name for people, and what to do with it."""

    prefix: bytes
    name: str
    mend: str


@cache
def file_signatures() -> tuple[FileSignature, ...]:
    """Return the kinds of files that are named when they are refused."""
    rows = read_table("sources/file_signatures", ["prefix", "name", "mend"], key="prefix")
    return tuple(FileSignature(_bytes(row), row["name"], row["mend"]) for row in rows)


def _bytes(row: Row) -> bytes:
    try:
        return bytes.fromhex(row["prefix"])
    except ValueError:
        raise row.error(f"prefix {row['prefix']!r} is not hexadecimal") from None


@cache
def languages() -> dict[str, str]:
    """Return ISO 639-1 code -> English name of the languages that are told apart."""
    return {row["code"]: row["name"] for row in read_table("sources/languages", ["code", "name"], key="code")}


@cache
def english_words() -> frozenset[str]:
    """Return the commonest English function words: a text full of them needs no language detection."""
    return load_words("sources/english_words")


@cache
def months() -> dict[str, int]:
    """Return the first three letters of each month's name -> its number."""
    return {row["start"]: _number(row) for row in read_table("sources/months", ["start", "number"], key="start")}


def _number(row: Row) -> int:
    if not row["number"].isdecimal():
        raise row.error(f"number {row['number']!r} is not a whole number")
    return int(row["number"])
