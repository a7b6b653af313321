"""How two parties stand to one another: each PLOVER event at its score, and two lines through the periods.

One line counts each event once, the other every report of it: a matter that all outlets repeat weighs more in the
second only. What was done and what was merely said are told apart by filled and hollow marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.web.pictures.days import Days, day
from communique.web.pictures.drawing import SIZE, breadth, lettering, linked, picture, tag, tooltip

Side = Literal["a", "b", "both"]
HEIGHT, TOP, FOOT, RADIUS = 270, 26, 38, 5
LEAST_RANGE = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A PLOVER event on its ISO day: its score (-10 conflict to 10 cooperation), by whom, how often it was reported."""

    day: str
    score: float
    label: str
    side: Side = "both"
    done: bool = True
    reports: int = 1
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year, what its events score on average, and the same with each report counted."""

    first: date
    last: date
    events: float
    reports: float


def periods(marks: Iterable[Mark], *, yearly: bool = False) -> list[Period]:
    """Return the periods that have events, in order."""
    groups: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        when = day(mark.day)
        groups.setdefault((when.year, 1 if yearly else when.month), []).append(mark)
    found = []
    for (year, month), inside in sorted(groups.items()):
        reports = sum(mark.reports for mark in inside)
        last = date(year, 12, 31) if yearly else _month_end(year, month)
        events = sum(mark.score for mark in inside) / len(inside)
        found.append(Period(date(year, month, 1), last, events, sum(m.score * m.reports for m in inside) / reports))
    return found


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (date.max.year, 12) else date.max
    return date.fromordinal(following.toordinal() - 1)


def curve(key: str, title: str, marks: Sequence[Mark], *, names: tuple[str, str], width: float = 1080) -> str:
    """Return the picture of `marks`; `names` are the two parties. Without a mark, the empty string."""
    if not marks:
        return ""
    left = breadth("-10.0") + 8
    axis = Days.around([mark.day for mark in marks], left, width - RADIUS)
    reach = max(LEAST_RANGE, *(abs(mark.score) for mark in marks)) * 1.1
    middle = TOP + (HEIGHT - TOP - FOOT) / 2

    def height(score: float) -> float:
        return middle - score / reach * (HEIGHT - TOP - FOOT) / 2

    yearly = (axis.last - axis.first).days > 366 * 4
    found = periods(marks, yearly=yearly)
    content = [
        *_frame(axis, reach, height),
        *_line(found, axis, height, "reports"),
        *_line(found, axis, height, "events"),
        *_marks(marks, axis, height, names),
    ]
    every = "year" if yearly else "month"
    described = (
        f"{len(marks)} PLOVER events between {names[0]} and {names[1]}, cooperation above, conflict below. "
        f"Solid line: mean of each {every}, each event once; dashed: each report. The table has the numbers."
    )
    links = any(mark.href for mark in marks)
    return picture(key, title, described, (width, HEIGHT), content, links=links)


def _frame(axis: Days, reach: float, height: Callable[[float], float]) -> Iterable[str]:
    step = 5 if reach > 6 else 2.5
    scores = [n * step for n in range(int(-reach // step) + 1, int(reach // step) + 1)]
    for score in scores:
        y = height(score)
        style = "picture-zero" if score == 0 else "picture-grid"
        yield tag("line", x1=axis.left, x2=axis.right, y1=y, y2=y, class_=style, stroke="currentColor")
        yield lettering(f"{score:g}".replace("-", "−"), axis.left - 6, y + 4, class_="picture-axis", text_anchor="end")
    yield lettering("cooperation", axis.left, SIZE + 4, class_="picture-axis")
    yield lettering("conflict", axis.left, HEIGHT - FOOT + 14, class_="picture-axis")
    for x, name in axis.ticks():
        if x + breadth(name) / 2 > axis.right or x - breadth(name) / 2 < axis.left:
            continue
        yield tag("line", x1=x, x2=x, y1=TOP, y2=HEIGHT - FOOT, class_="picture-grid", stroke="currentColor")
        yield lettering(name, x, HEIGHT - 4, class_="picture-axis", text_anchor="middle")


def _line(
    found: Sequence[Period], axis: Days, height: Callable[[float], float], which: Literal["events", "reports"]
) -> Iterable[str]:
    """Return a step for each period, joined where the next period follows at once: silence is no value."""
    runs: list[list[str]] = []
    before: Period | None = None
    for one in found:
        y = height(one.events if which == "events" else one.reports)
        follows = before is not None and (one.first - before.last).days == 1
        step = [f"{x:.1f},{y:.1f}" for x in (axis.at(one.first), axis.end(one.last))]
        if follows:
            runs[-1] += step
        else:
            runs.append(step)
        before = one
    for run in runs:
        dashes = "5 4" if which == "reports" else None
        yield tag("polyline", points=" ".join(run), fill="none", stroke="currentColor", class_=f"curve-{which}",
                  stroke_width=2, stroke_dasharray=dashes)  # fmt: skip


def _marks(
    marks: Sequence[Mark], axis: Days, height: Callable[[float], float], names: tuple[str, str]
) -> Iterable[str]:
    """Draw the marks in order of time; those that would cover one another stand side by side."""
    taken: list[tuple[float, float]] = []
    by = {"a": f"by {names[0]}", "b": f"by {names[1]}", "both": "by both"}
    for mark in sorted(marks, key=lambda m: (m.day, m.score, m.label)):
        when = day(mark.day)
        y = height(mark.score)
        x = max(axis.left + RADIUS, min(axis.right - RADIUS, (axis.at(when) + axis.end(when)) / 2))
        step = RADIUS if x < axis.right - 40 * RADIUS else -RADIUS
        while any(abs(x - tx) < RADIUS and abs(y - ty) < RADIUS for tx, ty in taken):
            x += step
        x = max(axis.left, min(axis.right, x))
        taken.append((x, y))
        told = f"{mark.day}, {mark.score:g}: {mark.label}, {by[mark.side]}, {'done' if mark.done else 'said'}"
        counted = f", {mark.reports} reports" if mark.reports > 1 else ""
        yield linked(mark.href, tooltip(told + counted), _shape(mark, x, y), name=told + counted)


def _shape(mark: Mark, x: float, y: float) -> str:
    """Return a triangle for what one side does (upright for the first), a disc for what both do; hollow if said."""
    style = "mark-done" if mark.done else "mark-said"
    if mark.side == "both":
        return tag("circle", cx=x, cy=y, r=RADIUS - 0.5, class_=style, stroke="currentColor", stroke_width=1.5)
    tip = -1 if mark.side == "a" else 1
    corners = ((x, y + tip * RADIUS), (x - RADIUS, y - tip * RADIUS * 0.8), (x + RADIUS, y - tip * RADIUS * 0.8))
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
    return tag("polygon", points=points, class_=style, stroke="currentColor", stroke_width=1.5)
