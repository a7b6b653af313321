"""How newspapers tell of plans: in general, beside older deals, by their own makers, laid aside, by many and by one."""

from __future__ import annotations

import pytest

from communique import workflow
from communique.records.proposals import Position, Proposal
from communique.sources import article_from_text

pytestmark = pytest.mark.model


def plans(text: str) -> list[Proposal]:
    records = workflow.read(article_from_text(text, date="2024-03-06", language="en"))
    return [r for r in records if isinstance(r, Proposal)]


def stances(text: str) -> set[tuple[str, str]]:
    records = workflow.read(article_from_text(text, date="2024-03-06", language="en"))
    taken = [r for r in records if isinstance(r, Position) and r.rule != "position.proposer"]
    return {(r.party.iso3 or r.party.name, r.stance) for r in taken}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Trade deals were needed to protect workers, the president of Chile said.", 0),
        ("The foreign minister of Norway said that peace agreements take time.", 0),
        ("Ghana's president has praised trade pacts for years.", 0),
        ("Voters in Peru want ceasefires to last.", 0),
        ("Norway wants a durable ceasefire that would halt the fighting.", 0),
        ("Peru hopes to broker a deal that would end the conflict.", 0),
        ("The real estate deals signed by the president of Chad were small.", 0),
        ("Under the ceasefire agreement, both armies would withdraw from the town.", 1),
        ("Kenya and Uganda signed trade agreements on Friday.", 1),
        ("The peace agreements were signed by Chad and Niger.", 1),
        ("Two trade deals were signed by Chad and Niger.", 1),
    ],
)
def test_deals_in_general_are_no_deal(text: str, count: int) -> None:
    assert len(plans(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Chad struck a deal to return prisoners to Niger. The Libya deal was signed in May.", 2),
        ("Peru reached an agreement to buy gas from Bolivia. The Chile agreement was signed in May.", 2),
        ("Kenya signed a pact to sell tea to Egypt. The Sudan pact was signed a year before.", 2),
        ("Iran reached an agreement to ship uranium to Russia. The Iran agreement took effect in May.", 1),
        ("Peru reached an agreement to buy gas from Bolivia. The Bolivia agreement was signed in May.", 1),
        ("Chad struck a deal to return prisoners to Niger. The deal was signed in May.", 1),
    ],
)
def test_a_deal_with_others_is_another(text: str, count: int) -> None:
    assert len(plans(text)) == count


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The nuclear deal negotiated by the president of Iran angered Israel.", "accepted"),
        ("The border accord that Oman negotiated last year was praised by Qatar.", "accepted"),
        ("Peru and Chile finalised a trade agreement on Monday.", "accepted"),
        ("Peru and Chile are negotiating a trade agreement.", "under_discussion"),
        ("A trade agreement between Peru and Chile is being negotiated.", "under_discussion"),
        ("Peru and Chile have been finalising a trade agreement.", "under_discussion"),
        ("Mexico's president discussed his migration plan.", "put_forward"),
        ("Peru's president discussed the Mexican migration plan.", "under_discussion"),
        ("Ghana abandoned its plan for a joint patrol.", "withdrawn"),
        ("Mali abandoned the Algerian peace accord.", "left"),
        ("Chad and Niger struck a trade deal in May. The deal took effect on Monday.", "in_force"),
        ("Chad and Niger reached a border agreement. They signed the agreement in Lome.", "signed"),
        ("Chad's parliament ratified the border treaty that Niger had signed in May.", "accepted"),
        ("The trade agreement with Mexico, which Peru suspended in May, covers cars.", "suspended"),
        ("The truce with Chad, which collapsed on Monday, had lasted a year.", "expired"),
    ],
)
def test_how_far_a_plan_has_come(text: str, status: str) -> None:
    assert [p.status for p in plans(text)] == [status]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chad rejected the African Union peace plan.", "African Union's peace plan"),
        ("Togo praised the last-ditch Norwegian peace initiative.", "Norway's last-ditch peace initiative"),
        ("Chad rejected such extreme Libyan peace proposals.", "Libya's extreme peace proposals"),
        ("Togo welcomed the new three-stage Kenyan peace plan.", "Kenya's three-stage peace plan"),
        ("Chad and Niger met on Friday. They have put forward a peace plan.", "Chad and Niger's peace plan"),
        ("Both put forward a peace plan for Sudan, and Togo welcomed it.", "peace plan"),
    ],
)  # fmt: skip
def test_a_title_names_the_owner_once(text: str, title: str) -> None:
    assert [p.title for p in plans(text)] == [title]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Azerbaijan presented a draft treaty. Its foreign minister called the draft a basis for discussion.", set()),
        ("Qatar called its own peace proposal fair.", set()),
        ("Brazil tabled a draft resolution and hailed the text as balanced.", set()),
        ("Azerbaijan presented a draft treaty. Armenia called the draft a good basis.", {("ARM", "welcomes")}),
        ("Qatar called the Omani peace proposal fair.", {("QAT", "welcomes")}),
        ("Kenya's opposition leader rejected the Ugandan peace plan.", {("Kenya's opposition leader", "rejects")}),
        ("A Kenyan senator rejected the Ugandan peace plan.", {("Kenyan senator", "rejects")}),
        ("Kenya's foreign minister rejected the Ugandan peace plan.", {("KEN", "rejects")}),
        ("Peru refused to discuss a withdrawal of its ships.", {("PER", "rejects")}),
        ("Chad refused to attend the talks.", {("TCD", "rejects")}),
        ("Chile declined to discuss the border.", set()),
        ("Peru did not discuss a withdrawal.", set()),
        ("Chad accepted the plan on Monday and Niger accepted it on Friday.", {("TCD", "accepts"), ("NER", "accepts")}),
        ("Chad and Niger said that they had accepted the plan.", {("TCD", "accepts"), ("NER", "accepts")}),
        ("A president must be ready to talk, Chad's foreign minister said.", set()),
        ("There is no reason why Niger should leave, Chad's foreign minister said.", set()),
        ("Niger should leave, Chad's foreign minister said.", {("TCD", "demands")}),
        ("The people whom the president of Chad wanted to offend were absent.", set()),
        ("Chad's president is accepting congratulations.", set()),
        ("Chad once supported the Kenyan peace plan.", set()),
        ("Chad initially welcomed the treaty that it now rejects.", {("TCD", "rejects")}),
    ],
)
def test_who_takes_a_stance(text: str, taken: set[tuple[str, str]]) -> None:
    assert stances(text) == taken


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hungary balked at the EU's plan to use frozen Russian assets.", 1),
        ("Kenya criticised Britain's plan to send migrants to Rwanda.", 1),
        ("Jordan condemned the Israeli plan to build a road through the valley.", 1),
        ("Egypt objected to Ethiopia's plan to fill the dam.", 1),
        ("Niger welcomed Chad's plan to open a consulate.", 1),
        ("The opposition criticised Britain's plan to send migrants to Rwanda.", 0),
        ("Chad's plan to open a consulate was praised by its president.", 0),
        ("Chad's plan to visit Oslo fell through.", 0),
        ("Kenya unveiled a plan to send troops to Haiti.", 0),
    ],
)
def test_what_a_state_plans_to_do_is_a_plan_once_another_answers(text: str, count: int) -> None:
    assert len(plans(text)) == count
