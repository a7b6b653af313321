"""The golden files of the samples (see tests/golden/README.md), judged as `communique evaluate records` judges them."""

from __future__ import annotations

from pathlib import Path

from communique.evaluate import records
from communique.evaluate.records import Expectation
from communique.records import Article, Record

__all__ = ["GOLDEN", "Expectation", "fulfilled", "load_expectations"]

GOLDEN = Path(__file__).parent / "golden"


def load_expectations() -> list[Expectation]:
    """Return the lines of all golden files, in order; every value stays the string that was typed."""
    return records.load_expectations(GOLDEN)


def fulfilled(expectation: Expectation, article: Article, found: list[Record]) -> bool:
    """Return whether some record fits (must), or none does (never)."""
    return records.fulfilled(expectation, article.text, found)
