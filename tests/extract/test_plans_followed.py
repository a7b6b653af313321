"""Turns of plans by which later ones take them up: to whom one is put, between whom it is, what of it is dropped."""

from __future__ import annotations

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records.proposals import Proposal
from conftest import ParseText

pytestmark = pytest.mark.model


def plans(read_text: ParseText, text: str) -> list[Proposal]:
    return [r for r in find_records(read_text(text, "2023-06-01"), load_lexicon()) if isinstance(r, Proposal)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kenya proposed a truce plan to Sudan and Chad.", {"SDN", "TCD"}),
        ("Kenya presented a draft treaty on fishing to Sudan and Chad.", {"SDN", "TCD"}),
        ("Kenya put forward a peace plan for Sudan and Chad.", {"SDN", "TCD"}),
        ("Kenya put forward a plan to end the dispute between Sudan and Chad over the border.", {"SDN", "TCD"}),
        ("Sudan rejected the draft peace treaty. Chad accepted the draft.", {"SDN", "TCD"}),
        ("Kenya put forward a peace plan for the border.", set()),
        ("Kenya put forward a peace plan in Nairobi.", set()),
        ("Kenya's peace plan was welcomed in Chad.", set()),
    ],
)
def test_to_whom_a_plan_is_put_is_told(text: str, whom: set[str], read_text: ParseText) -> None:
    (plan,) = plans(read_text, text)
    assert {actor.iso3 for actor in plan.addressees} == whom


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Loja agreement on mining between Peru and Ecuador came into force.", {"PER", "ECU"}),
        ("The treaty on the Sangha river between Gabon and Cameroon expired.", {"GAB", "CMR"}),
        ("Finland suspended the pact on trade between Finland and Norway.", {"FIN", "NOR"}),
        ("Gabon left the treaty on rivers.", {"GAB"}),
    ],
)
def test_between_whom_an_agreement_is_may_stand_behind_what_it_is_about(
    text: str, parties: set[str], read_text: ParseText
) -> None:
    (plan,) = plans(read_text, text)
    assert {actor.iso3 for actor in plan.parties} == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Georgia has dropped two points of its peace plan.", "put_forward"),
        ("Georgia withdrew the third point of its peace plan.", "put_forward"),
        ("Georgia has dropped its peace plan.", "withdrawn"),
        ("Georgia has dropped all points of its peace plan.", "withdrawn"),
    ],
)
def test_who_drops_a_point_has_not_withdrawn_the_plan(text: str, status: str, read_text: ParseText) -> None:
    assert [plan.status for plan in plans(read_text, text)] == [status]


@pytest.mark.parametrize(
    ("text", "proposer"),
    [
        ("Chile proposed a joint commission in a four-point plan.", ["CHL"]),
        ("Peru suggested a truce in a draft treaty handed to both sides.", ["PER"]),
        ("Chile put forward a ceasefire in its peace plan.", ["CHL"]),
        ("Chile proposed a joint commission provided for in the 2010 peace accord.", []),
    ],
)
def test_who_proposes_something_in_a_plan_proposes_the_plan(
    text: str, proposer: list[str], read_text: ParseText
) -> None:
    assert [actor.iso3 for plan in plans(read_text, text)[-1:] for actor in plan.proposer] == proposer


def test_an_amended_treaty_is_the_treaty_proposed(read_text: ParseText) -> None:
    text = "Chile has amended its proposed treaty on the river. Peru is willing to discuss the {} treaty."
    for word in ("amended", "revised", "updated", "modified", "rewritten"):
        assert len(plans(read_text, text.format(word))) == 1
