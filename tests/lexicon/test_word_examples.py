"""Every row of a table with a column `example` is needed: without it, its example is read otherwise.

A row for which no such text can be written does nothing and is deleted.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from communique.annotate.parsing import nlp
from communique.annotate.readings import annotate
from communique.config import DATA
from communique.extract.records import find_records
from communique.lexicon import files
from communique.lexicon.actors import load_actors
from communique.lexicon.files import EXAMPLE, Row
from communique.lexicon.hedges import load_hedges
from communique.lexicon.lexicon import Lexicon, load_lexicon
from communique.lexicon.proposals import load_proposals
from communique.lexicon.relations import load_relations
from communique.lexicon.rules import load_rules
from communique.lexicon.statuses import load_statuses
from communique.lexicon.weights import load_weights
from communique.lexicon.words import load_words
from conftest import plain_article

DAY = "2024-05-16"
PARTS: dict[str, tuple[str, Any]] = {
    "actors": ("actors", load_actors),
    "cues": ("hedges", load_hedges),
    "proposals": ("proposals", load_proposals),
    "relations": ("relations", load_relations),
    "rules": ("events", load_rules),
    "status": ("statuses", load_statuses),
}
"""First folder of a table that the lexicon holds -> the field of the lexicon, and what fills it."""

HELD = ("actors/media_words", "proposals/en/aims")
"""Plain lists that the lexicon holds; the others are asked for by name."""

Told = Callable[[str, Lexicon], Any]


def header(path: Path) -> list[str]:
    """Return the columns of a table."""
    return path.read_text(encoding="utf-8").partition("\n")[0].split(",")


TABLES = sorted(path for path in DATA.rglob("*.csv") if EXAMPLE in header(path))
NAMES = [path.relative_to(DATA).with_suffix("").as_posix() for path in TABLES]


@pytest.fixture(scope="module")
def told() -> Told:
    """Return a function text, lexicon -> all that the product reads in it."""
    model, trained = nlp.load_model(), (load_weights("finder"), load_weights("judge"))
    tokenizer: Any = model.pipeline.tokenizer

    def tell(text: str, lexicon: Lexicon) -> Any:
        whole = nlp.kept_whole()
        if tokenizer.token_match.__self__ != whole:  # to set it costs as much as to read ten sentences
            tokenizer.token_match = whole.match
        reading = annotate(plain_article(text, DAY), lexicon, model, *trained)
        layers = (reading.mentions, reading.clauses, reading.times, reading.attributions, reading.factuality)
        return layers, *(list(find_records(reading, lexicon, all_statements)) for all_statements in (True, False))

    return tell


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Return a set of (list, word): a word that stands in it is not there for who asks for the list."""
    missing: set[tuple[str, str]] = set()

    def words(name: str) -> frozenset[str]:
        return load_words(name) - {word for table, word in missing if table == name}

    for module in list(sys.modules.values()):
        if getattr(module, "load_words", None) is load_words and module.__name__.startswith("communique."):
            monkeypatch.setattr(module, "load_words", words)
    return missing


def _lexicon_without(path: Path, key: str) -> Lexicon:
    """Return the lexicon without the row of a table whose first cell is `key`."""
    laid_over = files._laid_over

    def left(parts: Any) -> Any:
        return [i for i in laid_over(parts) if not (isinstance(i, Row) and i.path == path and key == _first(i.cells))]

    field, load = PARTS[path.relative_to(DATA).parts[0]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_laid_over", left)
        part = getattr(load, "__wrapped__", load)()
        for kind in type(part).__mro__:
            for asked in [each for each, found in vars(kind).items() if isinstance(found, cached_property)]:
                getattr(part, asked)  # tables that are loaded when they are first asked for
        return replace(load_lexicon(), **{field: part})


def _first(cells: dict[str, str]) -> str:
    return next(iter(cells.values()))


def test_there_are_tables() -> None:
    assert len(TABLES) > 100


@pytest.mark.model
@pytest.mark.parametrize("name", NAMES)
def test_each_row_changes_how_its_example_is_read(name: str, told: Told, gone: set[tuple[str, str]]) -> None:
    path = DATA / f"{name}.csv"
    plain = header(path) == ["word", EXAMPLE] and name not in HELD
    idle = []
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines(keepends=True)):
        gone.clear()
        whole = told(row[EXAMPLE], load_lexicon())
        gone.add((name, _first(row)))
        lexicon = load_lexicon() if plain else _lexicon_without(path, _first(row))
        if not row[EXAMPLE] or told(row[EXAMPLE], lexicon) == whole:
            idle.append(_first(row))
    assert idle == []
