"""Every word of every plain list has an example: a text that is read otherwise when the word is taken out.

A word for which no such text can be written does nothing and is deleted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from conftest import plain_article

from communique.annotate.parsing import nlp
from communique.annotate.readings import annotate
from communique.config import DATA
from communique.extract.records import find_records
from communique.lexicon.files import read_csv
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.weights import load_weights
from communique.lexicon.words import COLUMNS, load_words

LISTS = sorted(
    path.relative_to(DATA).with_suffix("").as_posix()
    for path in DATA.rglob("*.csv")
    if path.read_text(encoding="utf-8").startswith(",".join(COLUMNS) + "\n")
)
DAY = "2024-05-16"

Told = Callable[[str], Any]


@pytest.fixture(scope="module")
def told() -> Told:
    """Return a function text -> all that the product reads in it."""
    model, lexicon, trained = nlp.load_model(), load_lexicon(), (load_weights("finder"), load_weights("judge"))

    def tell(text: str) -> Any:
        model.pipeline.tokenizer.token_match = nlp.kept_whole().match  # type: ignore[attr-defined]
        reading = annotate(plain_article(text, DAY), lexicon, model, *trained)
        layers = (reading.mentions, reading.clauses, reading.times, reading.attributions, reading.factuality)
        return layers, *(list(find_records(reading, lexicon, all_statements)) for all_statements in (True, False))

    return tell


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Return a set of (list, word): what stands in it is not in its list."""
    missing: set[tuple[str, str]] = set()

    def without(name: str) -> frozenset[str]:
        return load_words(name) - {word for list_, word in missing if list_ == name}

    for module in list(sys.modules.values()):
        if getattr(module, "load_words", None) is load_words and module.__name__.startswith("communique."):
            monkeypatch.setattr(module, "load_words", without)
    return missing


def test_there_are_lists() -> None:
    assert len(LISTS) > 100


@pytest.mark.model
@pytest.mark.parametrize("name", LISTS)
def test_each_word_changes_how_its_example_is_read(name: str, told: Told, gone: set[tuple[str, str]]) -> None:
    idle = []
    for row in read_csv(DATA / f"{name}.csv", COLUMNS):
        gone.clear()
        whole = told(row["example"])
        gone.add((name, row["word"]))
        if not row["example"] or told(row["example"]) == whole:
            idle.append(row["word"])
    assert idle == []
