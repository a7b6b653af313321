"""Texts and the places in them: spans, evidence, segments, articles.

Every offset counts Unicode code points of `Article.text` (NFC); `start` is inclusive, `end` exclusive.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

Basis = Literal["stated", "inferred"]
Layer = Literal["main", "background", "caption", "headline"]
SegmentKind = Literal[
    "title", "byline", "dateline", "body", "image_alt", "caption", "credit", "source_line", "boilerplate"
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A verbatim piece of an article: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Return whether the two pieces share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence(Span):
    """A span and what it shows: trigger, cue, content, quote, actor, recipient, speaker, hedge, time, place...
    (open)."""

    role: str

    @classmethod
    def of(cls, span: Span, role: str) -> Evidence:
        """Return `span` as evidence in `role`."""
        return cls(span.start, span.end, span.text, role)


@dataclass(frozen=True, slots=True)
class Segment:
    """A typed stretch of an article's text."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article appeared: an interval of ISO dates, both ends inclusive; `why` says where it comes from."""

    from_: str
    to: str
    basis: Basis
    why: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Code points of the stored text -> bytes of the original file, as runs of equal width.

    Run `i` starts at code point `text_starts[i]` and byte `byte_starts[i]`; each of its code points takes `widths[i]`
    bytes.
    """

    text_starts: tuple[int, ...] = (0,)
    byte_starts: tuple[int, ...] = (0,)
    widths: tuple[int, ...] = (1,)

    def byte_at(self, offset: int) -> int:
        """Return the byte at which code point `offset` of the text begins in the original."""
        run = bisect_right(self.text_starts, offset) - 1
        return self.byte_starts[run] + (offset - self.text_starts[run]) * self.widths[run]


@lru_cache(maxsize=8)
def article_id(text: str) -> str:
    """Return the identity of an article: the first 16 hex digits of the SHA-256 of its stored text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Article:
    """What was published. The article *is* its text; publisher, url and date belong to one appearance of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    published: Publication | None = None
    segments: tuple[Segment, ...] = ()
    original: bytes = field(default=b"", repr=False, compare=False)
    offsets: OffsetMap = field(default=OffsetMap(), repr=False, compare=False)

    @property
    def id(self) -> str:
        """Identity of the text; see `article_id`."""
        return article_id(self.text)

    def span(self, start: int, end: int) -> Span:
        """Return the span [start, end) of the text; ValueError if it is empty or outside."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span [{start}:{end}] is not inside a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])
