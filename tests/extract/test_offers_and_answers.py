"""Truces that are offered, and how each side answers; charges dismissed in a clause, and by who speaks for a group."""

from __future__ import annotations

import pytest

from communique.extract.claims.allegations import find_allegations
from communique.extract.claims.denials import find_denials
from communique.extract.plans.proposals import find_proposals
from communique.lexicon.hedges import load_hedges
from communique.lexicon.proposals import load_proposals
from communique.lexicon.relations import load_relations
from conftest import ParseText

pytestmark = pytest.mark.model
RELATIONS, HEDGES, PLANS = load_relations(), load_hedges(), load_proposals()
CHARGE = "Chile accused Peru of tapping its phones"


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        ("Egypt proposed a 48-hour ceasefire in Gaza. Israel rejected the proposal.", "rejected", "Egypt"),
        ("Sudan's army turned down a truce offered by Kenya.", "rejected", "Kenya"),
        ("Qatar offered Sudan a 30-day truce. Sudan said it was studying the offer.", "under_discussion", "Qatar"),
        ("Egypt proposed a 48-hour ceasefire in Gaza. Israel accepted the ceasefire.", "accepted", "Egypt"),
        ("Chad has put forward a three-month truce for the south.", "put_forward", "Chad"),
        ("Hamas accepted the Egyptian plan. Israel rejected it.", "rejected", "Egypt"),
        ("Israel rejected the Egyptian plan. Hamas accepted it.", "rejected", "Egypt"),
        ("Sudan accepted the Egyptian plan. Ethiopia is studying it.", "under_discussion", "Egypt"),
        ("Sudan accepted the Egyptian plan. Ethiopia accepted it as well.", "accepted", "Egypt"),
    ],
)
def test_a_truce_that_is_offered_is_a_plan(text: str, status: str, by: str, read_text: ParseText) -> None:
    (plan,) = find_proposals(read_text(text, "2024-06-05"), PLANS)
    assert (plan.status, [actor.name for actor in plan.proposer]) == (status, [by])


@pytest.mark.parametrize(
    "text",
    [
        "Israel violated the ceasefire, Hamas said.",
        "Fighting resumed after the truce.",
        "Russia called for a ceasefire.",
    ],
)
def test_a_truce_that_is_only_named_is_none(text: str, read_text: ParseText) -> None:
    assert not find_proposals(read_text(text, "2024-06-05"), PLANS)


@pytest.mark.parametrize(
    "text",
    [
        f"{CHARGE}, a charge that Peru dismissed as baseless.",
        f"{CHARGE}, an allegation that Lima rejected.",
        f"{CHARGE}, a claim that Peru has rejected as a fantasy.",
        f"{CHARGE}, an accusation that the Peruvian Foreign Ministry has dismissed as false.",
        f"{CHARGE}, a charge that Peru rejected as baseless.",
        "Chile accused Hamas of an attack on its ship. Hamas spokesman Sami Abu Zuhri denied any involvement.",
        "Chile accused Hamas of an attack on its ship. A Hamas spokesman denied any involvement.",
        "Sudan accused the RSF of burning a village. A spokesman for the RSF rejected the accusation.",
    ],
)
def test_the_charge_is_what_is_denied(text: str, read_text: ParseText) -> None:
    reading = read_text(text, "2024-06-05")
    (charge,) = find_allegations(reading, RELATIONS, HEDGES)
    (denial,) = find_denials(reading, [charge], RELATIONS)
    assert denial.of == (charge.id,)


@pytest.mark.parametrize(
    "text",
    [
        f"{CHARGE}. A spokesman for Hamas denied any involvement.",
        f"{CHARGE}, a charge that Bolivia repeated.",
        f"{CHARGE}, and Bolivia dismissed a minister as incapable.",
    ],
)
def test_others_deny_nothing_of_it(text: str, read_text: ParseText) -> None:
    reading = read_text(text, "2024-06-05")
    charges = find_allegations(reading, RELATIONS, HEDGES)
    assert not any(denial.of for denial in find_denials(reading, charges, RELATIONS))
