"""Files, standard input -> articles. One bad article never stops the rest: it comes out as the error it is."""

from __future__ import annotations

import json
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from communique.config import MAX_ARTICLE_BYTES
from communique.errors import ArticleError
from communique.records import Article
from communique.sources.dates import given_date
from communique.sources.decoding import decode
from communique.sources.jsonl import SHAPE, article_from_line
from communique.sources.plain import Given, article_from_bytes, check_size

STDIN, CHUNK = "<stdin>", 65_536
LINES_OF_JSON = frozenset({".jsonl", ".ndjson"})
MOST = MAX_ARTICLE_BYTES + 1
"""Never more bytes of one article in memory than this: one more than allowed shows that it is too large."""


def read_articles(
    path: str | Path,
    *,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Iterator[Article | ArticleError]:
    """Return the articles of a text file, of a JSONL file, or of standard input ("-"), one by one.

    An article that cannot be read is yielded as its ArticleError. What is given here wins over what the file says.
    PublicationDateError (at once, before anything is read) if `date` is not YYYY-MM-DD, an ISO datetime or A/B.
    """
    published = given_date(date) if date is not None else None
    return _read(path, Given(None, published, publisher, url, language))


def read_article(
    path: str | Path,
    *,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """Return the one article of a file, as `read_articles` does; raise its ArticleError, or one for several."""
    found = list(read_articles(path, date=date, publisher=publisher, url=url, language=language))
    if len(found) != 1:
        raise ArticleError(_name(path), f"holds {len(found)} articles", "read it with read_articles")
    if isinstance(found[0], ArticleError):
        raise found[0]
    return found[0]


def _name(path: str | Path) -> str:
    return STDIN if str(path) == "-" else str(path)


def _read(path: str | Path, given: Given) -> Iterator[Article | ArticleError]:
    source = _name(path)
    try:
        with _opened(path) as stream:
            head = _head(stream)
            if Path(path).suffix.lower() in LINES_OF_JSON or _looks_like_jsonl(head):
                yield from _lines(head, stream, source, given)
            else:
                yield _plain(head, stream, source, given)
    except ArticleError as error:
        yield error
    except (OSError, ValueError) as error:
        yield _unreadable(source, error)


@contextmanager
def _opened(path: str | Path) -> Iterator[BinaryIO]:
    if str(path) == "-":
        yield sys.stdin.buffer
    else:
        with Path(path).open("rb") as stream:
            yield stream


def _unreadable(source: str, error: OSError | ValueError) -> ArticleError:
    if isinstance(error, FileNotFoundError):
        return ArticleError(source, "there is no such file", "check the path")
    if isinstance(error, IsADirectoryError):
        return ArticleError(source, "is a directory", "name the files in it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ArticleError(source, f"cannot be read ({reason})", "check the path and your rights to it")


def _head(stream: BinaryIO) -> list[bytes]:
    """Return the first lines up to the second that is not blank, and not more than one article's worth of bytes."""
    head: list[bytes] = []
    while sum(map(len, head)) < MOST and sum(map(_filled, head)) < 2:
        line = stream.readline(MOST - sum(map(len, head)))
        if not line:
            break
        head.append(line)
    return head


def _filled(line: bytes) -> bool:
    return bool(line.removeprefix(BOM_UTF8).strip())


def _looks_like_jsonl(head: list[bytes]) -> bool:
    """Whether the first line is a JSON object, or a broken one before one that is an article."""
    filled = [line.removeprefix(BOM_UTF8).strip() for line in head if _filled(line)]
    objects = [_object(line) for line in filled]
    broken_first = len(filled) == 2 and filled[0].startswith(b"{") and "text" in (objects[1] or {})
    return bool(objects) and (objects[0] is not None or broken_first)


def _object(line: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(line) if line.startswith(b"{") else None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _lines(head: list[bytes], stream: BinaryIO, source: str, given: Given) -> Iterator[Article | ArticleError]:
    found = False
    for number, line in enumerate(_bounded(head, stream), start=1):
        if _filled(line):
            found = True
            yield _line(line, f"{source}:{number}", given)
    if not found:
        yield ArticleError(source, "is empty", SHAPE)


def _bounded(head: list[bytes], stream: BinaryIO) -> Iterator[bytes]:
    """Yield line after line; of one that is too long only so much as shows that it is."""
    for line in chain(head, iter(lambda: stream.readline(MOST), b"")):
        kept = part = line
        while part and not part.endswith(b"\n"):
            part = stream.readline(CHUNK)
            kept += part[: MOST - len(kept)]
        yield kept


def _line(line: bytes, source: str, given: Given) -> Article | ArticleError:
    try:
        check_size(len(line.rstrip(b"\r\n")), source)
        return article_from_line(decode(line, source).text, source, given)
    except ArticleError as error:
        return error


def _plain(head: list[bytes], stream: BinaryIO, source: str, given: Given) -> Article:
    raw = b"".join(head)
    raw += stream.read(MOST - len(raw))
    check_size(len(raw), source)
    _refuse_other_json(raw, source)
    return article_from_bytes(raw, source, given)


def _refuse_other_json(raw: bytes, source: str) -> None:
    """Refuse JSON that is not JSONL: an array of articles, or one object over several lines."""
    if raw.lstrip(BOM_UTF8 + b" \t\r\n")[:1] not in (b"{", b"["):
        return
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return
    raise ArticleError(source, "is JSON, but not one object per line", f"{SHAPE} (jq -c does it)")
