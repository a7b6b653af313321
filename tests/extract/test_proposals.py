"""Proposals and provisions: every rule's examples, who proposes, which mentions are one plan, where a point ends."""

from __future__ import annotations

import re

import pytest

from communique.extract.plans.proposals import find_proposals
from communique.extract.plans.provisions import find_provisions
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


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad and Niger signed a border agreement on Monday.", ["Chad", "Niger"]),
        ("Tunisia suspended its part of the migration deal between Tunisia and Malta.", ["Malta", "Tunisia"]),
        ("The Chad-Niger border treaty was extended on Monday.", ["Chad", "Niger"]),
        ("Ecuador and Peru are negotiating a trade agreement in Lima.", ["Ecuador", "Peru"]),
        ("The general pulled Mali out of the peace agreement with Algeria.", ["Algeria", "Mali"]),
        ("The Egyptian-brokered truce deal was signed by Chad and Niger.", ["Chad", "Niger"]),
        ("The Pretoria peace accord was signed on Monday.", []),
        ("Norway's peace plan was accepted by Sudan.", []),
        ("Envoys from Norway discussed the peace treaty.", []),
    ],
)
def test_the_parties_of_a_deal_are_named_with_it_or_conclude_it(
    text: str, parties: list[str], read_text: ParseText
) -> None:
    [plan] = proposals(read_text, text)
    assert sorted(actor.name for actor in plan.parties) == parties


@pytest.mark.parametrize(
    ("text", "status", "stages"),
    [
        (
            "The border treaty, signed in 2010 and extended in 2015, expired on Monday.",
            "expired",
            [("signed", "2010"), ("extended", "2015")],
        ),
        (
            "Mali pulled out of the peace deal on Monday. The deal was signed in Algiers in 2015.",
            "left",
            [("signed", "2015")],
        ),
        (
            "Ghana rejected the plan on Friday. Togo put forward the peace plan in March.",
            "rejected",
            [("put_forward", "2023-03")],
        ),
        (
            "The grain deal was extended in November 2022. The deal was renewed in March 2023.",
            "extended",
            [("extended", "2023-03")],
        ),
        ("Chad rejected the Kenyan peace plan, and Niger accepted it.", "rejected", []),
        ("Chad accepted the Kenyan peace plan. Niger is studying the plan.", "under_discussion", []),
        ("Chad and Niger accepted the Kenyan peace plan after they had discussed the plan.", "accepted", []),
        ("Chad signed the border treaty in 2010. Niger signed the border treaty in 2010.", "signed", []),
        ("Chad threatened to leave the border treaty, which was signed in 2010.", "signed", []),
    ],
)
def test_what_became_of_a_plan_before_is_a_stage_of_it(
    text: str, status: str, stages: list[tuple[str, str]], read_text: ParseText
) -> None:
    [plan] = find_proposals(read_text(text, "2023-05-08"), load_proposals())
    assert plan.status == status
    assert [(stage.status, stage.when.value if stage.when else None) for stage in plan.stages] == stages


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Talks on the nuclear deal resumed. Peru left the 2015 agreement in 2018.", 1),
        ("Peru left the 2015 nuclear accord in 2018. Oman signed the nuclear accord.", 1),
        ("Chad suspended the border pact. The 2010 treaty was signed in Paris.", 1),
        ("The border treaty of 2010 is in force, Chad said. The 2010 agreement was extended in May.", 1),
        ("The pact, which has been dead since Peru withdrew from it, was signed in Lima.", 1),
        ("Peru left the 2015 nuclear accord. Oman left the 1994 nuclear accord.", 2),
        (
            "The trade agreement between Chad and Niger expired. The trade agreement between Chad and Mali was signed.",
            2,
        ),
        ("Peru left the INF treaty. Peru signed the Open Skies accord.", 2),
        ("Peru left the nuclear deal. Peru left the climate deal. Oman signed the 2015 agreement.", 3),
    ],
)
def test_a_year_or_parties_tell_agreements_apart(text: str, number: int, read_text: ParseText) -> None:
    assert len(proposals(read_text, text)) == number


@pytest.mark.parametrize(
    ("text", "proposers"),
    [
        ("The U.S.-drafted resolution was rejected by Russia.", [{"state/USA"}]),
        ("The China-drafted plan for Sudan was rejected by Ethiopia.", [{"state/CHN"}]),
        ("The Saudi-proposed truce plan was accepted by Yemen.", [{"state/SAU"}]),
        ("Iran rejected the U.N.-proposed plan.", [{"org/un"}]),
        ("Sudan accepted the Kenya-sponsored peace plan.", [{"state/KEN"}]),
        ("Kosovo rejected the EU-authored draft agreement.", [{"org/eu"}]),
        ("The hastily-drafted plan for Sudan was rejected by Ethiopia.", [set()]),
        ("Kenya proposed a truce in a four-point plan. Sudan accepted the plan.", [{"state/KEN"}, {"state/KEN"}]),
        ("Egypt proposed a ceasefire in a two-stage plan. Chad rejected the plan.", [{"state/EGY"}, {"state/EGY"}]),
        ("The Venezuelan opposition negotiators proposed a peace plan to Colombia.", [set()]),
        ("Opposition diplomats drafted a peace plan for Sudan.", [set()]),
        ("Opposition officials put forward a peace plan for Mali.", [set()]),
        ("The opposition envoys put forward a peace plan for Niger.", [set()]),
        ("Danish negotiators proposed a peace plan to Colombia.", [{"state/DNK"}]),
        (
            "The draft prepared by the UK, French and German diplomats would lift the sanctions.",
            [{"state/GBR", "state/FRA", "state/DEU"}],
        ),
        (
            "A peace plan drafted by the EU, Turkish and Serbian negotiators was rejected by Kosovo.",
            [{"org/eu", "state/TUR", "state/SRB"}],
        ),
        (
            "The 'Muscat plan' hatched by the US, Iranian and Iraqi negotiators was rejected by Kuwait.",
            [{"state/USA", "state/IRN", "state/IRQ"}],
        ),
        (
            "The 'Oslo draft' hatched by the UK, Danish and Swedish officials would end the dispute.",
            [{"state/GBR", "state/DNK", "state/SWE"}],
        ),
        ("The proposal that Egypt put to the rebels would begin with a pause.", [{"state/EGY"}]),
        ("The proposal that Norway put to both governments would begin with a ceasefire.", [{"state/NOR"}]),
        ("Norway proposed free elections in a three-page draft. Nepal welcomed the draft.", [{"state/NOR"}]),
    ],
)
def test_who_is_named_before_the_plan_or_beside_it_put_it_forward(
    text: str, proposers: list[set[str]], read_text: ParseText
) -> None:
    assert [{actor.id for actor in proposal.proposer} for proposal in proposals(read_text, text)] == proposers
