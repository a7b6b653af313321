"""What came when: a bar from the first to the last day, faded where the text leaves an end open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.web.pictures.days import Days, day
from communique.web.pictures.drawing import SIZE, breadth, isolated, lettering, linked, picture, shortened, tag, tooltip

ROW, THICK, HEADING, AXIS, LEAST, GAP = 30, 8, 26, 26, 7, 14
LONGEST = 300
"""Lettering takes so many pixels at most; all of it is in the tooltip and in the table."""
FADE = 26
"""An open end fades over so many pixels at least."""
FAR = 10
"""One bar of so many may lie before the line: it stands at its edge, and its lettering says when it was."""
EARLIER = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK} "


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Something with a time: ISO days, None for an end that is open (not both); `tone` names how real it is.

    Tones: settled, pending, wished, failed, halted, past (what each status has is for the caller to say).
    """

    label: str
    first: str | None
    last: str | None
    lane: str = ""
    tone: str = "settled"
    note: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar where it is drawn: its ends, its lettering from `start`, the row of its lane (from 0)."""

    bar: Bar
    left: float
    right: float
    words: str
    start: float
    row: int

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where nothing else stands in the row."""
        return min(self.left, self.start), max(self.right, self.start + breadth(self.words))


def timeline(
    key: str,
    title: str,
    bars: Sequence[Bar],
    *,
    width: float = 1080,
    lanes: Sequence[str] = (),
    today: str | None = None,
) -> str:
    """Return the picture of `bars`: lanes in the given order (others after them), within a lane earlier ones higher.

    `today` (ISO) draws the day that is looked from. Without a bar, the empty string.
    """
    if not bars:
        return ""
    axis = line_of(bars, width, today)
    names = [n for n in dict.fromkeys([*lanes, *(bar.lane for bar in bars)]) if any(b.lane == n for b in bars)]
    content, top = [], float(AXIS)
    for name in names:
        placed = pack([bar for bar in bars if bar.lane == name], axis)
        if name:
            content.append(lettering(shortened(name, width), 0, top + 17, class_="picture-lane", font_weight="600"))
        top += HEADING if name else 4
        content += [_drawn(key, one, top) for one in placed]
        top += ROW * (max(one.row for one in placed) + 1) + 4
    frame = [_gradients(key), *_axis(axis, top), *_today(axis, top, today)]
    early = sum(_label(bar, axis) != bar.label for bar in bars)
    described = f"{len(bars)} happenings from {axis.first} to {axis.last}, in order of time. The table has them all."
    described += f" Earlier ones, {early}, stand at its edge." if early else ""
    linked_any = any(bar.href for bar in bars)
    return picture(key, title, described, (width, top + 6), [*frame, *content], links=linked_any)


