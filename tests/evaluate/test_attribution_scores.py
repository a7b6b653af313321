"""Attributions agree by their words: content first, then source and cue."""

from __future__ import annotations

from typing import Any

import pytest

from communique.evaluate.attribution import TASK
from communique.evaluate.measures import Row

TEXT = "Orsola told us the border “will reopen” soon. “Never,” Petar replied. Envoys hope for calm."


def _at(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]] if words else []


def _speech(source: str, cue: str, content: str) -> dict[str, Any]:
    return {"source": _at(source), "cue": _at(cue), "content": _at(content)}


MIXED = _speech("Orsola", "told", "the border “will reopen” soon")
DIRECT = _speech("Petar", "replied", "“Never,”")
HOPE = _speech("Envoys", "hope", "for calm")
GOLD = {"id": "a", "text": TEXT, "attributions": [MIXED, DIRECT, HOPE]}


def _rows(*found: dict[str, Any], **gold: Any) -> dict[str, Row]:
    counts = TASK.count({**GOLD, **gold}, {"id": "a", "attributions": list(found)})
    return {row.name: row for row in TASK.measure(counts)}


def test_gold_against_itself_is_all_right() -> None:
    rows = _rows(HOPE, DIRECT, MIXED)
    assert all(row.value == 1.0 for row in rows.values())
    assert [rows[f"triple, {kind}"].gold for kind in ("direct", "mixed", "indirect")] == [1, 1, 1]


def test_a_wrong_source_loses_the_triple_and_keeps_the_content() -> None:
    rows = _rows(_speech("Petar", "told", "the border “will reopen” soon"), DIRECT)
    assert (rows["content"].right, rows["triple"].right, rows["triple"].predicted) == (2, 1, 2)
    assert rows["source given content"].value == 0.5


@pytest.mark.parametrize(
    ("content", "right"), [("border “will reopen”", 1), ("the border “will reopen” soon. “Never,”", 1), ("soon", 0)]
)
def test_half_of_the_words_must_be_the_same(content: str, right: int) -> None:
    assert _rows(_speech("Orsola", "told", content))["triple"].right == right


def test_the_same_one_twice_is_invented_once() -> None:
    assert _rows(HOPE, HOPE)["triple"].precision == 0.5


def test_what_lies_in_discarded_text_is_neither_right_nor_wrong() -> None:
    rows = _rows(DIRECT, HOPE, attributions=[DIRECT], discard=_at("Envoys hope for calm"))
    assert rows["triple"].predicted == 1


def test_errors_name_the_cue_and_show_the_content() -> None:
    wrong = _speech("Petar", "told", "the border “will reopen” soon")
    found = list(TASK.errors(GOLD, {"id": "a", "attributions": [wrong, _speech("Petar", "told", "us")]}))
    assert [error.cause for error in found] == [
        "wrong source: told",
        "missed: replied",
        "missed: hope",
        "invented: told",
    ]
    assert "[for calm]" in found[2].text
