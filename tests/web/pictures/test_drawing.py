"""Words in pictures: how much of them has room."""

from __future__ import annotations

import pytest

from communique.web.pictures.drawing import breadth, clean, shortened, tag


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [
        ("Oman", 200, "Oman"),
        ("The Federated Republic", 80, "The Federat…"),
        ("two\n lines", 200, "two lines"),
        ("Oman", 3, ""),
    ],
)
def test_words_are_shortened_to_the_room(words: str, room: float, expected: str) -> None:
    found = shortened(words, room)
    assert found == expected
    assert breadth(found) <= room


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [("WWW", "iii"), ("习近平", "abc"), ("eee", "e\u0301e\u0301"), ("AB", "ab")],
)
def test_breadth_goes_by_the_letters(wide: str, narrow: str) -> None:
    assert breadth(wide) > breadth(narrow)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, '<a x="1"/>'),
        (-0.01, '<a x="0"/>'),
        (-2.5, '<a x="-2.5"/>'),
        ('"<', '<a x="&quot;&lt;"/>'),
        (None, "<a/>"),
    ],
)
def test_attributes_are_short_and_escaped(value: str | float | None, expected: str) -> None:
    assert tag("a", x=value) == expected


def test_what_xml_forbids_is_left_out() -> None:
    assert clean("a\x00b\ud800c\ufffed") == "abcd"
