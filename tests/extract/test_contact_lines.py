"""Contacts told in single sentences: every line of the files of contacts holds, but for the known gaps."""

from __future__ import annotations

import pytest
from score_contacts import Line, contact, figures, load

LINES = load()


def test_there_are_hundreds_of_lines_of_many_themes() -> None:
    assert len({line.text for line in LINES}) == len(LINES) >= 630
    assert len({line.theme for line in LINES}) >= 10


@pytest.mark.model
@pytest.mark.parametrize("theme", sorted({line.theme for line in LINES}))
def test_lines_are_met_but_for_the_known_gaps(theme: str) -> None:
    lines = [line for line in LINES if line.theme == theme]
    assert [line.text for line in lines if line.verdict.met == line.gap] == []


def test_an_expectation_says_what_may_differ() -> None:
    expected = contact("meeting|talks held KEN+UGA+(QAT) @Lima|none 05-13")
    assert expected.misses(contact("talks held KEN+UGA+QAT 05-13")) == []
    assert expected.misses(contact("visit announced KEN @Quito 05-14")) == [
        "type",
        "status",
        "parties",
        "place",
        "days",
    ]


def test_figures_count_records_and_lines() -> None:
    line = Line("first", "none", "Rain fell.", (), False)
    assert figures([line]).startswith("lines met 1 of 1; records right 0, wrong 0")
