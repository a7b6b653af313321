"""Golden files: lines that a record must fit, or that none may fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import actor, article, engagement, event
from communique.errors import CommuniqueError, GoldError
from communique.evaluate.records import TASK, load_golden
from communique.records.codec import to_data

TEXT = "Norland and Sudmark met on 4 May. Norland did not recall its envoy."
GOLDEN = """
must:
  - {kind: engagement, at: "met on", status: held, who: [state/NLD, state/SUD]}
  - {kind: engagement, at: "met on", type: [visit, summit]}
  - {kind: event, at: recall, who: [state/NLD], gap: yes}
never:
  - {kind: event, at: recall, status: [occurred, planned]}
  - {kind: engagement, at: recall}
"""


def _gold(folder: Path, golden: str = GOLDEN) -> Path:
    (folder / "envoy.yaml").write_text(golden, encoding="utf-8")
    (folder / "envoy.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_lines_are_counted_by_whether_they_hold(tmp_path: Path) -> None:
    (item,) = load_golden(_gold(tmp_path))
    text = article(TEXT)
    both = [actor(text, "Norland", "state/NLD"), actor(text, "Sudmark", "state/SUD")]
    records = [engagement(text, "met", participants=both), event(text, "recall", "REJECT", status="occurred")]
    found = {"id": item.id, "records": [to_data(record) for record in records]}
    rows = {row.name: row for row in TASK.measure(TASK.count(item.gold, found))}
    assert (rows["must"].right, rows["must"].gold) == (1, 3)
    assert (rows["never"].right, rows["never"].gold) == (1, 2)
    causes = [error.cause for error in TASK.errors(item.gold, found)]
    assert causes == ["must engagement", "known gap, must event", "never event"]


def test_a_question_is_the_text_alone(tmp_path: Path) -> None:
    (item,) = load_golden(_gold(tmp_path) / "envoy.yaml")
    assert item.question.text == TEXT and "state/NLD" not in repr(item.question)
    assert item.question.dct is None


def test_the_day_of_an_article_that_lies_beside_stands_in_the_golden_file(tmp_path: Path) -> None:
    (item,) = load_golden(_gold(tmp_path, f"day: 2024-05-06\n{GOLDEN}"))
    assert item.question.dct == "2024-05-06"


def test_a_sample_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "iran_drones.yaml").write_text("must: []\nnever:\n  - {kind: event, at: the}\n", encoding="utf-8")
    (item,) = load_golden(tmp_path)
    assert item.question.dct is not None and len(item.question.text) > 500


@pytest.mark.parametrize(
    "golden",
    ["must: []\nnever: []\n", "must: {kind: event}\n", "must: [{kind: event}]\n", "", "must: [\n"],
)
def test_what_is_no_golden_file_is_refused(golden: str, tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match=r"yaml|golden"):
        load_golden(_gold(tmp_path, golden))


def test_a_missing_article_is_refused(tmp_path: Path) -> None:
    (_gold(tmp_path) / "envoy.txt").unlink()
    with pytest.raises(GoldError, match=r"no article envoy\.txt"):
        load_golden(tmp_path)


def test_words_that_are_not_in_the_article_are_refused(tmp_path: Path) -> None:
    (item,) = load_golden(_gold(tmp_path, 'must: [{kind: event, at: "never there"}]\n'))
    with pytest.raises(GoldError, match="are not in the article"):
        TASK.count(item.gold, {"id": item.id, "records": []})
