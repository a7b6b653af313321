"""A record as a form: what a filled form changes is what the command line's corrections would change."""

from __future__ import annotations

import pytest

from builders import actor, article, engagement, participant, span, statement
from communique.decide import making
from communique.decide.fields import Sheet
from communique.decide.forms import filled, slots
from communique.decide.making import Hand
from communique.lexicon.actors import load_actors
from communique.records.codec import KINDS, record_from_data, to_data
from communique.records.record import Record

HAND = Hand(who="ana", when="2024-03-01T10:00:00Z")
TEXT = article("Oman hosted Iran and the United States for talks in Muscat on Sunday.", published="2025-05-12")
TALKS = engagement(
    TEXT, "talks", type="talks", status="announced",
    participants=[participant(TEXT, "Oman", "state/OMN", part="host"), participant(TEXT, "Iran", "state/IRN")],
)  # fmt: skip
DATA = to_data(TALKS)
SHEET = Sheet(article=TEXT, records=[TALKS], registry=load_actors())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "relationship"])
def test_every_kind_has_a_form_without_the_words_that_make_it(kind: str) -> None:
    names = {slot.name for slot in slots(kind)}
    assert names
    assert not names & {"evidence", "article", "rule", "confidence", "layer", "ordinal"}


def test_a_form_names_the_words_of_closed_lists() -> None:
    status = next(slot for slot in slots("engagement", DATA) if slot.name == "status")
    assert (status.shape, status.value, status.needed) == ("choice", "announced", True)
    assert {"held", "sought"} <= set(status.allowed)
    event = next(slot for slot in slots("event") if slot.name == "type")
    assert {"AGREE", "STATE"} <= set(event.allowed)


@pytest.mark.parametrize(
    ("given", "assignments"),
    [
        ({}, []),
        ({"status": "announced"}, []),
        ({"status": "held"}, ["status=held"]),
        ({"when": "2025-05-11"}, ["when=2025-05-11"]),
        ({"participants": "state/OMN:host, state/IRN"}, []),
        ({"participants": "state/IRN, state/OMN:host"}, []),
        ({"participants": "state/OMN:host"}, ["participants=-state/IRN"]),
        ({"participants": "state/OMN, state/IRN"}, ["participants.0.part=participant"]),
        ({"participants": "state/OMN:mediator, state/IRN"}, ["participants.0.part=mediator"]),
        ({"participants": "state/OMN:host, state/IRN, state/USA:visitor"}, ["participants=+state/USA:visitor"]),
        ({"participants": "state/OMN:host, state/USA@21:38"},
         ["participants=-state/IRN", "participants=+state/USA@21:38"]),
        ({"participants": "state/OMN:host,state/IRN", "purpose": "talks"}, ["purpose=talks"]),
    ],
)  # fmt: skip
def test_what_differs_becomes_a_correction(given: dict[str, str], assignments: list[str]) -> None:
    assert filled("engagement", DATA, given) == assignments


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        ({"participants": "state/OMN:host, state/IRN, state/USA@the United States"},
         "participants", ["state/OMN", "state/IRN", "state/USA"]),
        ({"participants": "state/IRN"}, "participants", ["state/IRN"]),
        ({"holder": "state/OMN > state/IRN"}, "holder", None),
    ],
)  # fmt: skip
def test_the_corrections_can_be_carried_out(given: dict[str, str], field: str, expected: list[str] | None) -> None:
    decision = making.edit(TALKS, filled("engagement", DATA, given), SHEET, HAND)
    after = (decision.after or {})[field]
    if expected is None:
        assert [[one["id"] for one in level] for level in after] == [["state/OMN"], ["state/IRN"]]
    else:
        assert [one["id"] for one in after] == expected


@pytest.mark.parametrize(
    ("kind", "given", "words"),
    [
        ("engagement", {"type": "talks", "status": "held", "participants": "state/OMN:host,state/IRN"}, "hosted"),
        ("statement", {"mode": "paraphrase", "act": "assert"}, "for talks in Muscat"),
        ("absence", {}, "on Sunday"),
        ("denial", {"denier": "state/IRN", "scope": "whole", "cue": "hosted"}, "talks in Muscat"),
    ],
)
def test_a_new_record_takes_what_the_form_gives(kind: str, given: dict[str, str], words: str) -> None:
    place = span(TEXT, words)
    decision = making.add(SHEET, kind, [f"{place.start}:{place.end}"], filled(kind, None, given), HAND)
    record: Record = record_from_data(decision.after or {})
    assert record.kind == kind
    assert place in record.evidence or any((e.start, e.end) == (place.start, place.end) for e in record.evidence)


def test_emptied_fields_become_none() -> None:
    said = statement(TEXT, actor(TEXT, "Oman", "state/OMN"), "hosted", "for talks in Muscat")
    assert filled("statement", to_data(said), {"speaker": ""}) == ["speaker=none"]
