"""A page of the documentation as blocks for a template: headings, paragraphs, tables; Markdown as written here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

HEADING = re.compile(r"(#+) (.*)")
PARTS = re.compile(r"\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\([^)]*\)")

Words = list[tuple[str, str]]
"""Pieces of a text: ("", words), ("strong", words), ("code", words)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (its `level`), a paragraph (level 0), a table (`rows`, the first of which holds the column heads)."""

    words: Words
    level: int = 0
    rows: tuple[tuple[Words, ...], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text; links are shown by their words."""
    for filled, group in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        own = list(group)
        if filled:
            yield from _blocks(own)


def _blocks(own: list[str]) -> Iterator[Block]:
    for kind, group in groupby(own, key=lambda line: "#|".find(line[:1])):
        some = list(group)
        if kind == 0:
            for line in some:
                found = HEADING.match(line)
                if found:
                    yield Block(words(found[2]), level=len(found[1]))
        elif kind == 1:
            rows = [tuple(words(cell.strip()) for cell in line.strip().strip("|").split("|")) for line in some]
            yield Block([], rows=(rows[0], *rows[2:]))
        else:
            yield Block(words(" ".join(line.strip() for line in some)))


def words(line: str) -> Words:
    """Return a line cut at its emphasis, code and links."""
    found: Words = []
    at = 0
    for part in PARTS.finditer(line):
        found.append(("", line[at : part.start()]))
        found.append(("strong" if part[1] else "code" if part[2] else "", part[1] or part[2] or part[3]))
        at = part.end()
    return [(kind, text) for kind, text in (*found, ("", line[at:])) if text]
