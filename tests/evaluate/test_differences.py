"""Two runs over the same articles differ in records gained, lost and changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from communique.errors import GoldError
from communique.evaluate.differences import compare

ARTICLE = {"kind": "article", "id": "a1", "text": "Norland met Sudmark."}


def _record(identity: str, kind: str = "event", **fields: Any) -> dict[str, Any]:
    return {"kind": kind, "id": identity, "status": "occurred", "confidence": 0.9, "rule": "r", "evidence": []} | fields


def _run(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" for r in (ARTICLE, *records)), encoding="utf-8")
    return path


def test_records_are_gained_lost_and_changed(tmp_path: Path) -> None:
    before = _run(tmp_path / "a.jsonl", _record("1"), _record("2"), _record("3", "statement"))
    after = _run(tmp_path / "b.jsonl", _record("2", status="planned"), _record("3", "statement"), _record("4"))
    found = compare(before, after)
    assert [r["id"] for r in found.gained] == ["4"] and [r["id"] for r in found.lost] == ["1"]
    assert [(c.record["id"], dict(c.fields)) for c in found.changed] == [("2", {"status": ("occurred", "planned")})]
    assert found.same == 1
    assert found.by_kind() == {"event": (1, 1, 1)}


def test_confidence_rule_and_evidence_are_no_change(tmp_path: Path) -> None:
    before = _run(tmp_path / "a.jsonl", _record("1"))
    after = _run(tmp_path / "b.jsonl", _record("1", confidence=0.5, rule="other", evidence=[{"text": "met"}]))
    assert compare(before, after).same == 1


def test_folders_of_outputs_are_compared_as_one_run(tmp_path: Path) -> None:
    for name in ("before", "after"):
        (tmp_path / name / "deep").mkdir(parents=True)
        _run(tmp_path / name / "deep" / "x.jsonl", _record("1"))
    _run(tmp_path / "after" / "y.jsonl", _record("2"))
    assert [r["id"] for r in compare(tmp_path / "before", tmp_path / "after").gained] == ["2"]


def test_runs_over_other_articles_are_refused(tmp_path: Path) -> None:
    before, after = _run(tmp_path / "a.jsonl"), _run(tmp_path / "b.jsonl")
    after.write_text(json.dumps({**ARTICLE, "id": "a2"}) + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match="different articles: 2"):
        compare(before, after)


@pytest.mark.parametrize("text", ["", "no json\n", '{"kind": "event"}\n', "[1]\n"])
def test_what_is_no_output_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.jsonl"):
        compare(tmp_path / "x.jsonl", tmp_path / "x.jsonl")
