"""Paths -> articles: files, folders, standard input, each article with the name of where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.errors import ArticleError
from communique.records.texts import Article
from communique.sources import given_date, read_articles

SUFFIXES = (".txt", ".jsonl", ".ndjson")
"""Files of these kinds are read in a folder; any file that is named itself is read."""

Found = tuple[str, Article | ArticleError]


def gather(paths: Iterable[str], *, date: str | None = None, **details: str | None) -> Iterator[Found]:
    """Return the articles of files and folders one by one, or why there is none; folders in the order of names.

    `details` as in `read_articles`. PublicationDateError (at once) if `date` is none.
    """
    if date is not None:
        given_date(date)
    return _gather(paths, date=date, **details)


def _gather(paths: Iterable[str], **details: str | None) -> Iterator[Found]:
    for path in paths:
        try:
            files = _files(path)
        except OSError as error:
            yield path, ArticleError(path, f"cannot be read ({error.strerror})", "check the path and your rights to it")
            continue
        if not files:
            yield path, ArticleError(path, f"holds no {' or '.join(SUFFIXES)} file", "name files, or another folder")
        for file in files:
            yield from ((file, found) for found in read_articles(file, **details))


def _files(path: str) -> list[str]:
    """Return what is to be read of a path: itself, or of a folder the files in it."""
    if path == "-" or not Path(path).is_dir():
        return [path]
    inside = (p for p in Path(path).iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
    return [str(file) for file in sorted(inside)]
