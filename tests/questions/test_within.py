"""Times are intervals: something lies certainly, possibly or not at all within the days asked for."""

from __future__ import annotations

import pytest

from builders import interval
from communique.errors import QuestionError
from communique.questions.asking import OPEN, PENDING, beginning, day, make_view
from communique.questions.times import within


@pytest.mark.parametrize(
    ("time", "days", "lies"),
    [
        (("2024-01-20", "2024-01-22"), ("2024-01-20", "2024-01-22"), "certainly"),
        (("2024-01-20", "2024-01-22"), ("2024-01-22", "2024-01-30"), "possibly"),
        (("2024-01-20", "2024-01-22"), ("2024-01-01", "2024-01-20"), "possibly"),
        (("2024-01-20", "2024-01-22"), ("2024-01-23", None), None),
        (("2024-01-20", "2024-01-22"), (None, "2024-01-19"), None),
        (("2024-01-20", None), ("2024-02-01", "2024-02-02"), "possibly"),
        (("2024-01-20", None), ("2024-01-01", None), "certainly"),
        ((None, "2024-01-20"), (None, "2024-01-20"), "certainly"),
        ((None, "2024-01-20"), ("2024-01-19", "2024-01-20"), "possibly"),
        ((None, None), ("2024-01-01", "2024-12-31"), None),
        ((None, None), (None, None), "certainly"),
    ],
)
def test_a_time_lies_within_the_days_certainly_possibly_or_not(
    time: tuple[str | None, str | None], days: tuple[str | None, str | None], lies: str | None
) -> None:
    assert within(interval(*time), *days) == lies


def test_what_has_no_time_lies_within_no_days() -> None:
    assert within(None, "2024-01-01", None) is None
    assert within(None, None, None) == "certainly"


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13-01", "20230301", "yesterday", "2023-W09-3", ""])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(QuestionError, match="write one as"):
        day(text, "--as-of")


def test_a_moment_is_cut_inclusively_and_a_beginning_is_a_beginning() -> None:
    assert make_view("2024-01-03", "2024-01-03").known_at == "2024-01-03T23:59:59.999999Z"
    assert beginning("2024-01-03", "2024-01-05") == "2024-01-03T00:00:00.000000Z"
    assert beginning("yesterday", "2024-01-05") == "2024-01-04T00:00:00.000000Z"
    assert beginning("2024-01-03T12:00:00+02:00", "2024-01-05") == "2024-01-03T10:00:00.000000Z"


def test_what_is_open_is_not_held_cancelled_or_refused() -> None:
    assert not {"held", "cancelled", "refused"} & set(OPEN)
    assert {"sought", "announced", "postponed", "outcome_unreported"} <= set(PENDING)
    assert set(OPEN) - set(PENDING) == {"hypothetical"}
