"""Plans known by what they are written in or made of: a draft of a treaty, five principles, a treaty's articles."""

from __future__ import annotations

import pytest

from communique.extract.plans.proposals import find_proposals
from communique.lexicon.proposals import load_proposals
from communique.records.proposals import Proposal
from conftest import ParseText

pytestmark = pytest.mark.model
WORDS = load_proposals()


def plans(read_text: ParseText, text: str) -> list[Proposal]:
    return find_proposals(read_text(text), WORDS)


def told(read_text: ParseText, text: str) -> list[tuple[list[str], str]]:
    return [([a.name for a in p.proposer], p.title) for p in plans(read_text, text)]


@pytest.mark.parametrize(
    ("text", "proposer", "title"),
    [
        ("Armenia has sent Azerbaijan its draft of a peace treaty.", "Armenia", "Armenia's draft of a peace treaty"),
        ("Peru's draft of the border treaty was discussed.", "Peru", "Peru's draft of the border treaty"),
        ("Kenya submitted a draft of a trade agreement.", "Kenya", "Kenya's draft of a trade agreement"),
        ("Oman handed both sides a draft of a truce deal.", "Oman", "Oman's draft of a truce deal"),
        ("Chad presented proposals for a peace accord.", "Chad", "Chad's proposals for a peace accord"),
        ("Serbia rejected Kosovo's draft of a border pact.", "Kosovo", "Kosovo's draft of a border pact"),
    ],
)
def test_a_draft_of_a_treaty_and_the_treaty_are_one_plan(
    text: str, proposer: str, title: str, read_text: ParseText
) -> None:
    assert told(read_text, text) == [([proposer], title)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway put forward proposals for the Minsk agreement, which Russia signed in 2015.",
        "Norway put forward a peace plan. Chad and Niger signed the border treaty.",
        "Norway tabled a draft on Monday. Chad and Niger signed a border treaty.",
    ],
)
def test_what_is_about_a_treaty_or_beside_one_is_another_plan(text: str, read_text: ParseText) -> None:
    assert len(plans(read_text, text)) == 2


@pytest.mark.parametrize(
    ("text", "points", "proposer"),
    [
        ("The talks go back to five principles that Azerbaijan put forward in March.", 5, "Azerbaijan"),
        ("Kenya put forward six principles for ending the war in Sudan.", 6, "Kenya"),
        ("The United States set out 15 terms in a letter to Iran.", 15, "United States"),
        ("Three suggestions were submitted to both governments by Norway.", 3, "Norway"),
        ("Talks resumed on the basis of four parameters which the European Union had proposed.", 4, "European Union"),
        ("Seven ideas drafted by Oman were handed to the two delegations.", 7, "Oman"),
    ],
)
def test_points_that_are_counted_and_put_forward_are_a_plan(
    text: str, points: int, proposer: str, read_text: ParseText
) -> None:
    assert [(p.declared_points, p.proposer[0].name, p.status) for p in plans(read_text, text)] == [
        (points, proposer, "put_forward")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chile stands by the principle of non-intervention.",
        "Armenia rejected two principles.",
        "Five principles guide the work of the agency.",
        "Norway put forward a principle.",
        "The three ideas were discussed in Oslo.",
    ],
)
def test_points_that_nobody_put_forward_or_counted_are_none(text: str, read_text: ParseText) -> None:
    assert plans(read_text, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Brazil proposed a peace plan. Peru rejected the idea of a summit.",
        "Brazil proposed a peace plan. Peru rejected the principle of shared rule.",
        "Brazil proposed a peace plan. Peru rejected the terms of the loan.",
    ],
)
def test_the_idea_of_something_is_not_the_plan_told_before(text: str, read_text: ParseText) -> None:
    assert [p.status for p in plans(read_text, text)] == ["put_forward"]


@pytest.mark.parametrize(
    "text",
    [
        "Brazil proposed a peace plan. Peru rejected the idea.",
        "Brazil proposed a peace plan. Peru rejected the terms.",
        "Brazil proposed a peace plan. Peru rejected the principles.",
    ],
)
def test_the_idea_alone_is_that_plan(text: str, read_text: ParseText) -> None:
    assert [p.status for p in plans(read_text, text)] == ["rejected"]
