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
    ("text", "sides"),
    [
        ("Armenia has sent Azerbaijan its draft of a peace treaty.", "Armenia + Azerbaijan"),
        ("Peru handed Chile its proposals for a border treaty.", "Chile + Peru"),
        ("Chad submitted a draft trade accord to Niger in May.", "Chad + Niger"),
        ("Kenya presented a draft peace treaty to Sudan and Chad on Monday.", "Chad + Sudan"),
        ("Norway sent Latvia and Estonia a draft agreement on cod.", "Estonia + Latvia"),
        ("Qatar handed Israel a truce proposal.", ""),
        ("Peru sent the United Nations its draft of a border treaty.", ""),
        ("The European Union sent Serbia a draft agreement.", ""),
        ("Armenia has drafted a peace treaty.", ""),
    ],
)
def test_a_draft_treaty_is_between_those_who_exchange_it(text: str, sides: str, read_text: ParseText) -> None:
    (plan,) = plans(read_text, text)
    assert " + ".join(sorted(actor.name for actor in plan.parties)) == sides


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


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The foreign ministers of Chad and Niger agreed on further articles of a draft peace treaty.",
         "under_discussion"),
        ("Chile and Peru agreed on two chapters of the border treaty.", "under_discussion"),
        ("Chile and Peru agreed on most points of a trade deal.", "under_discussion"),
        ("Kenya accepted three provisions of the Somali peace plan.", "under_discussion"),
        ("Iran agreed to some parts of the nuclear agreement.", "under_discussion"),
        ("Chile and Peru agreed on the text of the border treaty.", "accepted"),
        ("Chile and Peru agreed on all articles of the border treaty.", "accepted"),
        ("Chile and Peru agreed on a border treaty.", "accepted"),
    ],
)  # fmt: skip
def test_who_accepts_some_of_a_plan_has_not_accepted_it(text: str, status: str, read_text: ParseText) -> None:
    assert [p.status for p in plans(read_text, text)] == [status]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The foreign ministers of Chad and Niger agreed on a border treaty.", ["NER", "TCD"]),
        ("The presidents of Iran and Iraq signed a border treaty.", ["IRN", "IRQ"]),
        ("The leaders of Serbia and Kosovo discussed the trade agreement.", ["SRB", "XKX"]),
        ("The defence ministers of Chile and Peru agreed on a trade agreement.", ["CHL", "PER"]),
        ("The prime ministers of Mongolia and Nepal concluded a border accord.", ["MNG", "NPL"]),
        ("Rebels and officials signed a peace deal.", []),
        ("The foreign minister of Chad signed a trade agreement.", ["TCD"]),
    ],
)
def test_those_who_act_for_states_conclude_it_for_them(text: str, parties: list[str], read_text: ParseText) -> None:
    assert sorted(a.iso3 for p in plans(read_text, text) for a in p.parties if a.iso3) == parties
