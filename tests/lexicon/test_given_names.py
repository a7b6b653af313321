"""By which further names a person of the registry goes."""

from __future__ import annotations

import pytest

from communique.lexicon.actors import load_actors
from communique.lexicon.given_names import other_names

ALIKE = {"james": ("James", "Jim"), "jim": ("James", "Jim"), "sergei": ("Sergei", "Sergey")}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("James R. Mattis", ["James Mattis", "Jim Mattis"]),
        ("Sergei Lavrov", ["Sergey Lavrov"]),
        ("Anna Berg, Jr.", ["Anna Berg"]),
        ("Anna Berg", []),
        ("Pele", []),
        ("A. K. Antony", []),  # the given name itself is an initial
    ],
)
def test_initials_suffixes_and_forms_of_the_given_name_give_further_names(name: str, others: list[str]) -> None:
    assert list(other_names(name, ALIKE)) == others


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("John Bolton", "person/john-r-bolton"),
        ("Jim Mattis", "person/james-mattis"),
        ("Mohammed Javad Zarif", "person/mohammad-javad-zarif"),
        ("Haider al-Abadi", "person/haider-al-abadi"),
    ],
)
def test_people_are_found_by_them(written: str, identity: str) -> None:
    assert {sense.known.id for sense in load_actors().find(written)} == {identity}


@pytest.mark.parametrize("written", ["Sergei Kerry", "jim mattis", "Jim Lavrov"])
def test_nobody_else_is(written: str) -> None:
    assert not load_actors().find(written)
