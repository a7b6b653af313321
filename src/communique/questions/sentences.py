"""The sentence that shows a record, found in its article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from communique.annotate.parsing.sentences import split_sentences
from communique.lexicon.words import load_words
from communique.records.record import Record
from communique.records.texts import Article, Evidence, Span

LEADING = ("trigger", "cue", "provision", "content")
"""The sentence of a record is the one with its first evidence in the first of these roles that it has..."""

SAID = ("content", "quote", "cue")
"""...and that of a statement the one with its words: they may run through several sentences, or stand apart from "he
said"."""


@lru_cache(maxsize=1024)
def sentences(article: Article) -> tuple[Span, ...]:
    """Return the sentences of all segments, in text order."""
    abbreviations, starters = load_words("language/en/abbreviations"), load_words("language/en/sentence_starters")
    stretches = [(s.start, s.end) for s in article.segments] or [(0, len(article.text))]
    return tuple(
        article.span(begin + start, begin + end)
        for begin, stop in sorted(stretches)
        for start, end in split_sentences(article.text[begin:stop], abbreviations, starters)
    )


def sentence_at(article: Article, place: Span, known: Sequence[Span] | None = None) -> Span:
    """Return the sentence in which `place` begins, stretched to its end where a content runs on.

    `known` are the article's sentences, for who asks often of one article.
    """
    found = sentences(article) if known is None else known
    first = max(0, bisect_right(found, place.start, key=_start) - 1)
    last = max(first, bisect_right(found, place.end - 1, key=_start) - 1)
    start, end = min(found[first].start, place.start), max(found[last].end, place.end)
    return article.span(start, end)


def _start(span: Span) -> int:
    return span.start


def leading(record: Record) -> Evidence:
    """Return the evidence that best shows the record."""
    roles = SAID if record.kind == "statement" else LEADING
    return min(record.evidence, key=lambda e: (roles.index(e.role) if e.role in roles else len(roles), e.start))


MARKED = ("trigger", "cue", "hedge", "quote", "content", "provision")
"""Evidence in these roles is marked in a sentence; where pieces lie over one another, the one named first shows."""


def marks(record: Record, within: Span) -> list[Evidence]:
    """Return the record's evidence in these roles that lies inside the printed sentence."""
    return sorted({e for e in record.evidence if e.role in MARKED and within.start <= e.start and e.end <= within.end})
