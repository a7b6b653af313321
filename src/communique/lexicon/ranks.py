"""Which level of a government a title names: "Prime Minister" and "leaders" lead, "foreign ministers" are another."""

from __future__ import annotations

from functools import cache, lru_cache

from communique.lexicon.nouns import Nouns, NounTables, PersonNoun
from communique.lexicon.spellings import pieces

LEVELS = {"HOS": "leader", "HOG": "leader", "LEADER": "leader", "FM": "foreign minister", "DM": "defence minister"}
"""Classes of office that tell people of one state apart; a "minister" or an "envoy" may be anybody."""


@cache
def _nouns() -> Nouns[PersonNoun]:
    return NounTables().person_nouns


@lru_cache(maxsize=4096)
def level(title: str) -> str:
    """Return the level of a title, singular or plural, "" where it tells none.

    >>> level("foreign ministers"), level("President"), level("ministers")
    ('foreign minister', 'leader', '')
    """
    words = [word.lower() for word in pieces(title)]
    for first in range(len(words)):
        phrase = " ".join(words[first:])
        noun = _nouns().get(phrase) or _nouns().get(phrase.removesuffix("s"))
        if noun is not None:
            return LEVELS.get(noun.office_class, "")
    return ""


def other_level(one: str, other: str) -> bool:
    """Return whether two titles name different levels, so that no one person holds both."""
    return bool(level(one) and level(other)) and level(one) != level(other)
