"""Lines -> paragraphs: wrapped lines belong together, other lines are paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"\s*(?:[-–—*•·▪●]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
DASHED = re.compile(r"\s*[-–—]{1,2}\s[^\WA-Z]")
INSIDE_SENTENCE = re.compile(r"[^\s.!?…:;]\s*$")
SENTENCE_END = re.compile(r"[.!?…][\s\"'”’»)\]]*$")
INSIDE = re.compile(r"[\W_]*(?:[^\W\d_A-Z]|\d)")
"""The beginning of a line that goes on with a sentence: no capital letter."""
WIDEST, NARROWEST = 110, 50
"""Columns at which texts are wrapped: wider lines are paragraphs, narrower ones headlines or verse."""
FULL = 0.82
"""A line is full if its next word would have passed this share of the width (`fmt` and mail leave ragged edges)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text [start, end) without blanks at its ends; `apart` if a blank line precedes it, or nothing."""

    start: int
    end: int
    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    block: int

    @property
    def indented(self) -> bool:
        return self.text[:1] in " \t"


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order; together they cover everything that is not blank."""
    lines = list(_lines(text))
    width = _width(lines)
    found: list[Paragraph] = []
    for _, block in groupby(lines, key=lambda line: line.block):
        for position, group in enumerate(_joined(list(block), width)):
            found.append(_paragraph(text, group, apart=position == 0))
    return found


def _lines(text: str) -> Iterator[_Line]:
    block, end = 0, 0
    for match in LINE.finditer(text):
        if match.group().isspace():
            continue
        block += text.count("\n", end, match.start()) > 1
        end = match.end()
        yield _Line(match.start(), match.group(), block)


def _width(lines: list[_Line]) -> int:
    """Return the column at which a text is wrapped, but for a few long lines; 0 if its lines are paragraphs."""
    lengths = [len(line.text.rstrip()) for line in lines]
    short = [length for length in lengths if length <= WIDEST]
    if not short or len(lengths) - len(short) > 0.1 * len(lengths) or max(short) < NARROWEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block and _continues([a], b, max(short))]
    return max(short) if _cut_anywhere(pairs) else 0


def _cut_anywhere(pairs: list[tuple[_Line, _Line]]) -> bool:
    """Whether lines end where they are full and not where a sentence, a headline or a caption does."""
    sentences = sum(bool(SENTENCE_END.search(line.text)) for line, _ in pairs)
    inside = sum(bool(INSIDE.match(line.text)) or line.text.isupper() for _, line in pairs)
    return sentences <= 0.5 * len(pairs) and inside >= 0.3 * len(pairs)


def _joined(block: list[_Line], width: int) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in block:
        if group and not _continues(group, line, width):
            yield group
            group = []
        group.append(line)
    yield group


def _continues(group: list[_Line], following: _Line, width: int) -> bool:
    """Whether `following` goes on with the paragraph of `group`: the writer broke the line only because it was full."""
    line = group[-1]
    if not width or (following.indented and not line.indented):
        return False
    if BULLET.match(following.text) and not _dash(group, following):
        return False
    words = following.text.split(None, 1)
    return len(line.text.rstrip()) + 1 + len(words[0]) > FULL * width


def _dash(group: list[_Line], following: _Line) -> bool:
    """Whether a line begins with a dash inside a sentence, not with the point of a list."""
    unfinished = INSIDE_SENTENCE.search(group[-1].text) is not None and not BULLET.match(group[0].text)
    return unfinished and DASHED.match(following.text) is not None


def _paragraph(text: str, group: list[_Line], apart: bool) -> Paragraph:
    start, end = group[0].start, group[-1].start + len(group[-1].text)
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    stretch = stretch.strip()
    return Paragraph(start, start + len(stretch), stretch, apart)
