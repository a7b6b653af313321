"""Proposals and provisions: every rule's examples, who proposes, which mentions are one plan, where a point ends."""

from __future__ import annotations

import re

import pytest

from communique.extract.proposals import find_proposals
from communique.extract.provisions import find_provisions
from communique.lexicon.files import Entry, read_entries
from communique.lexicon.proposals import load_proposals
from communique.records.proposals import Proposal, Provision
from conftest import ParseText

WORDS = load_proposals()
NOUNS = read_entries("proposals/en/nouns", ("id", "strength", "owners", "nouns", "examples", "counterexamples"))
STATUSES = read_entries(
    "proposals/en/statuses",
    ("id", "gives", "roles", "predicates", "examples", "counterexamples"),
    optional=("proposer",),
)
PROVISIONS = read_entries(
    "proposals/en/provisions",
    ("id", "take", "roles", "predicates", "examples", "counterexamples"),
    optional=("points",),
)

pytestmark = pytest.mark.model


def proposals(read_text: ParseText, text: str) -> list[Proposal]:
    return find_proposals(read_text(text), WORDS)


def provisions(read_text: ParseText, text: str) -> list[Provision]:
    reading = read_text(text)
    return find_provisions(reading, find_proposals(reading, WORDS), WORDS)


def entry_id(entry: Entry) -> str:
    return entry.text("id")


@pytest.mark.parametrize("entry", NOUNS, ids=entry_id)
def test_a_noun_names_a_plan_in_its_examples_only(entry: Entry, read_text: ParseText) -> None:
    for text in entry.texts("examples"):
        assert len(proposals(read_text, text)) == 1, text
    for text in entry.texts("counterexamples"):
        assert not proposals(read_text, text), text


@pytest.mark.parametrize("entry", STATUSES, ids=entry_id)
def test_a_clause_tells_a_plans_fate_in_its_examples_only(entry: Entry, read_text: ParseText) -> None:
    for text in entry.texts("examples"):
        assert [p.status for p in proposals(read_text, text)] == [entry.text("gives")], text
    for text in entry.texts("counterexamples"):
        assert entry.text("gives") not in {p.status for p in proposals(read_text, text)}, text


@pytest.mark.parametrize("entry", PROVISIONS, ids=entry_id)
def test_a_rule_hands_on_the_bracketed_points_and_no_others(entry: Entry, read_text: ParseText) -> None:
    for text in [*entry.texts("examples"), *entry.texts("counterexamples")]:
        plain = text.replace("[", "").replace("]", "")
        assert [p.text.text for p in provisions(read_text, plain)] == re.findall(r"\[(.*?)\]", text), text


@pytest.mark.parametrize(
    ("text", "title", "proposers"),
    [
        ("Indonesia put forward a five-point peace plan.", "Indonesia's five-point peace plan", ["state/IDN"]),
        ("Hanoi's proposals for a truce were published.", "Vietnam's proposals for a truce", ["state/VNM"]),
        ("The Kenyan ceasefire proposal was rejected by Sudan.", "Kenya's ceasefire proposal", ["state/KEN"]),
        ("The council adopted a draft resolution submitted by Brazil.", "Brazil's draft resolution", ["state/BRA"]),
        ("Omani and Iraqi mediators presented a truce plan.", "Oman and Iraq's truce plan", ["state/OMN", "state/IRQ"]),
        ("Togo rejected the Sudan peace plan.", "Sudan peace plan", []),
        ("Indonesia put forward the so-called 'peace plan'.", "Indonesia's peace plan", ["state/IDN"]),
        ("Israel accepted the truce deal, brokered by Qatar.", "truce deal", []),
        ("The Prespa Agreement entered into force in February.", "Prespa Agreement", []),
    ],
)  # fmt: skip
def test_the_proposer_is_who_put_it_forward(text: str, title: str, proposers: list[str], read_text: ParseText) -> None:
    assert [(p.title, [a.id for a in p.proposer]) for p in proposals(read_text, text)] == [(title, proposers)]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Kenya unveiled an eight-point peace plan.", 8),
        ("Kenya unveiled a peace plan of ten points.", 10),
        ("Kenya unveiled a peace plan. The plan consists of 6 points.", 6),
        ("Kenya unveiled a peace plan.", None),
        ("Kenya unveiled a peace plan at a point of crisis.", None),
    ],
)
def test_the_number_of_points_is_the_declared_one(text: str, points: int | None, read_text: ParseText) -> None:
    assert [p.declared_points for p in proposals(read_text, text)] == [points]


def test_all_mentions_of_a_plan_are_one_record(read_text: ParseText) -> None:
    text = (
        "Chile put forward a peace plan for Haiti on Monday.\n"
        "Peru welcomed Chile's proposals. The plan calls for elections. It also calls for a truce."
    )
    [plan] = proposals(read_text, text)
    assert [e.text for e in plan.evidence if e.role in ("trigger", "mention")] == [
        "a peace plan", "Chile's proposals", "The plan", "It",
    ]  # fmt: skip


def test_a_second_agreement_is_another_plan(read_text: ParseText) -> None:
    text = (
        "Norway left the fisheries and trade agreement on Friday. A second trade agreement was signed by Norway in May."
    )
    assert [p.status for p in proposals(read_text, text)] == ["left", "signed"]


def test_plans_of_different_parties_are_different_plans(read_text: ParseText) -> None:
    text = "Ghana presented a peace plan. Togo rejected Ghana's plan and presented a peace plan of its own."
    assert [p.title for p in proposals(read_text, text)] == ["Ghana's peace plan", "Togo's peace plan"]


def test_the_news_comes_before_its_history(read_text: ParseText) -> None:
    text = "Russia pulled out of the grain deal on Monday. The deal had been signed in July and extended twice."
    assert [p.status for p in proposals(read_text, text)] == ["left"]


def test_a_plan_told_under_after_leaves_its_time_open(read_text: ParseText) -> None:
    [plan] = proposals(read_text, "His remarks came after Peru put forward a peace plan.")
    assert plan.when is not None
    assert (plan.when.from_, plan.when.to, plan.when.relation) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "points", "addressees"),
    [
        (
            '"Both armies must stop and hold fire, open the roads, and return to talks," Kenya\'s peace plan says.',
            ["Both armies must stop and hold fire", "open the roads", "return to talks"],
            [],
        ),
        (
            "Under the Kenyan peace plan, Sudan would free all prisoners and Chad would withdraw its army.",
            ["Sudan would free all prisoners", "Chad would withdraw its army"],
            ["Sudan", "Chad"],
        ),
        (
            "The Kenyan peace plan says that dialogue is the only solution.",
            ["dialogue is the only solution"],
            [],
        ),
        (
            "Egypt's proposal sets out a process that would bring a truce and the release of prisoners.",
            ["a truce", "the release of prisoners"],
            [],
        ),
        ("The Kenyan peace plan says that war benefits nobody.", [], []),
        ("Egypt demanded that Israel withdraw.", [], []),
    ],
)
def test_each_point_is_one_provision(text: str, points: list[str], addressees: list[str], read_text: ParseText) -> None:
    found = provisions(read_text, text)
    assert [p.text.text for p in found] == points
    if addressees:
        assert [a.name for p in found for a in p.addressees] == addressees
