"""Charges and plans told again otherwise: the stems of words, people of a state, what a plan is for, who accept."""

from __future__ import annotations

import pytest
from matters import charge, entry, pact, paper, rebuttal, someone

from builders import allegation, position, proposal, span
from communique.link.folding import fold
from communique.link.relinking import link_all
from communique.link.wording import called, meant, stem, telling
from communique.records.links import Entry

OTHER = "Ring Tribune"


def together(*reports: Entry) -> bool:
    """Whether all reports are of one matter."""
    return len({place[1] if place else None for place in link_all(reports).values()}) == 1


@pytest.mark.parametrize(
    "forms",
    ["fire fires fired firing", "mine mines mined mining", "ferry ferries", "dig dug digging", "beat beaten beatings",
     "deny denied denies denying", "steal stole stolen stealing", "bridge bridges", "shell shelled shelling",
     "pass passes"],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["fire fine", "mine minister", "port post", "ship shop", "king kin", "bus bush", "ring rig"]
)
def test_other_words_have_other_stems(pair: str) -> None:
    assert len({stem(word) for word in pair.split()}) == 2


def test_like_words_are_one_and_counted_points_tell_nothing() -> None:
    assert meant("having mined two harbours") & meant("laying a landmine") == {"mine"}
    assert called("the ceasefire") == called("a truce") == {"truce"}
    assert telling("a four-point plan") == telling("the plan")


@pytest.mark.parametrize(
    ("one", "content", "printed"),
    [
        (True, "having fired on trawlers", "2024-05-06"),
        (True, "the firing", "2024-05-20"),
        (False, "having jailed anybody", "2024-05-06"),
        (False, "having fired on trawlers", "2024-09-06"),
    ],
)
def test_a_denial_in_other_forms_of_the_words_answers_the_charge(one: bool, content: str, printed: str) -> None:
    made = charge("2024-05-02", "ARV", "BOR", "firing on two trawlers")
    assert together(made, rebuttal(printed, "BOR", content, outlet=OTHER)) is one


@pytest.mark.parametrize(("one", "denier"), [(True, "BOR"), (True, "Boris Tal"), (False, "CES"), (False, "ARV")])
def test_a_state_denies_what_its_people_without_a_name_are_charged_with(one: bool, denier: str) -> None:
    art = paper("2024-05-02", "accused of robbing a wreck", ["ARV", "Borland divers?"], "Harbour Ledger")
    divers = someone(art, "Borland divers?", kind="collective", based_in=("BOR",))
    made = allegation(art, "accused", "robbing a wreck", accusers=[someone(art, "ARV")], accused=[divers])
    answer = rebuttal("2024-05-03", denier, "robbing the wreck", outlet=OTHER)
    assert together(entry(art, made), answer) is one


@pytest.mark.parametrize(
    ("one", "accused", "content"),
    [
        (True, "BOR", "laying mines in the strait"),
        (True, "BOR", "mining the strait"),
        (False, "CES", "laying mines in the strait"),
        (False, "BOR", "jamming the radar of the strait"),
    ],
)
def test_a_charge_without_its_accuser_is_the_one_in_like_words(one: bool, accused: str, content: str) -> None:
    made = charge("2024-05-02", "ARV", "BOR", "laying mines in the strait")
    art = paper("2024-05-04", f"rejected an accusation of {content}", [accused], OTHER)
    told = allegation(art, "accusation", content, accusers=[], accused=[someone(art, accused)])
    assert together(made, entry(art, told)) is one


def test_of_two_accusers_neither_is_that_of_a_charge_without_one() -> None:
    one, two = (charge("2024-05-02", who, "BOR", "laying mines", outlet=who) for who in ("ARV", "CES"))
    art = paper("2024-05-04", "rejected an accusation of laying mines", ["BOR"], OTHER)
    told = entry(art, allegation(art, "accusation", "laying mines", accusers=[], accused=[someone(art, "BOR")]))
    assert len({place[1] if place else None for place in link_all([one, two, told]).values()}) == 3


