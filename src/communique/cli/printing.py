"""Where records go: JSONL for programs, pages for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule

from communique.cli.layout import THEME
from communique.cli.report import report
from communique.records import Article, Record, to_json

WIDEST = 140
"""Longer lines are hard to read, however wide the terminal."""
UNKNOWN_WIDTH = 100


class Printer(Protocol):
    """Takes articles with their records, one after the other."""

    def put(self, article: Article, records: Sequence[Record]) -> None:
        """Print one article's record."""

    def close(self) -> None:
        """Print what was held back."""


def write_out(text: str) -> None:
    """Write a text to standard output in UTF-8, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def write_page(text: str) -> None:
    """Write a page for people; what the terminal has no letter for becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def bare(text: str) -> str:
    """Return a text without blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


class JsonPrinter:
    """One JSON object per line: the article, then its records (UTF-8 whatever the terminal's encoding)."""

    def put(self, article: Article, records: Sequence[Record]) -> None:
        """Print one article's record."""
        write_out("\n".join([to_json(article), *map(to_json, records), ""]))

    def close(self) -> None:
        """Write everything out."""
        sys.stdout.buffer.flush()


def terminal() -> Console:
    """Return the console: no colour with NO_COLOR or away from a terminal, at most WIDEST columns."""
    console = Console(theme=THEME, highlight=False)
    unknown = not console.is_terminal and "COLUMNS" not in os.environ
    console.width = UNKNOWN_WIDTH if unknown else min(console.width, WIDEST)
    return console


@dataclass
class PagePrinter:
    """Reports for people; on a terminal, output longer than the screen goes through the pager."""

    why: bool = False
    everything: bool = False
    paged: bool = True
    console: Console = field(default_factory=terminal)
    held: list[str] = field(default_factory=list)
    count: int = 0

    def put(self, article: Article, records: Sequence[Record]) -> None:
        """Print one article's record, or hold it for the pager."""
        with self.console.capture() as capture:
            if self.count:
                self.console.print("\n", Rule(style="column"), "")
            self.console.print(Padding(report(article, records, why=self.why, everything=self.everything), (0, 1)))
        self.count += 1
        text = bare(capture.get())
        if self.paged and self.console.is_terminal and sys.stdin.isatty():
            self.held.append(text)
        else:
            write_page(text)

    def close(self) -> None:
        """Print what was held for the pager."""
        text = "".join(self.held)
        self.held.clear()
        if text.count("\n") > self.console.height and os.environ.get("PAGER") != "":
            os.environ.setdefault("LESS", "FRX")  # keep colours, leave the page on the screen, quit when it fits
            from pydoc import pager

            pager(text)
        elif text:
            write_page(text)
