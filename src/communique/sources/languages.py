"""Is this English? Detected only for longer texts, and only where common English words are rare."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from communique.errors import ArticleError
from communique.sources.tables import english_words, languages

LETTERS_NEEDED = 40
"""Shorter texts pass: names alone would decide. Not so where most letters are of another script."""
LATIN = "\u024f"
"""The last letter of the Latin alphabets of Europe."""
LETTERS_JUDGED = 4000
ENGLISH_SHARE = 0.2
"""Running English news has 35-50 % of these words, other European languages under 10 %."""
SURE = 0.9
WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, source: str, declared: str | None) -> str:
    """Return the language of a text as a code ("en"); ArticleError, which names it, if it is not English.

    What is declared is believed. Source of the detector: py3langid (naive Bayes over byte n-grams), loaded on demand.
    """
    code = _code(declared) if declared else detect(text)
    if code != "en":
        name = languages().get(code, code)
        verb = "is declared to be in" if declared else "looks like"
        raise ArticleError(source, f"{verb} {name}, and only English is read", "give --language en if it is English")
    return code


def _code(declared: str) -> str:
    """Return "en" for "en-GB", "eng" and "English" alike."""
    primary = re.split(r"[-_]", declared.strip().casefold())[0]
    by_name = {name.casefold(): code for code, name in languages().items()}
    return "en" if primary == "eng" else by_name.get(primary, primary)


def detect(text: str) -> str:
    """Return the code of the likeliest language; "en" where the text is too short or the answer unsure."""
    words = WORD.findall(text[: 3 * LETTERS_JUDGED])
    letters = "".join(words)
    if len(letters) < LETTERS_NEEDED and 2 * sum(letter > LATIN for letter in letters) <= len(letters):
        return "en"
    if sum(word.casefold() in english_words() for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    code, sure = _identifier().classify(" ".join(words)[:LETTERS_JUDGED].casefold())
    return str(code) if sure >= SURE else "en"


@cache
def _identifier() -> Any:
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(languages()))
    return identifier
