"""How much two wordings have in common: telling words by their stems, and likeness of whole sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from communique.lexicon.links import load_links

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
STEM = 5
"""Letters that endings leave alone often enough: "supplied", "supplying" and "supplies" agree in them."""


@lru_cache(maxsize=16_384)
def telling(text: str) -> frozenset[str]:
    """Return the stems of the words that say which matter it is: not the plain ones of data/links."""
    plain = load_links().plain
    words = (word.casefold() for word in WORD.findall(text))
    return frozenset(word.removesuffix("'s").removesuffix("’s")[:STEM] for word in words if word not in plain)


@lru_cache(maxsize=16_384)
def meant(text: str) -> frozenset[str]:
    """Return the telling words of a charge, like ones as one: "soil" and "territory"; days and numbers tell when and
    how much, not what."""
    known = load_links().senses
    like = {word for word in map(str.casefold, WORD.findall(text)) if word in known}
    stems = telling(text) - {stem for word in like for stem in telling(word)}
    return frozenset(stem for stem in stems if not stem[0].isdigit()) | {known[word] for word in like}


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of the smaller set found in the larger, 0 if either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def contacts(text: str) -> frozenset[str]:
    """Return the families of the engagements that words speak of: "met" and "talks" of meetings, "spoke" of calls."""
    known = load_links().contacts
    return frozenset(known[word] for word in map(str.casefold, WORD.findall(text)) if word in known)


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
