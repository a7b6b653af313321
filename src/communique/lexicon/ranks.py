"""Which level of a government a title names: "Prime Minister" and "leaders" lead, "foreign ministers" are another."""

from __future__ import annotations

from functools import cache, lru_cache

from communique.lexicon.nouns import Nouns, NounTables, PersonNoun
from communique.lexicon.spellings import pieces

LEVELS = {"HOS": "leader", "HOG": "leader", "LEADER": "leader", "FM": "foreign minister", "DM": "defence minister"}
"""Classes of office that tell people of one state apart; a "minister" or an "envoy" may be anybody."""

GENERIC = "LEADER"
"""The class of titles that may mean any office of its level: "the leaders of both countries"."""


@cache
def _nouns() -> Nouns[PersonNoun]:
    return NounTables().person_nouns


@lru_cache(maxsize=4096)
def office(title: str) -> str:
    """Return the class of office of a title, singular or plural, "" where it tells none.

    >>> office("foreign ministers"), office("President"), office("leaders"), office("ministers")
    ('FM', 'HOS', 'LEADER', '')
    """
    words = [word.lower() for word in pieces(title)]
    for first in range(len(words)):
        phrase = " ".join(words[first:])
        noun = _nouns().get(phrase) or _nouns().get(phrase.removesuffix("s"))
        if noun is not None:
            return noun.office_class if noun.office_class in LEVELS else ""
    return ""


def level(title: str) -> str:
    """Return the level of a title, singular or plural, "" where it tells none.

    >>> level("foreign ministers"), level("President"), level("ministers")
    ('foreign minister', 'leader', '')
    """
    return LEVELS.get(office(title), "")


def other_level(one: str, other: str) -> bool:
    """Return whether two titles name different levels, so that no one person holds both."""
    return bool(level(one) and level(other)) and level(one) != level(other)


def same_office(one: str, other: str) -> bool:
    """Return whether two titles name one office: "leaders" are whoever leads, presidents are no prime ministers."""
    offices = {office(one), office(other)}
    return bool(level(one)) and level(one) == level(other) and (len(offices) == 1 or GENERIC in offices)
