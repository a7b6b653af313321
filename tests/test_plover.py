"""The projection onto PLOVER events: speech, meetings and deeds by their type, folded by their status, told once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import actor, allegation, article, engagement, event, participant, statement
from communique.lexicon.codebook import load_codebook
from communique.plover import PloverEvent, project
from communique.records import Actor, Record, Where

CODEBOOK = load_codebook()
TEXT = article(
    "Norway said Chad and Mali would meet in Oslo; Norway accused Chad of sending troops to attack Mali with rebels."
)
NORWAY = actor(TEXT, "Norway", "state/NOR")
CHAD = actor(TEXT, "Chad", "state/TCD")
MALI = actor(TEXT, "Mali", "state/MLI")
REBELS = actor(TEXT, "rebels", "mention/rebels", kind="movement", based_in=("TCD",))
NOBODY = actor(TEXT, "troops", "mention/troops", kind="unknown")


def only(*records: Record) -> PloverEvent:
    found = project(records, CODEBOOK)
    assert len(found) == 1
    return found[0]


def shape(found: PloverEvent) -> tuple[str, str | None, tuple[str, ...], tuple[str, ...]]:
    return found.type, found.mode, found.actors, found.recipients


def test_a_fact_keeps_its_type_and_mode() -> None:
    told = event(TEXT, "attack", "ASSAULT", mode="aerial", actors=[CHAD], recipients=[MALI])
    assert shape(only(told)) == ("ASSAULT", "aerial", ("TCD",), ("MLI",))
    assert only(told).score == -9.5
    assert only(told).folding is None


@pytest.mark.parametrize(
    ("type_", "mode", "status", "expected"),
    [
        ("AID", None, "announced", ("AGREE", None, ("TCD",), ("MLI",))),
        ("RETREAT", "withdraw", "announced", ("CONCEDE", None, ("TCD",), ("MLI",))),
        ("ASSAULT", "aerial", "threatened", ("THREATEN", "violence", ("TCD",), ("MLI",))),
        ("SUPPORT", None, "refused", ("REJECT", "assist", ("TCD",), ("MLI",))),
        ("RETREAT", "release", "demanded", ("REQUEST", "yield", ("NOR",), ("TCD",))),
        ("ASSAULT", None, "alleged", ("ACCUSE", "allege", ("NOR",), ("TCD",))),
    ],
)
def test_what_has_not_happened_is_folded(type_: Any, mode: str | None, status: Any, expected: object) -> None:
    told = event(TEXT, "attack", type_, mode=mode, status=status, actors=[CHAD], recipients=[MALI], holder=((NORWAY,),))
    assert shape(only(told)) == expected


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        (("organ/TCD-coast-guard", "organ/MLI-coast-guard"), ("TCD", "MLI")),
        (("state/XKX", "state/MLI"), ("KOS", "MLI")),
        (("NOR", "org/un"), ("NOR", "UNO")),
        (("person/ana-ruiz",), ()),
        (("EST", "LTU", "LVA"), ("EST", "LTU", "LVA")),
        (("DNK", "FIN", "ISL", "NOR", "SWE"), ("IGO",)),  # "Nordic leaders": one party, no twenty pairs
    ],
)
def test_a_collective_has_the_codes_of_its_members(members: tuple[str, ...], codes: tuple[str, ...]) -> None:
    both = actor(TEXT, "rebels", "collective/both", kind="collective", members=members)
    told = event(TEXT, "attack", "ASSAULT", actors=[both], recipients=[NORWAY])
    assert only(told).actors == codes


def test_many_states_that_the_text_has_named_are_themselves() -> None:
    five = actor(TEXT, "rebels", "collective/five-countries", kind="collective", members=("DNK", "FIN", "ISL", "NOR"))
    told = event(TEXT, "attack", "ASSAULT", actors=[replace(five, basis="inferred")], recipients=[CHAD])
    assert only(told).actors == ("DNK", "FIN", "ISL", "NOR")


@pytest.mark.parametrize("status", ["denied", "negated", "possible", "hypothetical", "historical"])
def test_what_is_no_fact_is_left_out(status: Any) -> None:
    told = event(TEXT, "attack", "ASSAULT", status=status, actors=[CHAD], recipients=[MALI])
    assert project([told], CODEBOOK) == []


def test_a_wish_that_nobody_is_named_for_is_left_out() -> None:
    assert (
        project([event(TEXT, "attack", "ASSAULT", status="demanded", actors=[CHAD], recipients=[MALI])], CODEBOOK) == []
    )


def test_a_state_of_affairs_is_no_event() -> None:
    assert project([event(TEXT, "attack", "STATE", status="ongoing", recipients=[MALI])], CODEBOOK) == []


def test_both_parties_of_a_meeting_are_actors() -> None:
    parties = [participant(TEXT, "Chad", "state/TCD"), participant(TEXT, "Mali", "state/MLI")]
    assert shape(only(engagement(TEXT, "meet", participants=parties))) == ("CONSULT", None, ("TCD", "MLI"), ())
    announced = engagement(TEXT, "meet", participants=parties, status="announced")
    assert shape(only(announced)) == ("AGREE", None, ("TCD", "MLI"), ())
    cancelled = engagement(TEXT, "meet", participants=parties, status="cancelled")
    assert shape(only(cancelled)) == ("REJECT", "meet", ("TCD", "MLI"), ())


def test_a_visit_goes_from_the_visitor_to_the_host() -> None:
    parties = [participant(TEXT, "Chad", "state/TCD", "host"), participant(TEXT, "Mali", "state/MLI", "visitor")]
    assert shape(only(engagement(TEXT, "meet", type="visit", participants=parties))) == (
        "CONSULT",
        "visit",
        ("MLI",),
        ("TCD",),
    )


def test_a_drill_of_one_is_a_move_and_a_drill_of_two_is_cooperation() -> None:
    one, two = participant(TEXT, "Chad", "state/TCD"), participant(TEXT, "Mali", "state/MLI")
    assert only(engagement(TEXT, "meet", type="exercise", participants=[one])).type == "MOBILIZE"
    assert only(engagement(TEXT, "meet", type="exercise", participants=[one, two])).type == "COOPERATE"


@pytest.mark.parametrize(
    ("act", "type_"),
    [("demand", "REQUEST"), ("accuse", "ACCUSE"), ("threaten", "THREATEN"), ("offer", "AGREE"), ("praise", "SUPPORT")],
)
def test_speech_is_projected_by_its_act(act: Any, type_: str) -> None:
    told = statement(TEXT, NORWAY, "said", "would meet", act=act, addressee=CHAD)
    assert (only(told).type, only(told).actors, only(told).recipients) == (type_, ("NOR",), ("TCD",))


@pytest.mark.parametrize("act", ["assert", "announce", "deny", "expect", "decline_comment"])
def test_mere_remarks_are_no_events(act: Any) -> None:
    assert project([statement(TEXT, NORWAY, "said", "would meet", act=act)], CODEBOOK) == []


def test_an_accusation_and_the_act_it_alleges_count_once() -> None:
    charge = allegation(TEXT, "accused", "sending troops to attack Mali", accusers=[NORWAY], accused=[CHAD])
    act = event(TEXT, "attack", "ASSAULT", status="alleged", actors=[CHAD], recipients=[MALI], holder=((NORWAY,),))
    assert shape(only(charge, act)) == ("ACCUSE", "allege", ("NOR",), ("TCD",))


def test_an_accusation_does_not_swallow_a_fact_told_beside_it() -> None:
    charge = allegation(TEXT, "accused", "sending troops to attack Mali", accusers=[NORWAY], accused=[CHAD])
    fact = event(TEXT, "attack", "ASSAULT", actors=[CHAD], recipients=[MALI])
    assert [found.type for found in project([charge, fact], CODEBOOK)] == ["ACCUSE", "ASSAULT"]


def test_parties_without_a_code_count_only_as_far_as_the_place_or_the_other_side_tells() -> None:
    oslo = Where(name="Oslo", iso3="NOR", mention=TEXT.span(TEXT.text.index("Oslo"), TEXT.text.index("Oslo") + 4))
    riot = event(TEXT, "attack", "PROTEST", actors=[NOBODY], where=oslo)
    assert (only(riot).actors, only(riot).recipients) == (("NOR",), ("NOR",))
    raid = event(TEXT, "attack", "ASSAULT", actors=[CHAD], where=oslo)
    assert (only(raid).actors, only(raid).recipients) == (("TCD",), ("NOR",))
    inland = event(TEXT, "attack", "ASSAULT", actors=[REBELS], recipients=[NOBODY])
    assert (only(inland).actors, only(inland).recipients) == (("TCD",), ("TCD",))
    abroad = event(TEXT, "attack", "ASSAULT", actors=[CHAD], recipients=[NOBODY])
    assert (only(abroad).actors, only(abroad).recipients) == (("TCD",), ())


@pytest.mark.parametrize(
    ("actors", "mode", "recipients"),
    [
        ([REBELS], "seize", ("TCD",)),
        ([CHAD], "censor", ("TCD",)),
        ([CHAD], "martial-law", ("TCD",)),
        ([CHAD], "seize", ()),  # another's island, as well as its own papers
        ([CHAD], "restrict", ()),  # a border shut is one to a neighbour
        ([CHAD, MALI], "censor", ()),
    ],
)
def test_a_state_coerces_its_own_people_only_where_that_is_meant(
    actors: list[Actor], mode: str, recipients: tuple[str, ...]
) -> None:
    told = event(TEXT, "attack", "COERCE", actors=actors, mode=mode)
    assert only(told).recipients == recipients


@pytest.mark.parametrize(
    ("id_", "kind", "fields", "code"),
    [
        ("org/un", "organisation", {}, "UNO"),
        ("org/eu", "organisation", {}, "EUR"),
        ("org/amnesty", "organisation", {}, "NGO"),
        ("org/nato", "organisation", {}, "IGO"),
        ("armed_group/hamas", "armed_group", {"based_in": ("PSE",)}, "PSE"),
        ("organ/XAB-government", "organ", {"iso3": "XAB"}, "GEO"),
        ("collective/two", "collective", {"members": ("org/un",)}, "UNO"),
    ],
)
def test_bodies_have_the_codes_of_the_codebook(id_: str, kind: Any, fields: dict[str, Any], code: str) -> None:
    who = replace(NOBODY, id=id_, kind=kind, **fields)
    told = event(TEXT, "attack", "ASSAULT", actors=[who], recipients=[MALI])
    assert only(told).actors == (code,)


def test_the_same_records_give_the_same_events_in_the_same_order() -> None:
    records = [
        event(TEXT, "attack", "ASSAULT", actors=[CHAD], recipients=[MALI]),
        statement(TEXT, NORWAY, "said", "would meet", act="demand", addressee=CHAD),
    ]
    assert project(records, CODEBOOK) == project(list(records), CODEBOOK)
    assert [found.type for found in project(records, CODEBOOK)] == ["ASSAULT", "REQUEST"]


def test_speech_without_an_addressee_is_addressed_to_the_other_party_of_its_matter() -> None:
    told = statement(TEXT, NORWAY, "accused", "sending troops to attack Mali", act="demand")
    matter = event(TEXT, "attack", "ASSAULT", status="demanded", actors=[CHAD], recipients=[MALI], holder=((NORWAY,),))
    assert shape(only(told, matter)) == ("REQUEST", None, ("NOR",), ("TCD",))


def test_speech_goes_to_the_parties_at_whom_it_is_directed() -> None:
    said = statement(TEXT, NORWAY, "accused", "Chad of sending troops", act="criticise", towards=(CHAD,))
    assert shape(only(said)) == ("ACCUSE", "disapprove", ("NOR",), ("TCD",))


def test_the_other_party_of_what_is_told_is_not_the_speakers_own_side() -> None:
    minister = replace(NORWAY, id="person/a-minister", kind="person")
    promise = statement(TEXT, minister, "said", "Chad and Mali would meet in Oslo", act="promise")
    matter = event(TEXT, "meet", "AID", status="offered", actors=[NORWAY], recipients=[MALI])
    assert shape(only(promise, matter)) == ("AGREE", None, ("NOR",), ("MLI",))


def test_each_article_is_projected_by_itself() -> None:
    again = article(f"{TEXT.text} So it was told.")
    told = statement(TEXT, NORWAY, "accused", "sending troops to attack Mali", act="demand")
    matter = event(again, "attack", "ASSAULT", status="demanded", actors=[CHAD], recipients=[MALI], holder=((NORWAY,),))
    assert project([told, matter], CODEBOOK) == [only(told), only(matter)]
