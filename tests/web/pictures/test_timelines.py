"""Bars on a timeline: inside it, in order, never over one another; open ends reach the edge and fade."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.web.pictures.days import Days
from communique.web.pictures.timelines import LEAST, Bar, line_of, pack, timeline

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def bars(draw: st.DrawFn) -> Bar:
    first = draw(st.one_of(st.none(), DAYS))
    length = draw(st.one_of(st.none(), st.integers(0, 400)))
    last = None if length is None else (first or date(2020, 1, 1)) + timedelta(days=length)
    label = draw(st.text(min_size=1, max_size=60))
    if first is None and last is None:
        first = date(2020, 1, 1)
    return Bar(label=label, first=first.isoformat() if first else None, last=last.isoformat() if last else None)


@given(st.lists(bars(), min_size=1, max_size=20), st.sampled_from([320.0, 1080.0]))
def test_bars_and_labels_stay_inside_and_apart(given_bars: list[Bar], width: float) -> None:
    axis = line_of(given_bars, width)
    placed = pack(given_bars, axis)
    rows: dict[int, list[tuple[float, float]]] = {}
    for one in placed:
        left, right = one.extent
        assert axis.left <= left <= one.left < one.right <= right
        assert right <= axis.right + 0.01
        assert one.right - one.left >= LEAST - 0.01
        rows.setdefault(one.row, []).append(one.extent)
    for extents in rows.values():
        for (_, end), (start, _) in zip(sorted(extents), sorted(extents)[1:], strict=False):
            assert end < start
    assert sorted(rows) == list(range(len(rows)))


def test_one_early_day_does_not_squeeze_all_others() -> None:
    late = [Bar(label=f"talks {n}", first=f"2023-{n:02d}-01", last=f"2023-{n:02d}-02") for n in range(1, 13)]
    early = Bar(label="a treaty", first="1989-03-01", last="1989-03-01")
    axis = line_of([early, *late], 1080)
    assert axis.first.year == 2022
    assert pack([early, *late], axis)[0].words.endswith("1989: a treaty") and pack([early, *late], axis)[0].left == 0
    assert "Earlier ones, 1, stand at its edge" in timeline("t", "Talks", [early, *late])
    assert line_of([early, *late[:3]], 1080).first.year == 1988  # one of four is no outlier


@given(st.lists(bars(), min_size=2, max_size=12))
@example([Bar(label="x", first="2024-01-01", last="2024-01-01"), Bar(label="x", first=None, last="2024-01-01")])
def test_the_order_in_which_bars_are_given_does_not_matter(given_bars: list[Bar]) -> None:
    axis = line_of(given_bars, 800)
    assert pack(given_bars, axis) == pack(given_bars[::-1], axis)


@given(st.lists(bars(), min_size=2, max_size=12))
def test_who_begins_earlier_stands_further_left(given_bars: list[Bar]) -> None:
    closed = [b for b in given_bars if b.first]
    placed = pack(closed, line_of(given_bars, 800))
    lefts = [one.left for one in placed if one.right < 800]
    assert lefts == sorted(lefts)


@pytest.mark.parametrize(
    ("first", "last", "mask", "at"),
    [
        ("2024-01-01", None, "open-to", "right"),
        (None, "2024-01-01", "open-from", "left"),
        ("2024-01-01", "2024-02-01", "", ""),
    ],
)
def test_an_open_end_reaches_the_edge_and_fades(first: str | None, last: str | None, mask: str, at: str) -> None:
    other = Bar(label="x", first="2023-01-01", last="2025-01-01")
    bar = Bar(label="y", first=first, last=last)
    axis = line_of([bar, other], 800)
    placed = next(p for p in pack([bar, other], axis) if p.bar is bar)
    drawn = timeline("t", "T", [bar, other])
    assert drawn.count("url(#t-open-") == (1 if mask else 0)
    if mask:
        assert mask in drawn
        assert getattr(placed, at) == getattr(axis, at)


def test_a_bar_without_any_time_is_refused() -> None:
    axis = Days(date(2024, 1, 1), date(2024, 2, 1), 0, 100)
    with pytest.raises(ValueError, match="has no time"):
        pack([Bar(label="x", first=None, last=None)], axis)


def test_lanes_come_in_the_order_given_and_empty_ones_do_not() -> None:
    one = [Bar(label="x", first="2024-01-01", last=None, lane=lane) for lane in ("events", "talks", "others")]
    drawn = timeline("t", "T", one, lanes=("talks", "proposals", "events"))
    assert drawn.index("talks") < drawn.index("events") < drawn.index("others")
    assert "proposals" not in drawn


@pytest.mark.parametrize(
    ("first", "last", "width", "names"),
    [
        (date(2023, 12, 28), date(2024, 1, 3), 700, ["28 Dec 2023", "29 Dec", "30 Dec", "31 Dec", "1 Jan 2024",
                                                     "2 Jan", "3 Jan"]),
        (date(2024, 1, 1), date(2024, 6, 30), 600, ["Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024", "May 2024",
                                                    "Jun 2024"]),
        (date(2019, 5, 1), date(2024, 6, 30), 300, ["2020", "2022", "2024"]),
    ],
)  # fmt: skip
def test_round_days_are_marked_and_named(first: date, last: date, width: float, names: list[str]) -> None:
    assert [name for _, name in Days(first, last, 0, width).ticks()] == names


@given(DAYS, st.integers(0, 40000), st.sampled_from([320, 1080]))
def test_marks_stand_apart_and_inside(first: date, length: int, width: int) -> None:
    ticks = Days(first, first + timedelta(days=length), 0, width).ticks()
    places = [place for place, _ in ticks]
    assert all(b - a >= 74 for a, b in pairwise(places))
    assert all(0 <= place <= width for place in places)


def test_the_ends_of_the_calendar_are_days_too() -> None:
    assert timeline("t", "T", [Bar(label="x", first="0001-01-01", last="9999-12-31")])
