"""Where a record stands in its article: the sentence around its evidence."""

from __future__ import annotations

from communique.questions.sentences import leading, sentence_at
from communique.records import Article, Record, Span

SAID = ("content", "quote", "provision")
SHORTEST = 40
"""An excerpt has at least so many characters, if its sentence does."""


def shown(article: Article, record: Record) -> Span:
    """Return the sentence to print beside the record."""
    return sentence_at(article, leading(record))


def excerpt(article: Article, record: Record, sentence: Span) -> Span:
    """Return the part of a sentence that is the record's own: what is said, else all its evidence; whole words."""
    inside = [e for e in record.evidence if sentence.start <= e.start and e.end <= sentence.end]
    own: list[Span] = [*(e for e in inside if e.role in SAID)] or [*inside] or [sentence]
    start, end = min(e.start for e in own), max(e.end for e in own)
    missing = max(0, SHORTEST - (end - start))
    start, end = max(sentence.start, start - missing // 2), min(sentence.end, end + missing // 2)
    while start > sentence.start and not article.text[start - 1].isspace():
        start -= 1
    while end < sentence.end and not article.text[end].isspace():
        end += 1
    return article.span(start, end)


def elsewhere(article: Article, record: Record) -> int:
    """Return in how many other sentences the same happening is told."""
    triggers = [e for e in record.evidence if e.role == "trigger"]
    return len({sentence_at(article, e).start for e in triggers} - {shown(article, record).start})
