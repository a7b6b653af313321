"""The tables by which reports are tied: the ladders are those of the decision page, credits do what they show."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import get_args

import pytest

from communique.config import DATA
from communique.errors import LexiconError
from communique.lexicon.links import RUNGS, Credit, Form, load_links
from communique.records.events import EngagementType, EventStatus

PAGE = Path(__file__).parents[2] / "docs/decisions/0006-threads.md"
LINKS = load_links()


def _printed(ladder: str) -> list[list[str]]:
    """The table of a ladder as the decision page prints it, without the rule under its header."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = lines.index(next(line for line in lines if line.startswith(f"| {ladder}: now |")))
    rows = [line for line in lines[start : start + len(RUNGS[ladder]) + 2] if line.startswith("|")]  # type: ignore[index]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if "---" not in row]
    return [["now", *cells[0][1:]], *cells[1:]]


@pytest.mark.parametrize("ladder", RUNGS)
def test_the_decision_page_prints_the_ladder_that_is_used(ladder: str) -> None:
    with (DATA / "links" / f"{ladder}_steps.csv").open(encoding="utf-8", newline="") as table:
        assert _printed(ladder) == list(csv.reader(table))


def test_what_is_claimed_again_stays() -> None:
    for ladder in ("engagement", "proposal", "allegation"):
        steps = LINKS.ladders[ladder]
        assert {steps.cell(rung, rung)[0] for rung in RUNGS[ladder]} == {"="}


def test_every_status_of_an_event_and_every_type_of_engagement_is_placed() -> None:
    assert set(LINKS.ladders["event"].groups) == set(get_args(EventStatus))
    assert set(LINKS.families) == set(get_args(EngagementType))


def test_held_is_left_by_no_row_of_the_table() -> None:
    held = {claim: LINKS.ladders["engagement"].cell("held", claim) for claim in RUNGS["engagement"]}
    assert {cell[0] for cell in held.values()} == {"="}
    assert [claim for claim, cell in held.items() if cell == "=!"] == ["postponed", "cancelled", "refused"]


@pytest.mark.parametrize("credit", LINKS.credits, ids=lambda credit: credit.id)
def test_credits_find_the_agencies_of_their_examples(credit: Credit) -> None:
    assert len(credit.examples) >= 5
    for example in credit.examples:
        words, _, agency = example.rpartition(" -> ")
        found = credit.pattern.search(words)
        assert found is not None, example
        assert "-".join(found["agency"].casefold().split()) == agency
    assert len(credit.counterexamples) >= 3
    assert [words for words in credit.counterexamples if credit.pattern.search(words)] == []


@pytest.mark.parametrize("form", LINKS.all_points, ids=lambda form: form.id)
def test_topics_that_mean_every_point_are_told_from_those_that_mean_some(form: Form) -> None:
    assert len(form.examples) >= 4 and len(form.counterexamples) >= 3
    assert [words for words in form.examples if not form.pattern.match(words)] == []
    assert [words for words in form.counterexamples if form.pattern.match(words)] == []


BAD = [
    ("engagement_steps.csv", "now,hypothetical\nheld,=\n", "column"),
    ("weights.yaml", "- {id: engagement.join, value: much, says: no number}\n", "is no number"),
    ("en/credits.yaml", "- {id: x, segments: [], pattern: '(', examples: [], counterexamples: []}\n", "pattern"),
    ("en/credits.yaml", "- {id: x, segments: [], pattern: 'a', examples: [], counterexamples: []}\n", "agency"),
]


@pytest.mark.parametrize(("name", "text", "complaint"), BAD)
def test_bad_tables_are_refused_with_file_and_line(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    path = tmp_path / "links" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=complaint) as caught:
        load_links(tmp_path)
    assert str(path) in str(caught.value)
