"""The curve between two parties: higher is more cooperative; events and reports are counted apart."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from communique.web.pictures.curves import HEIGHT, Mark, Side, curve, periods

SIDES: tuple[Side, Side] = ("a", "b")


def test_a_matter_that_is_repeated_weighs_in_the_reports_only() -> None:
    marks = [
        Mark(day="2024-01-03", score=4, label="visit"),
        Mark(day="2024-01-20", score=-2, label="charge", reports=5),
    ]
    (month,) = periods(marks)
    assert (month.events, month.reports) == (1.0, -1.0)
    assert (month.first.isoformat(), month.last.isoformat()) == ("2024-01-01", "2024-01-31")


@pytest.mark.parametrize(("yearly", "count"), [(False, 3), (True, 2)])
def test_periods_are_months_or_years_that_have_events(yearly: bool, count: int) -> None:
    days = ("2023-12-31", "2024-01-01", "2024-06-01")
    assert len(periods([Mark(day=d, score=1, label="x") for d in days], yearly=yearly)) == count


def test_a_period_without_events_breaks_the_line() -> None:
    drawn = curve("c", "C", [Mark(day=d, score=1, label="x") for d in ("2024-01-05", "2024-02-05", "2024-06-05")],
                  names=("A", "B"))  # fmt: skip
    assert drawn.count("curve-events") == 2


def _heights(drawn: str, marks: int) -> list[float]:
    found = [float(y) for y in re.findall(r'cy="([\d.]+)"', drawn)]
    assert len(found) == marks
    return found


def test_cooperation_is_above_conflict_and_all_is_inside() -> None:
    scores = (10, 4, 0, -4, -10)
    marks = [Mark(day=f"2024-01-0{n + 1}", score=s, label="x") for n, s in enumerate(scores)]
    heights = _heights(curve("c", "C", marks, names=("A", "B")), 5)
    assert heights == sorted(heights)
    assert 0 < heights[0] < heights[-1] < HEIGHT
    assert heights[0] + heights[-1] == pytest.approx(2 * heights[2], abs=0.2)


def test_marks_of_one_day_and_score_stand_side_by_side() -> None:
    marks = [Mark(day="2024-01-01", score=2.5, label=str(n)) for n in range(6)]
    drawn = curve("c", "C", [*marks, Mark(day="2024-03-01", score=2.5, label="x")], names=("A", "B"))
    assert len(set(re.findall(r'cx="([\d.]+)"', drawn))) == 7


@pytest.mark.parametrize(
    ("mark", "shape", "style"),
    [
        (Mark(day="2024-01-01", score=1, label="x"), "circle", "mark-done"),
        (Mark(day="2024-01-01", score=1, label="x", side="a"), "polygon", "mark-done"),
        (Mark(day="2024-01-01", score=1, label="x", side="b", done=False), "polygon", "mark-said"),
    ],
)
def test_shape_tells_the_side_and_filling_tells_deeds_from_words(mark: Mark, shape: str, style: str) -> None:
    svg = ElementTree.fromstring(curve("c", "C", [mark], names=("A", "B")))
    assert [e.tag.rpartition("}")[2] for e in svg.iter() if e.get("class") == style] == [shape]


def test_the_two_sides_point_in_opposite_directions() -> None:
    up, down = (curve("c", "C", [Mark(day="2024-01-01", score=1, label="x", side=s)], names=("A", "B")) for s in SIDES)
    assert re.findall(r'points="([^"]+)" class="mark', up) != re.findall(r'points="([^"]+)" class="mark', down)
