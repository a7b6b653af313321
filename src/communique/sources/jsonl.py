"""Articles as JSON objects: one line, one article (text, title, publisher, url, published, language).

The object that an article prints as is valid input and comes back as the same article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, cast, get_args

from communique.errors import ArticleError
from communique.records import Article, Publication, Segment
from communique.records.texts import Basis, SegmentKind
from communique.sources.dates import PublicationDateError, given_date
from communique.sources.plain import Given, article_from_characters

SHAPE = "write one object per line with a string `text`, and title, publisher, url, published, language as far as known"
ID = re.compile(r"[0-9a-f]{16}")


def article_from_line(line: str, source: str, over: Given) -> Article:
    """Return the article of a line of JSONL; what `over` gives wins over the object. ArticleError says why not."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = getattr(error, "msg", "too deep or too large a number")
        raise ArticleError(source, f"is not JSON ({what})", SHAPE) from None
    if not isinstance(value, dict):
        raise ArticleError(source, f"is JSON, but a {type(value).__name__} and no object", SHAPE)
    return article_from_object(value, source, over)


def article_from_object(value: Mapping[str, Any], source: str, over: Given | None = None) -> Article:
    """Return the article that a JSON object describes; see `article_from_line`."""
    text, over = value.get("text"), over or Given()
    if value.get("kind", "article") != "article":
        raise ArticleError(source, f"is a {value['kind']!s:.40}, not an article", "give only the lines of kind article")
    if not isinstance(text, str):
        raise ArticleError(source, "is JSON without a string `text`", SHAPE)
    given = Given(
        title=over.title or _string(value, "title", source),
        published=over.published or _published(value.get("published"), source),
        publisher=over.publisher or _string(value, "publisher", source),
        url=over.url or _string(value, "url", source),
        language=over.language or _string(value, "language", source),
        segments=_segments(value.get("segments"), text, source),
    )
    article = article_from_characters(text, source, given)
    _check_printed(value, article, source)
    return article


def _check_printed(value: Mapping[str, Any], article: Article, source: str) -> None:
    """Refuse a printed article whose text was changed: its segments, and all records of it, point elsewhere now."""
    identity = value.get("id")
    printed = value.get("kind") == "article" and isinstance(identity, str) and ID.fullmatch(identity)
    if article.text != value["text"] and article.segments and value.get("segments"):
        raise ArticleError(
            source, "has segments, but a text that is not in NFC with \\n", "leave out `segments`, or normalise"
        )
    if printed and identity != article.id:
        raise ArticleError(
            source, f"its text is not that of article {identity}", "restore the text, or leave out id and segments"
        )


def _string(value: Mapping[str, Any], key: str, source: str) -> str | None:
    found = value.get(key)
    if found is not None and not isinstance(found, str):
        raise ArticleError(source, f"`{key}` is not a string", f"write {key} as a string, or leave it out")
    return found or None


def _published(value: Any, source: str) -> Publication | None:
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str):
            return given_date(value, "published")
        if isinstance(value, dict) and value.get("basis") in get_args(Basis) and isinstance(value.get("why"), str):
            checked = given_date(f"{value.get('from')}/{value.get('to')}", "published")
            return Publication(checked.from_, checked.to, cast(Basis, value["basis"]), value["why"])
    except PublicationDateError as error:
        raise ArticleError(source, str(error).split("; ")[0], "write published as YYYY-MM-DD") from None
    raise ArticleError(source, "`published` is not a date", "write YYYY-MM-DD, or {from, to, basis, why}")


def _segments(value: Any, text: str, source: str) -> tuple[Segment, ...] | None:
    """Return the segments that an object brings along, None if it has none; ArticleError unless they fit the text."""
    if not value:
        return None
    try:
        segments = tuple(Segment(item["kind"], item["start"], item["end"]) for item in value)
        starts_and_ends = [place for segment in segments for place in (segment.start, segment.end)]
        ordered = starts_and_ends == sorted(starts_and_ends) and all(type(place) is int for place in starts_and_ends)
        fit = starts_and_ends[0] >= 0 and starts_and_ends[-1] <= len(text) and all(s.start < s.end for s in segments)
        kinds = all(segment.kind in get_args(SegmentKind) for segment in segments)
    except (TypeError, KeyError, IndexError):
        ordered = fit = kinds = False
    if not (ordered and fit and kinds):
        raise ArticleError(source, "`segments` do not fit the text", "leave them out, and they are found anew")
    return segments
