"""Plain word lists."""

from __future__ import annotations

from functools import cache

from communique.lexicon.files import read_table


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the words of data/<name>.csv, a table with the one column `word`, and perhaps `example`."""
    return frozenset(row.cells["word"] for row in read_table(name, ["word"], key="word"))
