"""`read` and `demo`: articles in, printed records out, what cannot be read set aside with one line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from communique import workflow
from communique.cli.printing import Printer
from communique.errors import ArticleError
from communique.records import Article
from communique.sources import read_articles
from communique.sources.samples import samples as named_samples


def read_each(file: str, printer: Printer, *, details: Mapping[str, str | None], options: Mapping[str, Any]) -> int:
    """Print the record of every article in `file`; return how many were set aside."""
    return _print_all(read_articles(file, **details), printer, options)


def read_samples(printer: Printer) -> int:
    """Print the record of the bundled sample articles; return how many were set aside."""
    return _print_all(samples(), printer, {})


def samples() -> Iterator[Article | ArticleError]:
    """Yield the bundled sample articles."""
    return (article for _, article in named_samples())


def _print_all(articles: Iterator[Article | ArticleError], printer: Printer, options: Mapping[str, Any]) -> int:
    set_aside = 0
    try:
        for article in articles:
            if isinstance(article, ArticleError):
                set_aside += 1
                print(f"communique: {article}", file=sys.stderr)
            else:
                printer.put(article, workflow.read(article, **options))
    finally:
        printer.close()
    return set_aside
