"""The tour of `demo`: every command of it answers, and each answer says what the stories tell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from communique.cli import tour
from communique.records.views import Run
from communique.store import open_store
from communique.workflow import enter
from stories.followed import Followed

RUN = Run(version="0", model="as read", lexicon="built-in")


@pytest.mark.model
def test_each_question_of_the_tour_is_answered(
    followed: Mapping[str, Followed], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour, "LOADS", (["check"],))  # the articles are read already: they need not be read again
    monkeypatch.setenv("COLUMNS", "140")
    told = [pair for name in ("caucasus", "kell_strait") for pair in followed[name].story]
    with open_store(tmp_path / "tour.db") as store:
        for number, (article, records) in enumerate(told):
            enter(store, article, records, RUN, f"2024-05-01T12:00:{number:02}.000000Z")
    assert tour.show_tour(tmp_path / "tour.db") == 0
    shown = capfd.readouterr().out
    answers = shown.split("\n$ communique ")[1:]
    assert len(answers) == len(tour.questions())
    assert all(len(answer.splitlines()) > 4 for answer in answers), "an answer of nothing but its clocks"
    assert "outcome unreported" not in next(a for a in answers if "--as-of 2024-03-20" in a)
    assert "unreported" in next(a for a in answers if "--as-of 2024-03-21" in a)
    assert '"tangible progress' in next(a for a in answers if a.startswith("statements"))
    assert "2023-05-25 from “Thursday evening”" in answers[-1]


def test_the_tour_asks_all_ten_questions() -> None:
    asked = {words[0] for _, words in tour.questions()}
    assert asked >= {"engagements", "allegations", "proposals", "pending", "statements", "positions", "since", "actor"}
    assert asked >= {"basis", "why"}
