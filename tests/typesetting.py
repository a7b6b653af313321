"""The same body text as other typists would set it: other quotation marks, other line breaks."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from communique import workflow
from communique.annotate.parsing.quotations import DOUBLED, find_quotations
from communique.records import Article, Segment
from communique.records.codec import to_data
from communique.sources import article_from_text

Marks = tuple[str, str, str, str, str]
"""What opens and closes a quotation, what opens and closes one inside it, an apostrophe."""

CURLY: Marks = ("“", "”", "‘", "’", "’")
STRAIGHT: Marks = ('"', '"', "'", "'", "'")
BRITISH: Marks = ("‘", "’", "“", "”", "’")
GUILLEMETS: Marks = ("«\u00a0", "\u00a0»", "“", "”", "’")
BRITISH_STRAIGHT: Marks = ("'", "'", '"', '"', "'")

LOOSE = frozenset({"id", "article", "start", "end", "confidence"})
"""Fields in which the records of two settings may differ: places and what is made of them."""


def paragraphs_of(article: Article) -> list[str]:
    """Return the paragraphs of an article's body, each in one line, with curly marks."""
    bodies = [article.text[s.start : s.end] for s in article.segments if s.kind == "body"]
    return [" ".join(body.split()) for body in bodies]


def settings(article: Article) -> dict[str, str]:
    """Return the body of an article in every setting; the first is what the others are held against."""
    text = "\n\n".join(paragraphs_of(article))
    found = {"curly": set_in(text, CURLY)}
    for name, marks in (("straight", STRAIGHT), ("british", BRITISH), ("british straight", BRITISH_STRAIGHT)):
        found[name] = set_in(text, marks)
    found["guillemets"] = set_in(text, GUILLEMETS)
    curly = found["curly"].split("\n\n")
    found["wrapped"] = "\n\n".join(textwrap.fill(paragraph, 72, break_on_hyphens=False) for paragraph in curly)
    found["one line each"] = "\n".join(curly)
    found["one line"] = " ".join(curly)
    found["indented"] = "\n".join(f"    {paragraph}" for paragraph in curly)
    found["no-break blanks"] = re.sub(r"(?<=\d) |(?<=\b[A-Z][a-z]) ", "\u00a0", found["curly"])
    found["interrupted"] = "\n\n".join(part for paragraph in curly for part in (paragraph, "ADVERTISEMENT"))
    return found


def set_in(text: str, marks: Marks) -> str:
    """Return a text with its quotation marks and apostrophes replaced, those too that open a quotation anew in its
    next paragraph."""
    chars, placed = list(text), set[int]()
    for depth, at, width, opens in _marks(text, 0, len(text), 0):
        chars[at : at + width] = [marks[2 * depth + (not opens)], *[""] * (width - 1)]
        placed.update(range(at, at + width))
    return "".join(marks[4] if char in ("'", "’") and at not in placed else char for at, char in enumerate(chars))


def _marks(text: str, start: int, end: int, depth: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield (depth, place, width, opens) of the quotation marks in text[start:end], those inside quotations too."""
    stretch = text[start:end]
    paragraphs = [Segment("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", stretch)]
    for quotation in find_quotations(stretch, paragraphs):
        width = 2 if stretch[quotation.start : quotation.start + 2] in DOUBLED else 1
        mark = stretch[quotation.start : quotation.start + width]
        yield depth, start + quotation.start, width, True
        if quotation.closed:
            width = 2 if stretch[quotation.end - 2 : quotation.end] in DOUBLED else 1
            yield depth, start + quotation.end - width, width, False
        for part in re.finditer(r"[^\n]+", stretch[quotation.inner_start : quotation.inner_end]):
            begin, stop = (start + quotation.inner_start + at for at in part.span())
            if part.start() > 0 and part[0].startswith(mark):
                yield depth, begin, width, True
                begin += width
            if depth == 0:
                yield from _marks(text, begin, stop, 1)


def likeness(one: Counter[str], other: Counter[str]) -> tuple[int, int]:
    """Return how many records two settings share, and how many they have together on average, both doubled."""
    return 2 * sum((one & other).values()), sum(one.values()) + sum(other.values())


def told(text: str, like: Article, read: Callable[[Article], Any] = workflow.read) -> Counter[str]:
    """Return the records of a text, without places and ids, with one kind of mark and blank."""
    day = like.published.to if like.published else None
    article = article_from_text(text, date=day, language="en")
    return Counter(json.dumps(_loose(to_data(record)), sort_keys=True) for record in read(article))


def _loose(value: Any) -> Any:
    """A record's data without what depends on places; texts with plain marks and blanks."""
    if isinstance(value, dict):
        return {k: _loose(v) for k, v in value.items() if k not in LOOSE and not _refers(v)}
    if isinstance(value, list):
        return [_loose(item) for item in value if not _refers(item)]
    if isinstance(value, str):
        plain = re.sub("«\u00a0|\u00a0»|[«»“”‘’\"']", "'", re.sub("[0-9a-f]{32}", "#", value))
        return " ".join(plain.replace("ADVERTISEMENT", "").split())
    return value


def _refers(value: Any) -> bool:
    """Whether a value is the id of a record."""
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{32}", value) is not None
