"""Time expressions pair by their place; the value is what counts."""

from __future__ import annotations

from typing import Any

from communique.evaluate.measures import Row
from communique.evaluate.times import TASK

TEXT = "On Friday, two years after 2014, they met again."
FRIDAY = {"span": [3, 9], "type": "DATE", "value": "2013-03-22"}
AFTER = {"span": [11, 31], "type": "DATE", "value": "2016"}
YEAR = {"span": [27, 31], "type": "DATE", "value": "2014"}
GOLD = {"id": "a", "text": TEXT, "timex": [FRIDAY, AFTER, YEAR]}


def _rows(*found: dict[str, Any]) -> dict[str, Row]:
    return {row.name: row for row in TASK.measure(TASK.count(GOLD, {"id": "a", "timex": list(found)}))}


def test_gold_against_itself_is_all_right() -> None:
    assert all(row.value == 1.0 for row in _rows(YEAR, FRIDAY, AFTER).values())


def test_another_extent_is_found_but_not_strictly() -> None:
    rows = _rows({"span": [0, 9], "type": "DATE", "value": "2013-03-22"})
    assert (rows["relaxed"].right, rows["strict"].right, rows["value"].right, rows["strict value"].right) == (
        1,
        0,
        1,
        0,
    )


def test_the_same_place_goes_before_a_longer_overlap() -> None:
    assert _rows({**YEAR, "value": "2014"}, {"span": [11, 20], "type": "DURATION", "value": "P2Y"})["value"].right == 1


def test_a_doubled_expression_is_invented_once() -> None:
    assert _rows(FRIDAY, FRIDAY)["value"].precision == 0.5


def test_case_and_blanks_of_values_do_not_matter() -> None:
    assert _rows({**FRIDAY, "value": " 2013-03-22 "})["value"].right == 1
    assert _rows({**FRIDAY, "value": None})["value"].right == 0


def test_errors_show_values_missed_and_invented() -> None:
    invented = {"span": [38, 41], "type": "DATE", "value": "XXXX"}
    found = list(TASK.errors(GOLD, {"id": "a", "timex": [{**FRIDAY, "value": "2013-03-29"}, YEAR, invented]}))
    assert [e.cause for e in found] == ["value of 'friday'", "missed: 'two years after 2014'", "invented: 'met'"]
    assert "2013-03-22, not 2013-03-29" in found[0].text
