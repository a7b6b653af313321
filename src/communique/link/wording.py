"""How much two wordings have in common: telling words by their stems, and likeness of whole sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from communique.lexicon.links import load_links

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
STEM = 5
"""Letters of a word without its ending that tell it from others: "suppl" for "supply" and "supplier"."""
ROOT = 3
"""Letters that must be left of a word from which an ending is taken."""


@lru_cache(maxsize=16_384)
def telling(text: str) -> frozenset[str]:
    """Return the stems of the words that say which matter it is: not the plain ones of data/links ("four-point")."""
    return frozenset(map(stem, _telling(text)))


def _telling(text: str) -> list[str]:
    plain = load_links().plain
    words = (word.casefold().removesuffix("'s").removesuffix("’s") for word in WORD.findall(text))
    return [word for word in words if word.rpartition("-")[2] not in plain]


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return what the forms of a word have in common, by data/links: "fir" for "fired" and "firing", "dig" for "dug".

    >>> stem("ferries"), stem("stolen") == stem("stealing")
    ('ferry', True)
    """
    links = load_links()
    word = links.irregular.get(word, word)
    for ending, becomes in links.endings:
        if word.endswith(ending) and len(word) - len(ending) >= ROOT:
            word = word.removesuffix(ending) + becomes
            break
    doubled = len(word) > ROOT and word[-1] == word[-2]
    return (word[:-1] if doubled else word)[:STEM]


@lru_cache(maxsize=16_384)
def meant(text: str) -> frozenset[str]:
    """Return the telling words of a charge, like ones as one: "soil" and "territory"; days and numbers tell when and
    how much, not what."""
    like = {word: sense for word in map(str.casefold, WORD.findall(text)) if (sense := _sense(word)) is not None}
    stems = telling(text) - {found for word in like for found in telling(word)}
    return frozenset(word for word in stems if not word[0].isdigit()) | frozenset(like.values())


@lru_cache(maxsize=16_384)
def called(text: str) -> frozenset[str]:
    """Return the telling words of a name, like ones as one: "truce" and "ceasefire"."""
    return frozenset(_sense(word) or stem(word) for word in _telling(text))


def _sense(word: str) -> str | None:
    """What a word and those like it mean, by the table's own form or another of the same stem ("mined", "mines")."""
    found = load_links().senses.get(word)
    return found if found is not None or word in load_links().plain else _senses().get(stem(word))


@lru_cache(maxsize=4)
def _senses() -> dict[str, str]:
    """The senses by stem, where all words of a stem have one: "arms" and "armed" do not."""
    found: dict[str, set[str]] = {}
    for word, sense in load_links().senses.items():
        found.setdefault(stem(word), set()).add(sense)
    return {root: next(iter(senses)) for root, senses in found.items() if len(senses) == 1}


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the smaller set found in the larger, 0 if either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def contacts(text: str) -> frozenset[str]:
    """Return the families of the engagements that words speak of: "met" and "talks" of meetings, "spoke" of calls."""
    known = load_links().contacts
    return frozenset(known[word] for word in map(str.casefold, WORD.findall(text)) if word in known)


def removes(text: str) -> bool:
    """Return whether words speak of an end of something: "lift the sanctions"."""
    return any(word.casefold() in load_links().removing for word in WORD.findall(text))


def words(text: str) -> int:
    """Return the number of words."""
    return len(WORD.findall(text))


def likeness(a: str, b: str) -> float:
    """Return how alike two wordings are, 0..1: by their words in any order, or as a part of the longer one."""
    one, other = a.casefold(), b.casefold()
    short, long = sorted((one, other), key=len)
    whole = fuzz.token_sort_ratio(one, other)
    part = fuzz.partial_ratio(short, long) if words(short) >= load_links().weights["utterance.words"] else 0.0
    return max(whole, part if part >= 90 else 0.0) / 100
