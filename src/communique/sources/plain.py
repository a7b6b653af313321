"""A text -> an Article: checked, normalised, cut into segments, dated and attributed as far as it says so itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from communique.config import MAX_ARTICLE_BYTES
from communique.errors import ArticleError
from communique.records import Article, Publication, Segment
from communique.sources.dates import given_date, stated_date
from communique.sources.decoding import Decoded, decode, refuse_controls
from communique.sources.languages import check_language
from communique.sources.segments import Piece, pieces
from communique.sources.stored import stored_text

MARKUP_START = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml|div|p|article|section)\b", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:p|a|b|i|br|em|ul|ol|li|td|tr|th|h[1-6]|div|img|span|body|head|html|link|meta|nav|strong|style|script|table|title|"
    r"figure|section|article|header|footer|blockquote|figcaption)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
TAGS_IN_TEXT = 10
"""So many tags in one text are markup and no quotation of it."""

MAX_LINES = 50_000
"""A text with more lines is a table or a log, and telling its parts apart would take minutes."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article besides its text; None is left to the text."""

    title: str | None = None
    published: Publication | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    segments: tuple[Segment, ...] | None = None


def article_from_text(
    text: str,
    *,
    source: str = "<text>",
    title: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """Return the article that `text` is; ArticleError names `source` and says what is wrong and how to mend it.

    `date` is YYYY-MM-DD, an ISO datetime or an interval A/B (PublicationDateError otherwise) and overrides the text.
    """
    published = given_date(date) if date is not None else None
    return article_from_characters(text, source, Given(title, published, publisher, url, language))


def article_from_characters(text: str, source: str, given: Given) -> Article:
    """Return the article of characters that come without a file of their own; its original is their UTF-8 form."""
    try:
        original = text.encode("utf-8")
    except UnicodeEncodeError:
        raise ArticleError(
            source, "holds half a character (a lone surrogate)", "mend the \\ud8xx escape in it"
        ) from None
    refuse_controls(original, text, source)
    return _article(Decoded(text), original, source, given)


def article_from_bytes(raw: bytes, source: str, given: Given | None = None) -> Article:
    """Return the article in the bytes of a file, which it keeps with a map from its text to them."""
    return _article(decode(raw, source), raw, source, given or Given())


def check_size(size: int, source: str) -> None:
    """Refuse what is larger than any news article (ArticleError)."""
    if size > MAX_ARTICLE_BYTES:
        what = f"is larger than the limit of {MAX_ARTICLE_BYTES:,} bytes for one article"
        raise ArticleError(source, what, "split it, or give one article per line as JSONL")


def _article(decoded: Decoded, original: bytes, source: str, given: Given) -> Article:
    check_size(len(original), source)
    text, offsets = stored_text(decoded)
    _check_text(text, source)
    language = check_language(text, source, given.language)
    title = _tidy(given.title)
    parts = pieces(text, title)
    return Article(
        text=text,
        title=title or _headline(parts),
        publisher=_tidy(given.publisher) or _publisher(parts),
        url=_tidy(given.url),
        language=language,
        published=given.published or stated_date(parts),
        segments=tuple(part.segment() for part in parts) if given.segments is None else given.segments,
        original=original,
        offsets=offsets,
    )


def _check_text(text: str, source: str) -> None:
    if not any(unicodedata.category(char)[0] not in "ZC" for char in text):
        raise ArticleError(
            source, "is empty" if not text else "holds nothing but blanks", "give a file with the article's text"
        )
    if text.count("\n") > MAX_LINES:
        raise ArticleError(
            source, f"has more than {MAX_LINES:,} lines", "split it, or give one article per line as JSONL"
        )
    if MARKUP_START.match(text) or sum(1 for _ in TAG.finditer(text)) >= TAGS_IN_TEXT:
        raise ArticleError(source, "looks like HTML", "save the article's text without markup")


def _tidy(value: str | None) -> str | None:
    """Return a one-line value in the stored text's normal form; None for an empty one."""
    return " ".join(unicodedata.normalize("NFC", value).split()) or None if value else None


def _headline(parts: Sequence[Piece]) -> str | None:
    return next((_tidy(part.text) for part in parts if part.kind == "title"), None)


def _publisher(parts: Sequence[Piece]) -> str | None:
    """Return the publisher that a source line names, else the agency of the dateline."""
    named = [part for part in parts if part.publisher]
    return next((part.publisher for kind in ("source_line", "dateline") for part in named if part.kind == kind), None)
