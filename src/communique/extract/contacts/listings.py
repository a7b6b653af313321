"""Occasions listed under one verb: "have met twice since then: in Prague on October 6 and in Sochi on October 31"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from communique.extract.contacts.occasions import place_at
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading
from communique.records.actors import When, Where

_JOINING = frozenset({"prep", "conj", "pobj", "advmod"})
_WHERE = frozenset({"in", "at", "near"})


def occasions(reading: Reading, verb: Clause) -> list[tuple[Where, When]]:
    """Return the places and days listed under a verb, if there are several and each place has its day; else nothing."""
    places = list(_places(reading, verb))
    days = sorted((t.last, t.when) for t in reading.times if t.type == "DATE" and _below(reading, t.last - 1, verb))
    if not 1 < len(places) == len(days):
        return []
    order = sorted([*((at, "place") for at, _ in places), *((last - 1, "day") for last, _ in days)])
    kinds = [kind for _, kind in order]
    if any(one == other for one, other in pairwise(kinds)):
        return []
    return [(where, when) for (_, where), (_, when) in zip(places, days, strict=True)]


def is_count(reading: Reading, verb: Clause) -> bool:
    """Return whether a verb tells of many occasions at once: "has hosted them four times"."""
    return count_of(reading, verb) is not None


def count_of(reading: Reading, verb: Clause) -> int | None:
    """Return the word by which a verb counts occasions, "times" in "met three times"; None if it tells of one."""
    words = load_words("engagements/en/counting_words")
    return next((child.index for child in reading.dependents[verb.head] if child.norm in words), None)


def _places(reading: Reading, verb: Clause) -> Iterator[tuple[int, Where]]:
    for token in reading.tokens[verb.head + 1 : verb.last]:
        named = token.dep == "pobj" and reading.tokens[token.head].norm in _WHERE
        if named and _below(reading, token.index, verb) and (where := place_at(reading, token.index)) is not None:
            yield token.index, where


def _below(reading: Reading, index: int, verb: Clause) -> bool:
    """Whether a word hangs on the verb, or on what is coordinated with a phrase of it."""
    token = reading.tokens[index]
    if not verb.head < index < verb.last:
        return False
    if token.dep in ("nummod", "npadvmod"):
        token = reading.tokens[token.head]
    while token.index != verb.head:
        if token.dep not in _JOINING or token.pos in ("VERB", "AUX") or token.head == token.index:
            return token.dep == "npadvmod" and token.head == verb.head
        token = reading.tokens[token.head]
    return True