def line_of(bars: Sequence[Bar], width: float, today: str | None = None) -> Days:
    """Return the line of days on which the known ends of the bars stand.

    Where the earliest few would squeeze all others into less than half of it, it begins after these.
    """
    ended = sorted(bars, key=lambda bar: (bar.last or "9999", _order(bar)))
    whole, most = (
        Days.around([*_known_ends(some), *([today] if today else [])], 0, width)
        for some in (ended, ended[len(ended) // FAR :])
    )
    return most if (most.last - most.first) * 2 < whole.last - whole.first else whole


def _known_ends(bars: Sequence[Bar]) -> list[str]:
    return [end for bar in bars for end in (bar.first, bar.last) if end]


def pack(bars: Sequence[Bar], axis: Days) -> list[Placed]:
    """Return where the bars of one lane are drawn: in order of time, each in the first row with room for it."""
    rows: list[float] = []
    placed = []
    for bar in sorted(bars, key=_order):
        left, right = _ends(bar, axis)
        words = shortened(_label(bar, axis), min(LONGEST, axis.right - axis.left))
        start = max(axis.left, min(left, axis.right - breadth(words)))
        from_, to = min(left, start), max(right, start + breadth(words))
        row = next((n for n, taken in enumerate(rows) if taken + GAP <= from_), len(rows))
        rows[row : row + 1] = [to]
        placed.append(Placed(bar, left, right, words, start, row))
    return placed


def _label(bar: Bar, axis: Days) -> str:
    """Return what a bar is called; one that ended before the line begins, with its year."""
    before = bar.last is not None and day(bar.last) < axis.first
    return f"{EARLIER}{(bar.last or '')[:4]}: {bar.label}" if before else bar.label


def _order(bar: Bar) -> tuple[str, ...]:
    """Return by what bars are ordered: their days, then everything, so that the order in which they come is nothing."""
    days = (bar.first or bar.last or "", bar.last or "9999")
    return (*days, bar.label, bar.first or "", bar.last or "", bar.tone, bar.note, bar.href or "")


def _ends(bar: Bar, axis: Days) -> tuple[float, float]:
    left = axis.at(day(bar.first)) if bar.first else None
    right = axis.end(day(bar.last)) if bar.last else None
    if left is None and right is None:
        raise ValueError(f"{bar.label} has no time")
    if left is None:
        left = min(axis.left, (right or 0) - FADE)
    if right is None:
        right = axis.right
    if right - left < LEAST:
        left = max(axis.left, min(left, axis.right - LEAST))
        right = left + LEAST
    return max(axis.left, left), right


def _drawn(key: str, one: Placed, top: float) -> str:
    bar, y = one.bar, top + ROW * one.row
    open_ = "from" if bar.first is None else "to" if bar.last is None else ""
    shape = tag(
        "rect",
        x=one.left,
        y=y + 16,
        width=one.right - one.left,
        height=THICK,
        rx=2,
        class_=f"picture-bar tone-{bar.tone}",
        mask=f"url(#{key}-open-{open_})" if open_ else None,
        stroke="currentColor",
    )
    said = f"{bar.label}: {bar.note}" if bar.note else bar.label
    pushed = one.start < one.left  # it would run out of the picture: its end is held fast, not its beginning
    at, anchor = (one.start + breadth(one.words), "end") if pushed else (one.start, None)
    return linked(bar.href, tooltip(said), shape, lettering(one.words, at, y + 12, text_anchor=anchor), name=said)


def _gradients(key: str) -> str:
    """Return the masks under which open ends fade: bars keep the colour that their class gives them."""
    parts = []
    for end, stops in (("from", ((0, 0), (0.85, 1))), ("to", ((0.15, 1), (1, 0)))):
        colours = [tag("stop", offset=f"{at:g}", stop_color="#fff", stop_opacity=f"{shade:g}") for at, shade in stops]
        parts.append(tag("linearGradient", *colours, id=f"{key}-fade-{end}"))
        whole = tag("rect", width=1, height=1, fill=f"url(#{key}-fade-{end})")
        parts.append(tag("mask", whole, id=f"{key}-open-{end}", maskContentUnits="objectBoundingBox"))
    return tag("defs", *parts)


def _axis(axis: Days, bottom: float) -> list[str]:
    parts = []
    for x, name in axis.ticks():
        parts.append(tag("line", x1=x, x2=x, y1=SIZE + 6, y2=bottom, class_="picture-grid", stroke="currentColor"))
        at, anchor = (x, "middle")
        if x - breadth(name) / 2 < axis.left:
            at, anchor = axis.left, "start"
        if x + breadth(name) / 2 > axis.right:
            at, anchor = axis.right, "end"
        parts.append(lettering(name, at, SIZE, class_="picture-axis", text_anchor=anchor))
    return parts


def _today(axis: Days, bottom: float, today: str | None) -> list[str]:
    if today is None:
        return []
    x = axis.end(day(today))
    rule = tag("line", x1=x, x2=x, y1=SIZE + 4, y2=bottom, class_="picture-today", stroke="currentColor")
    return [tag("g", tooltip(f"as of {isolated(today)}"), rule)]
