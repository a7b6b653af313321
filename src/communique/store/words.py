"""Words to search by: the same for both databases, so that the same question finds the same records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from communique.records.parties import parties
from communique.records.record import Record

_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def fold(text: str) -> str:
    """Return the words of `text` in lower case without accents and punctuation: "Côte d'Ivoire" -> "cote d ivoire"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))


def phrases(query: str) -> list[str]:
    """Return what must be found, all of it: each word, and each "quoted phrase" as one piece. No other syntax."""
    pieces = (fold(quoted or word) for quoted, word in _PHRASE.findall(query))
    return [piece for piece in pieces if piece]


def words_of(record: Record) -> str:
    """Return what a record is found by: the words it rests on, the names of who takes part, its place."""
    return fold(" | ".join(dict.fromkeys(_found_by(record))))


def _found_by(record: Record) -> Iterator[str]:
    longest = sorted((e.text for e in record.evidence), key=len, reverse=True)
    yield from _not_inside(longest)
    yield from (actor.name for _, actor in parties(record))
    if record.where is not None:
        yield record.where.name


def _not_inside(texts: Iterable[str]) -> Iterator[str]:
    kept: list[str] = []
    for text in texts:
        if not any(text in other for other in kept):
            kept.append(text)
            yield text
