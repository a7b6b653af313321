"""Texts without diplomacy give hardly a record: sport, business, weather, recipes, though they name countries and
quote.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import workflow
from communique.config import CONFIDENT
from communique.lexicon.files import read_yaml
from communique.sources import article_from_text

FILE = Path(__file__).parent.parent / "evaluation" / "no_diplomacy.yaml"
TEXTS = [(entry.text("topic"), text) for entry in read_yaml(FILE) for text in entry.texts("texts")]
MOST = 5


def test_there_are_two_hundred_paragraphs_of_many_topics() -> None:
    assert len(set(TEXTS)) == len(TEXTS) == 200
    assert len({topic for topic, _ in TEXTS}) >= 10


@pytest.mark.model
def test_at_most_five_records_come_out_of_them_all() -> None:
    found = []
    for topic, text in TEXTS:
        article = article_from_text(text, date="2024-03-01", language="en")
        found += [(topic, r.kind, r.evidence[0].text) for r in workflow.read(article) if r.confidence >= CONFIDENT]
    assert len(found) <= MOST, found


def test_what_the_finder_learns_from_shares_no_five_words_with_what_counts_its_false_alarms() -> None:
    learned = {text for entry in read_yaml(FILE.parent / "everyday.yaml") for text in entry.texts("texts")}
    assert not {run for text in learned for run in five(text)} & {run for _, text in TEXTS for run in five(text)}


def five(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}
