"""Plain data: made, compared and hashed by what it holds, like any frozen dataclass."""

from __future__ import annotations

from dataclasses import replace

from communique.reading import Argument


def test_equal_values_are_one_in_a_set() -> None:
    assert {Argument("object", 1, 3, 2), Argument("object", 1, 3, 2)} == {Argument("object", 1, 3, 2)}


def test_a_changed_value_is_another_one() -> None:
    given = Argument("object", 1, 3, 2)
    assert replace(given, role="subject") == Argument("subject", 1, 3, 2) != given


def test_a_value_takes_no_fields_but_its_own() -> None:
    assert not hasattr(Argument("object", 1, 3, 2), "__dict__")
