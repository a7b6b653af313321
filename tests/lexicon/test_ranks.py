"""Which titles name one office, and which cannot be one person's."""

from __future__ import annotations

import pytest

from communique.lexicon.ranks import other_level, portfolio, same_office


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("energy ministers", "energy"),
        ("Minister of Trade", "trade"),
        ("minister for water", "water"),
        ("foreign affairs minister", "foreign"),
        ("Angolan Fisheries Minister", "fisheries"),
        ("Treasury Secretary", "treasury"),
        ("minister of defense", "defence"),
        ("Prime Minister", ""),
        ("ministers", ""),
        ("Secretary General", ""),
        ("deputy energy minister", ""),
        ("oil and gas minister", ""),
        ("energy envoy", ""),
    ],
)
def test_a_portfolio_is_what_a_minister_is_minister_of(title: str, of: str) -> None:
    assert portfolio(title) == of


@pytest.mark.parametrize(
    ("one", "other", "apart", "same"),
    [
        ("oil minister", "foreign minister", True, False),
        ("energy ministers", "Energy Minister", False, True),
        ("Defence Minister", "minister of defense", False, True),
        ("president", "foreign minister", True, False),
        ("ministers", "oil minister", False, False),
        ("leaders", "Prime Minister", False, True),
        ("deputy energy minister", "energy minister", False, False),
    ],
)
def test_offices_of_one_state_are_told_apart(one: str, other: str, apart: bool, same: bool) -> None:
    assert other_level(one, other) is apart
    assert same_office(one, other) is same
