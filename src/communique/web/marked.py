"""An article's text with the words of its records marked: blocks of pieces, none of which overlaps another.

Spans of records nest and cross; a text that is cut at every end of one can be shown without any nesting. Each piece
knows all the roles that it has, and begins an anchor `s<start>` where a span or a sentence begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.questions.answers import Told
from communique.questions.sentences import leading, sentences
from communique.records.stretches import Stretches
from communique.records.texts import Article, Evidence

BODY = "body"
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text of which every character has the same roles in the same records.

    `numbers` are those of the records whose leading words begin here; `anchor` is where a span or sentence begins;
    `sentence` is where its sentence begins, or the paragraph, if that is later.
    """

    start: int
    end: int
    text: str
    roles: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    anchor: bool = False
    sentence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of a segment, with the records (numbered in text order) whose leading words begin in it."""

    kind: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    notes: tuple[tuple[int, Told], ...]


def marked(article: Article, told: Sequence[Told]) -> tuple[Block, ...]:
    """Return the blocks of an article in text order; together their pieces are its text, white space between aside."""
    places = {one.record.id: leading(one.record) for one in told}
    ordered = sorted(told, key=lambda one: (places[one.record.id].start, one.record.id))
    numbers = {one.record.id: number for number, one in enumerate(ordered, 1)}
    evidence = [(e, one) for one in ordered for e in one.record.evidence]
    spans = Stretches([(e.start, e.end, (e, one)) for e, one in evidence])
    first_words = sorted(s.start for s in sentences(article))
    begins = {e.start for e, _ in evidence}.union(first_words)
    order = sorted(begins)
    firsts: dict[int, list[int]] = {}
    for one in ordered:
        firsts.setdefault(places[one.record.id].start, []).append(numbers[one.record.id])
    blocks = []
    for kind, start, end in paragraphs(article):
        inside = spans.touching(start, end)
        cuts = _cuts(start, end, [e for e, _ in inside], [s for s in order[bisect_left(order, start) :] if s < end])
        pieces = [
            replace(_piece(article, a, b, spans, firsts, begins), sentence=max(start, _last(first_words, a)))
            for a, b in pairwise(cuts)
        ]
        notes = [(numbers[o.record.id], o) for o in ordered if start <= places[o.record.id].start < end]
        blocks.append(Block(kind=kind, start=start, end=end, pieces=tuple(pieces), notes=tuple(notes)))
    return tuple(blocks)


def paragraphs(article: Article) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of every line with words, in text order; what no segment holds counts as body."""
    ends = sorted({0, len(article.text), *(end for s in article.segments for end in (s.start, s.end))})
    for first, last in pairwise(ends):
        kind = next((s.kind for s in article.segments if s.start <= first and last <= s.end), BODY)
        for line in _PARAGRAPH.finditer(article.text, first, last):
            yield kind, line.start(), line.end()


def _cuts(start: int, end: int, inside: Iterable[Evidence], begins: Iterable[int]) -> list[int]:
    ends = {place for e in inside for place in (e.start, e.end)} | set(begins)
    return sorted({start, end, *(place for place in ends if start < place < end)})


def _last(places: Sequence[int], at: int) -> int:
    """Return the last of the places that is not after `at`; 0 if there is none."""
    found = bisect_right(places, at)
    return places[found - 1] if found else 0


def _piece(
    article: Article,
    start: int,
    end: int,
    spans: Stretches[tuple[Evidence, Told]],
    firsts: dict[int, list[int]],
    begins: set[int],
) -> Piece:
    here = spans.touching(start, end)
    return Piece(
        start=start,
        end=end,
        text=article.text[start:end],
        roles=tuple(sorted({e.role for e, _ in here})),
        records=tuple(dict.fromkeys(one.short for _, one in here)),
        numbers=tuple(firsts.get(start, ())),
        anchor=start in begins,
    )
