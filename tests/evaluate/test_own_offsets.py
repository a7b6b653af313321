"""Offsets go back into the file's own text, whatever normalisation did to it."""

from __future__ import annotations

import pytest

from communique.evaluate.places import Places
from communique.sources import article_from_text

DECOMPOSED = "Rene\u0301 Ba\u0302le spoke.\r\nHe met Ann."


@pytest.mark.parametrize("words", ["spoke", "He", "met Ann", "Ann"])
def test_a_word_is_found_again_in_a_text_with_decomposed_letters(words: str) -> None:
    places = Places(article_from_text(DECOMPOSED, language="en"), DECOMPOSED)
    stored = places.article.text
    assert len(stored) == len(DECOMPOSED) - 3
    start = stored.index(words)
    own = places.own(start, start + len(words))
    assert DECOMPOSED[slice(*own)] == words
    assert places.stored(*own) == (start, start + len(words))


def test_a_decomposed_letter_is_taken_whole() -> None:
    places = Places(article_from_text(DECOMPOSED, language="en"), DECOMPOSED)
    assert DECOMPOSED[slice(*places.own(0, 4))] == "Rene\u0301"
    assert DECOMPOSED[slice(*places.own(3, 4))] == "e\u0301"
    assert places.stored(3, 4) == (3, 4)
    assert places.stored(4, 5) == (3, 4)


def test_a_byte_order_mark_counts_in_the_files_own_text() -> None:
    text = "\ufeffAnn spoke."
    places = Places(article_from_text(text, language="en"), text)
    assert text[slice(*places.own(0, 3))] == "Ann"


def test_a_plain_text_is_its_own_map() -> None:
    text = "Ann spoke — “yes”."
    places = Places(article_from_text(text, language="en"), text)
    assert places.own(4, 9) == [4, 9] and places.stored(4, 9) == (4, 9)