def offer(printed: str, aim: str = "", *, to: str = "", status: str = "put_forward", by: str = "CES") -> list[Entry]:
    """A plan of Cesta, put `to` some ("ARV + BOR"), and the positions of who accepts or rejects it."""
    whom, takes = [n for n in to.split(" + ") if n], status if status in ("accepted", "rejected") else ""
    art = paper(printed, f"There is a plan for {aim} {status}", [by, *whom], f"{OTHER} {printed}")
    made = proposal(
        art, "a plan", proposer=[someone(art, by)], status=status, aim=span(art, aim) if aim else None,
        addressees=() if takes else tuple(someone(art, n) for n in whom),
    )  # fmt: skip
    stances = [position(art, someone(art, n), f"{takes[:6]}s", "a plan", on=made.id) for n in whom if takes]
    return [entry(art, record) for record in (made, *stances)]


@pytest.mark.parametrize(
    ("one", "aim", "again", "printed"),
    [
        (True, "the ferries", "ferry traffic", "2024-05-20"),
        (True, "the Sund pipeline", "the Sund pipeline", "2024-09-20"),
        (True, "the ferries", "", "2024-05-20"),
        (False, "the ferries", "the prisoners", "2024-05-20"),
        (False, "mines in the strait", "tankers in the strait", "2024-05-20"),
        (False, "the ferries", "", "2024-09-20"),
    ],
)
def test_what_a_plan_is_for_tells_it_from_another_of_its_proposer(
    one: bool, aim: str, again: str, printed: str
) -> None:
    assert together(*offer("2024-05-02", aim), *offer(printed, again)) is one


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ([offer("2024-05-02", to="ARV + BOR")], "put_forward"),
        ([offer("2024-05-02", to="ARV + BOR"), offer("2024-05-04", to="ARV", status="accepted")], "under_discussion"),
        ([offer("2024-05-02", to="ARV"), offer("2024-05-04", to="ARV", status="accepted")], "accepted"),
        ([offer("2024-05-02", to="ARV + BOR"), offer("2024-05-04", to="ARV + BOR", status="accepted")], "accepted"),
        (
            [
                offer("2024-05-02", to="ARV + BOR"),
                offer("2024-05-04", to="ARV", status="accepted"),
                offer("2024-05-06", to="BOR", status="accepted"),
            ],
            "accepted",
        ),
        ([offer("2024-05-02"), offer("2024-05-04", to="ARV", status="accepted")], "accepted"),
    ],
)
def test_a_plan_is_accepted_by_all_to_whom_it_was_put(reports: list[list[Entry]], status: str) -> None:
    matter = fold([one for report in reports for one in report], None)
    assert matter is not None
    assert matter.status == status


@pytest.mark.parametrize(
    ("one", "title", "parties", "status", "printed"),
    [
        (True, "Loja agreement", "ARV + BOR", "in_force", "2024-11-02"),
        (True, "Loja accord", "ARV + BOR", "left", "2025-03-02"),
        (True, "Loja treaty", "ARV", "suspended", "2024-12-02"),
        (False, "Loja agreement", "ARV + CES", "in_force", "2024-11-02"),
        (False, "border agreement", "ARV + BOR", "in_force", "2024-11-02"),
        (False, "Loja agreement", "ARV + BOR", "in_force", "2026-11-02"),
        (False, "Loja agreement", "ARV + BOR", "signed", "2024-11-02"),
    ],
)
def test_what_becomes_of_a_treaty_within_a_year_is_of_the_one_signed(
    one: bool, title: str, parties: str, status: str, printed: str
) -> None:
    signed = pact("2024-05-02", "Loja agreement", "ARV + BOR", "signed")
    assert together(signed, pact(printed, title, parties, status, outlet=OTHER)) is one


def test_a_treaty_signed_after_one_was_left_is_another() -> None:
    left = pact("2024-05-02", "Loja agreement", "ARV + BOR", "left")
    assert not together(left, pact("2024-06-02", "Loja agreement", "ARV + BOR", "signed", outlet=OTHER))
