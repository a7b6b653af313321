"""Which lines belong together."""

from __future__ import annotations

import textwrap

import pytest

from communique.sources.paragraphs import paragraphs

FIRST = (
    "The foreign ministers of the two countries met in Riga on Tuesday for a second round of talks about the border, "
    "which has been closed since March, and agreed to meet again next month."
)
SECOND = "A spokesman said that no date had been set. He declined to name the place, and neither side gave any details."


def texts(text: str) -> list[str]:
    return [" ".join(p.text.split()) for p in paragraphs(text)]


@pytest.mark.parametrize("width", [60, 65, 72, 78, 100])
def test_lines_wrapped_at_a_column_are_one_paragraph(width: int) -> None:
    wrapped = textwrap.fill(FIRST, width) + "\n\n" + textwrap.fill(SECOND, width) + "\n"
    assert texts(wrapped) == [FIRST, SECOND]


@pytest.mark.parametrize("newlines", ["\n", "\n\n", "\n \t\n", "\n\n\n\n"])
def test_long_lines_are_paragraphs(newlines: str) -> None:
    assert texts(FIRST + newlines + SECOND) == [FIRST, SECOND]


def test_a_text_in_one_line_is_one_paragraph() -> None:
    assert texts(FIRST + " " + SECOND) == [FIRST + " " + SECOND]


def test_short_lines_in_a_wrapped_text_stay_apart() -> None:
    text = "Ministers meet in Riga\nBy Anna Example\n\n" + textwrap.fill(FIRST, 72) + "\nENDS\nSource: Example\n"
    assert texts(text) == ["Ministers meet in Riga", "By Anna Example", FIRST, "ENDS", "Source: Example"]


def test_headlines_and_captions_of_like_length_stay_apart() -> None:
    lines = [
        "Ministers of Both Countries Meet in Riga for Border Talks",
        "Guards Open the Gate at Valga to Let the Ministers Pass",
    ]
    assert texts("\n".join(lines) + "\n\n" + FIRST) == [*lines, FIRST]


def test_points_of_a_list_stay_apart() -> None:
    points = [
        "- " + "withdraw all troops from the border zone within ninety days",
        "- exchange all prisoners of the war",
    ]
    assert texts(textwrap.fill(FIRST, 60) + "\n\n" + "\n".join(points)) == [FIRST, *points]


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_a_dash_inside_a_sentence_begins_no_point_of_a_list(dash: str) -> None:
    lines = [
        "The two ministers met again in Riga on Tuesday, the fourth time since",
        f"{dash} by the count of their spokesmen, at least {dash} last year, and the",
        "talks about the border between them were said to have been useful to",
        f"{dash} and wished for by {dash} both.",
    ]
    assert texts("\n".join(lines)) == [" ".join(lines)]


def test_an_indented_line_begins_a_paragraph() -> None:
    body = "\n".join(textwrap.fill(text, 72, initial_indent="    ") for text in (FIRST, SECOND))
    assert texts(body) == [FIRST, SECOND]


def test_a_long_address_does_not_unwrap_a_wrapped_text() -> None:
    long = "https://example.com/" + "x" * 200
    lines = [textwrap.fill(FIRST, 72)] * 4 + [long]
    assert texts("\n\n".join(lines)) == [FIRST] * 4 + [long]
