"""Decision 3: one referent, one record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import actor, allegation, article, denial, engagement, event, position, proposal, provision, statement
from communique.errors import RecordError
from communique.records import Article, Event, Record
from communique.records.referents import check_referents, targets

TEXT = (
    "Chad's Foreign Ministry announced that President Deby would visit Algiers. Libya accused Chad of arming rebels. "
    "Chad denied this. Algeria proposed a truce that opens the border."
)


def record_of(text: Article) -> list[Record]:
    ministry = actor(text, "Chad's Foreign Ministry", "organ/tcd-foreign-ministry")
    libya, chad = actor(text, "Libya", "state/LBY"), actor(text, "Chad", "state/TCD")
    visit = engagement(
        text, "visit", type="visit", status="announced", participants=[actor(text, "President Deby", "person/deby")]
    )
    news = statement(
        text, ministry, "announced", "President Deby would visit Algiers", act="announce", about=(visit.id,)
    )
    charge = allegation(text, "accused", "arming rebels", accusers=[libya], accused=[chad])
    answer = denial(text, chad, "denied", of=[charge.id])
    truce = proposal(text, "a truce", proposer=[actor(text, "Algeria", "state/DZA")])
    point = provision(text, truce, "opens the border")
    stance = position(text, actor(text, "Algeria", "state/DZA"), "proposes", "a truce", on=truce.id)
    return [visit, news, charge, answer, truce, point, stance, event(text, "arming", "AID", status="alleged")]


def test_speech_points_at_its_matter_and_never_copies_it() -> None:
    check_referents(record_of(article(TEXT)))


@given(st.permutations(range(8)))
def test_the_order_of_records_does_not_matter(order: list[int]) -> None:
    records = record_of(article(TEXT))
    check_referents([records[i] for i in order])


@given(st.integers(0, 7))
def test_without_its_target_a_record_that_points_at_it_is_refused(left_out: int) -> None:
    records = record_of(article(TEXT))
    rest = [r for i, r in enumerate(records) if i != left_out]
    pointing = {t for r in rest for t in targets(r)}
    if records[left_out].id in pointing:
        with pytest.raises(RecordError, match="which is not there"):
            check_referents(rest)
    else:
        check_referents(rest)


def test_an_accusation_is_not_a_statement_too() -> None:
    text = article(TEXT)
    libya = actor(text, "Libya", "state/LBY")
    twice = statement(text, libya, "accused", "arming rebels", act="accuse")
    with pytest.raises(RecordError, match="tell the same thing"):
        check_referents([*record_of(text), twice])


def test_a_visit_is_not_an_event_too() -> None:
    text = article(TEXT)
    with pytest.raises(RecordError, match="tell the same thing"):
        check_referents([*record_of(text), event(text, "visit", "CONSULT", status="announced")])


@given(st.sampled_from(["occurred", "planned", "alleged", "denied"]), st.floats(0, 1))
def test_another_status_or_confidence_makes_no_second_referent(status: str, confidence: float) -> None:
    text = article(TEXT)
    first = event(text, "arming", "AID", status="alleged")
    again: Event = replace(first, status=status, confidence=confidence)  # type: ignore[arg-type]
    assert again.id == first.id
    with pytest.raises(RecordError, match="tell the same thing"):
        check_referents([first, again])


def test_an_ordinal_tells_apart_two_happenings_of_one_word() -> None:
    text = article("Malawi and Zambia recalled their ambassadors.")
    first = event(text, "recalled", "REJECT")
    check_referents([first, replace(first, ordinal=1)])
