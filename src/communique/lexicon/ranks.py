"""Which level of a government a title names: "Prime Minister" and "leaders" lead, "foreign ministers" are another."""

from __future__ import annotations

from functools import cache, lru_cache

from communique.lexicon.nouns import Nouns, NounTables, PersonNoun
from communique.lexicon.spellings import pieces
from communique.lexicon.words import load_words

LEVELS = {"HOS": "leader", "HOG": "leader", "LEADER": "leader", "FM": "foreign minister", "DM": "defence minister"}
"""Classes of office that tell people of one state apart; a "minister" or an "envoy" may be anybody."""

GENERIC = "LEADER"
"""The class of titles that may mean any office of its level: "the leaders of both countries"."""

WORKING = "commission"
"""The level of a commission, which its state's leaders and ministers do not sit on."""


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
    >>> level("border commissions")
    'commission'
    """
    last = title.lower().split()[-1] if title.split() else ""
    return LEVELS.get(office(title), WORKING if last in load_words("engagements/en/commission_nouns") else "")


def portfolio(title: str) -> str:
    """Return what a minister is minister of, "" where it is not told or the title is no minister's.

    >>> portfolio("energy ministers"), portfolio("Minister of Trade"), portfolio("Prime Minister")
    ('energy', 'trade', '')
    >>> portfolio("foreign affairs minister"), portfolio("deputy energy minister"), portfolio("oil and gas minister")
    ('foreign', '', '')
    """
    words = title.lower().split()
    at = next((n for n, word in enumerate(words) if word in load_words("engagements/en/minister_nouns")), None)
    if at is None or not load_words("engagements/en/lesser_words").isdisjoint(words):
        return ""
    near = (*reversed(words[max(at - 2, 0) : at]), *words[at + 2 : at + 3])
    known = load_words("engagements/en/portfolio_words")
    found = next((word for word in near if word in known), "")
    return "defence" if found == "defense" else found


def other_level(one: str, other: str) -> bool:
    """Return whether two titles name different levels or portfolios, so that no one person holds both."""
    for of in (level, portfolio):
        if of(one) and of(other):
            return of(one) != of(other)
    return False


def same_office(one: str, other: str) -> bool:
    """Return whether two titles name one office: "leaders" are whoever leads, presidents are no prime ministers."""
    offices = {office(one), office(other)}
    level_ = bool(level(one)) and level(one) == level(other) and (len(offices) == 1 or GENERIC in offices)
    return level_ or (bool(portfolio(one)) and portfolio(one) == portfolio(other))
