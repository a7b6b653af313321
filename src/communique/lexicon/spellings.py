"""How names are compared: by their words without accents and dots, and by their capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PIECE = re.compile(r"[^\W_]+")
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "di", "da", "van", "von", "der", "ul"})
"""Words inside names that are written with and without a capital: "Haider al-Abadi"."""
_UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae"}
)

_BRITISH = {"organization": "organisation", "defense": "defence", "center": "centre", "labor": "labour"}
"""American spellings of words in the names of bodies."""


@lru_cache(maxsize=50000)
def pieces(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case without accents, in British spelling: "Côte d’Ivoire" -> cote, d,
    ivoire."""
    return tuple(_BRITISH.get(word, word) for word in _words(text))


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED)) if not unicodedata.combining(c)
        )
    return _PIECE.findall(text.lower())


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Return `text` as an identifier: "Côte d’Ivoire" -> cote-divoire."""
    return "-".join(_words(re.sub(r"['’ʼ‘]", "", text))) or "unnamed"


@lru_cache(maxsize=20000)
def fits(spelling: str, text: str) -> bool:
    """Whether `text` shows the capitals of `spelling`: an acronym exactly, any other name at least where it has them.

    A text all in capitals fits a longer name, as in headlines.
    """
    wanted, given = _PIECE.findall(spelling), _PIECE.findall(text)
    if len(wanted) != len(given):
        return False
    if spelling.upper() == spelling:
        return wanted == given or unicodedata.normalize("NFKD", text) == unicodedata.normalize("NFKD", spelling)
    if text.isupper():
        return len(text) > 3
    return all(
        g[0].isupper() for w, g in zip(wanted, given, strict=True) if w[0].isupper() and w.lower() not in _PARTICLES
    )


@lru_cache(maxsize=20000)
def skeleton(name: str) -> str:
    """Return the consonants of a name, which transliterations share ("Sergey Aleinik", "Sergei Aleynik")."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyjh]", "", " ".join(pieces(name))).replace("kh", "h"))
