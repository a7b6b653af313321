"""Plain word lists, each word with a sentence that shows what it is there for."""

from __future__ import annotations

from functools import cache

from communique.lexicon.files import read_table

COLUMNS = ("word", "example")
"""`example`: a text of our own that is read otherwise without the word (tests/lexicon/test_word_examples.py)."""


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the words of data/<name>.csv, a table with the columns `word` and `example`."""
    return frozenset(row.cells["word"] for row in read_table(name, COLUMNS, key="word"))
