"""Elements of SVG as strings: everything that comes from a record is escaped here, and only here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import escape

SIZE = 12
"""Height of lettering in pixels; narrow and wide pictures have the same."""

_ISOLATE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def tag(name: str, *content: str, **attributes: str | float | None) -> str:
    """Return an element; `content` is SVG already, attributes are escaped; `text_anchor` is text-anchor.

    >>> tag("rect", x=1.0, class_="bar")
    '<rect x="1" class="bar"/>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(content)}</{name}>" if content else f"<{name}{given}/>"


def _plain(value: str | float) -> str:
    if isinstance(value, str):
        return clean(value)
    number = f"{value:.1f}".removesuffix(".0")
    return "0" if number == "-0" else number


def clean(words: str) -> str:
    """Return words in one line, without characters that XML forbids."""
    flat = " ".join(words.split())
    if flat.isprintable():
        return flat
    return "".join(c for c in flat if unicodedata.category(c) not in ("Cc", "Cs") and ord(c) & 0xFFFE != 0xFFFE)


def isolated(words: str) -> str:
    """Return words whose direction does not turn what stands around them: names may be written from right to left."""
    return f"{_ISOLATE}{clean(words)}{_END}"


def lettering(words: str, x: float, y: float, **attributes: str | float | None) -> str:
    """Return a text element with `words`, escaped."""
    return tag("text", escape(isolated(words)), x=x, y=y, **attributes)


def tooltip(words: str) -> str:
    """Return the title of a shape: what a pointer that rests on it shows, and what a screen reader says."""
    return tag("title", escape(clean(words)))


def breadth(words: str) -> float:
    """Return how wide words are at most, in pixels, in a common sans-serif face."""
    return sum(map(_advance, clean(words))) * SIZE


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in "MWmw%@":
        return 0.9
    if character.isupper():
        return 0.72
    return 0.34 if character in "iljtfrI.,:;'|!()[] " else 0.59


def shortened(words: str, room: float) -> str:
    """Return as much of the words as has room, with an ellipsis where something is left out; "" if nothing has."""
    flat = clean(words)
    if breadth(flat) <= room:
        return flat
    while flat and breadth(flat + _ELLIPSIS) > room:
        flat = flat[:-1].rstrip()
    return flat + _ELLIPSIS if flat else ""


def linked(href: str | None, *content: str, name: str) -> str:
    """Return content that leads to a page. The table beside the picture has the same links for the keyboard."""
    if href is None:
        return tag("g", *content)
    return tag("a", *content, href=href, tabindex="-1", aria_label=name)


def picture(
    key: str, title: str, description: str, size: tuple[float, float], content: Iterable[str], *, links: bool = False
) -> str:
    """Return the whole picture, `size` wide and high; `key` makes its ids unique on a page.

    A picture whose shapes are links is a group of them; any other is an image to a screen reader.
    """
    width, height = size
    return tag(
        "svg",
        tag("title", escape(clean(title)), id=f"{key}-title"),
        tag("desc", escape(clean(description)), id=f"{key}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        class_="picture",
        role="group" if links else "img",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
        viewBox=f"0 0 {_plain(width)} {_plain(height)}",
        width=width,
        height=height,
        font_size=SIZE,
        fill="currentColor",
    )
