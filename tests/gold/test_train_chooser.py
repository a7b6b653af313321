"""How the chooser is trained: the examples it learns from and the threshold it carries."""

from __future__ import annotations

import pytest
from train_chooser import SURE, Choice, fit, train

from communique.lexicon.weights import NOBODY, load_weights


def choice(group: str, *candidates: tuple[str, bool]) -> Choice:
    """An event whose candidates have one trait each."""
    return Choice(group, (), tuple((trait,) for trait, _ in candidates), tuple(meant for _, meant in candidates), True)


def test_the_weights_that_ship_have_the_threshold_that_stands_there() -> None:
    assert load_weights("chooser").sure == SURE


def test_it_learns_who_is_meant_and_when_nobody_is() -> None:
    events = [choice(f"a{n}", ("foe", True), ("friend", False)) for n in range(40)]
    events += [choice(f"b{n}", ("friend", False)) for n in range(40)]
    weights = train(events)
    foe, friend = weights.choose([["foe"], ["friend"]])
    assert foe > 0.7 > 0.3 > friend
    assert weights.choose([["friend"]])[0] < 0.3


def test_all_who_are_meant_share_what_is_sure() -> None:
    traits = {trait: row for row, trait in enumerate(("a", "b", *NOBODY), start=1)}
    a, b, nobody = fit([choice("x", ("a", True), ("b", True)) for _ in range(50)], traits)
    assert a == pytest.approx(b, abs=1e-3) and a > nobody
