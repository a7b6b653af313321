"""Families in an article: whoever is told with a relative may share the name with them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.annotate.naming.people import PersonName
from communique.lexicon.words import load_words
from communique.reading import Token

REACH = 3
"""How many words stand between "Zuma's" and "nephew" at most."""


def has_kin(tokens: Sequence[Token], name: PersonName) -> bool:
    """Return whether an article tells of a relative at a name: "the eldest son of N", "N's late brother"."""
    kin = load_words("actors/kin_nouns")
    before = tokens[max(0, name.left - 2) : name.left]
    if len(before) == 2 and before[1].norm in ("of", "to") and before[0].lemma in kin:
        return True
    behind = tokens[name.last : name.last + 1 + REACH]
    return bool(behind) and behind[0].tag == "POS" and any(token.lemma in kin for token in behind[1:])
