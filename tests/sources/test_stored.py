"""The stored text and the way back to the bytes of the file, over arbitrary Unicode."""

from __future__ import annotations

import codecs
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.records import Article
from communique.sources.decoding import Decoded
from communique.sources.stored import original_bytes, pieces, stored_text

MARKS = "\u0301\u0323\u0f71\u0f72\u0f73\u0344\u093c\u09be\u1161\u11a8"
TROUBLE = st.sampled_from(
    [
        "e",
        "A",
        "\u1100",
        "\uac00",
        "\u0958",
        "\u2126",
        "\u0f40",
        "\r",
        "\n",
        "\r\n",
        "\u2028",
        "\ufeff",
        "”",
        "😀",
        *MARKS,
    ]
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TEXTS = ANY_TEXT | st.lists(TROUBLE, max_size=30).map("".join)
ENCODINGS = {
    "utf-8": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}


def kept(spelled: str) -> str:
    return "".join(piece for _, piece in pieces(spelled))


def stored(text: str, encoding: str = "utf-8") -> Article:
    mark = ENCODINGS[encoding]
    result, offsets = stored_text(Decoded(text, encoding, len(mark)))
    return Article(text=result, original=mark + text.encode(encoding), offsets=offsets)


@given(TEXTS)
def test_the_stored_text_is_nfc_with_plain_newlines_and_stable(text: str) -> None:
    once = stored(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & {"\r", "\u2028", "\u2029"}
    assert stored(once).text == once


@given(TEXTS)
def test_normalising_piece_by_piece_is_normalising_the_whole(text: str) -> None:
    plain = text.replace("\r\n", "\n")
    for newline in "\r\u2028\u2029":
        plain = plain.replace(newline, "\n")
    assert kept(text) == unicodedata.normalize("NFC", plain)
    assert "".join(spelled for spelled, _ in pieces(text)) == text


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)))
def test_every_character_leads_back_to_bytes_that_spell_it(text: str, encoding: str) -> None:
    article = stored(text, encoding)
    for offset, char in enumerate(article.text):
        spelled = original_bytes(article, offset, offset + 1).decode(encoding)
        assert char in kept(spelled)


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)))
def test_the_map_never_runs_backwards_and_ends_with_the_file(text: str, encoding: str) -> None:
    article = stored(text, encoding)
    places = [article.offsets.byte_at(offset) for offset in range(len(article.text) + 1)]
    assert all(one <= other for one, other in pairwise(places))
    assert places[-1] == len(article.original)
    starts = article.offsets.text_starts
    assert starts[0] == 0 and all(one < other for one, other in pairwise(starts))


@given(TEXTS, st.data())
def test_a_span_leads_back_to_bytes_that_hold_all_of_it(text: str, data: st.DataObject) -> None:
    article = stored(text)
    if article.text:
        start = data.draw(st.integers(0, len(article.text) - 1))
        end = data.draw(st.integers(start + 1, len(article.text)))
        assert article.text[start:end] in kept(original_bytes(article, start, end).decode())


@pytest.mark.parametrize(
    ("spelled", "stored_as"),
    [
        ("Kyiv\r\nMinsk\rRiga\nOslo", "Kyiv\nMinsk\nRiga\nOslo"),
        ("Zu\u0308rich", "Zürich"),
        ("a\u00a0b \u201cc\u201d \u2019d \u2013", "a\u00a0b “c” ’d –"),
        ("\ufeffRiga", "Riga"),
        ("\ufeff\ufeffRi\ufeffga", "Ri\ufeffga"),
        ("3\u2009km\u200bfar", "3\u2009km\u200bfar"),
        ("ﬁn ½ ™", "ﬁn ½ ™"),
    ],
)
def test_only_normal_form_newlines_and_byte_order_marks_are_touched(spelled: str, stored_as: str) -> None:
    assert stored(spelled).text == stored_as


def test_plain_english_needs_few_runs() -> None:
    offsets = stored("A plain sentence.\n" * 500).offsets
    assert len(offsets.text_starts) == 1
