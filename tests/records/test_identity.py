"""What an id depends on, and what it must never depend on (docs/decisions/0001-identity.md)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    absence,
    actor,
    allegation,
    article,
    day,
    denial,
    engagement,
    event,
    interval,
    label,
    position,
    proposal,
    provision,
    relationship,
    span,
    statement,
)
from communique.errors import RecordError
from communique.records import (
    Article,
    Engagement,
    Event,
    Evidence,
    Record,
    Span,
    article_id,
    check_spans,
    record_id,
    to_data,
    to_json,
)
from communique.records.events import EngagementStatus, EventStatus
from communique.records.statements import Act
from communique.records.texts import Layer

TEXT = article(
    "Oman will host Iran and the United States for talks in Muscat on Sunday. Iran said that the plan was a good "
    "start, and accused Washington of delay. The United States denied it. Iran gave no date. Its “forever president” "
    "is an ally of Oman."
)
IRAN = actor(TEXT, "Iran", "state/IRN")
USA = actor(TEXT, "the United States", "state/USA")
OMAN = actor(TEXT, "Oman", "state/OMN")
PLAN = proposal(TEXT, "the plan", proposer=[OMAN])
RECORDS: dict[str, Record] = {
    record.kind: record
    for record in (
        statement(TEXT, IRAN, "said", "the plan was a good start"),
        absence(TEXT, IRAN, "gave no date"),
        engagement(TEXT, "talks", type="talks", status="announced", participants=[IRAN, USA]),
        event(TEXT, "host", "CONSULT", status="planned", actors=[OMAN], recipients=[IRAN]),
        PLAN,
        provision(TEXT, PLAN, "talks in Muscat"),
        position(TEXT, IRAN, "welcomes", "the plan"),
        allegation(TEXT, "accused", "delay", accusers=[IRAN], accused=[USA]),
        denial(TEXT, USA, "denied", content="it"),
        relationship(TEXT, IRAN, "ally_of", OMAN, "an ally of"),
        label(TEXT, IRAN, "forever president"),
    )
}
KINDS = sorted(RECORDS)
EVERY = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())

WHENS = st.sampled_from([None, day("2025-05-12"), interval("2025-05-05", None), interval(None, "2025-05-11")])
OTHER = actor(TEXT, "Washington", "state/USA", form="metonym")
CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "confidence": st.floats(0, 1),
    "rule": st.text(max_size=20),
    "layer": st.sampled_from(get_args(Layer)),
    "holder": st.sampled_from([(), ((OMAN,),), ((OMAN, USA), (IRAN,))]),
    "when": WHENS,
}


# ---- records


@EVERY
@given(changes=st.fixed_dictionaries(CHANGES))
def test_no_judgement_about_a_record_enters_its_id(record: Record, changes: dict[str, Any]) -> None:
    assert replace(record, **changes).id == record.id


@EVERY
def test_more_evidence_behind_the_first_does_not_change_the_id(record: Record) -> None:
    more = Evidence.of(span(TEXT, "Sunday"), "time")
    assert replace(record, evidence=(*record.evidence, more)).id == record.id


@pytest.mark.parametrize("status", get_args(EngagementStatus))
def test_an_engagement_keeps_its_id_through_every_status(status: Any) -> None:
    found = RECORDS["engagement"]
    assert isinstance(found, Engagement)
    changed = replace(found, status=status, type="meeting", participants=(), window=day("2025-05-12"), initiator=OMAN)
    assert changed.id == found.id


@pytest.mark.parametrize("status", get_args(EventStatus))
def test_an_event_keeps_its_id_through_every_status_and_type(status: Any) -> None:
    found = RECORDS["event"]
    assert isinstance(found, Event)
    assert replace(found, status=status, type="AID", actors=(), recipients=(OTHER,)).id == found.id


@pytest.mark.parametrize("act", get_args(Act))
def test_a_statement_keeps_its_id_whoever_is_meant_to_speak(act: Any) -> None:
    found: Any = RECORDS["statement"]
    for speaker in (None, USA, replace(IRAN, id="organ/irn-foreign-ministry", kind="organ", name="Foreign Ministry")):
        assert replace(found, act=act, speaker=speaker, about=("0" * 32,), venue="1" * 32).id == found.id


def test_a_position_keeps_its_id_when_the_registry_learns_who_the_party_is() -> None:
    found: Any = RECORDS["position"]
    assert (
        replace(found, party=replace(IRAN, id="person/anna-example", kind="person"), stance="rejects", on=PLAN.id).id
        == found.id
    )


@EVERY
def test_a_record_at_another_place_is_another_record(record: Record) -> None:
    moved = article("Yesterday. " + TEXT.text)
    other = record_id(
        record.article, record.kind, [replace(s, start=s.start + 11, end=s.end + 11) for s in plain(record)]
    )
    assert other != record.id
    assert record_id(moved.id, record.kind, plain(record)) != record.id


def plain(record: Record) -> list[Span]:
    return [Span(s.start, s.end, s.text) for s in record.defining]


@EVERY
def test_the_id_is_what_the_page_says(record: Record) -> None:
    places = ";".join(f"{s.start}-{s.end}" for s in record.defining)
    key = f"{record.article}|{record.kind}|{places}"
    assert record.id == hashlib.sha256(key.encode()).hexdigest()[:32]
    assert record.defining, "something defines it"


def test_two_kinds_at_one_place_are_two_records() -> None:
    place = [span(TEXT, "talks")]
    assert len({record_id(TEXT.id, kind, place) for kind in KINDS}) == len(KINDS)


@EVERY
def test_an_ordinal_tells_equal_keys_apart_and_the_first_keeps_its_id(record: Record) -> None:
    ids = [replace(record, ordinal=number).id for number in range(5)]
    assert ids[0] == record.id and len(set(ids)) == 5


spans = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 80)), min_size=1, max_size=4, unique=True)


@given(spans, spans, st.integers(0, 3), st.integers(0, 3))
def test_only_equal_keys_have_equal_ids(one: Any, other: Any, first: int, second: int) -> None:
    keys = [[Span(start, start + length, "x" * length) for start, length in places] for places in (one, other)]
    same = (one, first) == (other, second)
    assert (record_id("a", "event", keys[0], first) == record_id("a", "event", keys[1], second)) is same


# ---- articles


@given(st.text(max_size=100), st.text(max_size=100))
def test_an_article_is_its_text(one: str, other: str) -> None:
    assert (article_id(one) == article_id(other)) is (one == other)


@given(
    st.sampled_from([None, "2023-02-24"]), st.sampled_from([None, "example.com"]), st.sampled_from([None, "A title"])
)
def test_an_appearance_is_no_part_of_an_article(
    published: str | None, publisher: str | None, title: str | None
) -> None:
    other = article(TEXT.text, published=published, publisher=publisher, title=title, segments=[("title", "Oman")])
    assert other.id == TEXT.id == hashlib.sha256(TEXT.text.encode()).hexdigest()[:16]


# ---- spans


@EVERY
def test_a_record_whose_spans_hold_is_accepted(record: Record) -> None:
    check_spans(TEXT, [record])


DAMAGE = [
    pytest.param(lambda s: replace(s, start=s.start + 1), id="begins late"),
    pytest.param(lambda s: replace(s, end=s.end + 1), id="ends late"),
    pytest.param(lambda s: replace(s, text=s.text + " "), id="other words"),
    pytest.param(lambda s: replace(s, text=s.text.upper()), id="other letters"),
    pytest.param(lambda s: replace(s, start=s.end, text=""), id="empty"),
    pytest.param(lambda s: replace(s, start=-len(TEXT.text) + s.start, end=-len(TEXT.text) + s.end), id="from the end"),
    pytest.param(lambda s: replace(s, end=len(TEXT.text) + 9, text=TEXT.text[s.start :]), id="beyond the text"),
]


@EVERY
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_span_is_refused_with_its_rule(record: Record, damage: Any) -> None:
    bad = replace(record, evidence=(*record.evidence, damage(record.evidence[0])), rule="test.bad_rule")
    with pytest.raises(RecordError, match=r"test\.bad_rule"):
        check_spans(TEXT, [record, bad])


def test_a_damaged_mention_deep_inside_an_actor_is_refused() -> None:
    lying = replace(OMAN, mention=Span(0, 4, "Iran"))
    with pytest.raises(RecordError, match="is not 'Iran'"):
        check_spans(TEXT, [replace(RECORDS["statement"], holder=((USA,), (lying,)))])


def test_a_record_of_another_article_is_refused() -> None:
    other = article(TEXT.text + " ")
    with pytest.raises(RecordError, match=f"belongs to article {TEXT.id}"):
        check_spans(other, [RECORDS["event"]])


@EVERY
def test_a_record_without_evidence_cannot_be_made(record: Record) -> None:
    with pytest.raises(RecordError, match="no evidence"):
        replace(record, evidence=())


# ---- the printed form

EVERYWHERE = "kind id article evidence holder where confidence rule layer when"
CONTRACT = {
    "statement": "speaker addressee venue cue content quotes mode act about",
    "absence": "who text about",
    "engagement": "type trigger participants initiator purpose mode_of_contact announced_by announced_when window "
    "status",
    "event": "type mode contexts actors recipients trigger confirmed_by status",
    "proposal": "title proposer declared_points aim status",
    "provision": "proposal text addressees topic",
    "position": "party via on topic stance",
    "allegation": "accusers accused beneficiary cue content hedge",
    "denial": "denier cue of scope",
    "relationship": "a relation b",
    "label": "about text by",
}
WHEN = "from to granularity value text basis why relation"
ARTICLE = "kind id title publisher url language text published segments"
ACTOR = "id name kind iso3 as mention form basis role sectors"


def test_every_kind_of_the_contract_is_there() -> None:
    assert sorted(CONTRACT) == KINDS


@EVERY
def test_a_record_prints_the_fields_of_the_contract(record: Record) -> None:
    printed = json.loads(to_json(record))
    assert set(f"{EVERYWHERE} {CONTRACT[record.kind]}".split()) <= set(printed)
    assert (printed["kind"], printed["id"], printed["article"]) == (record.kind, record.id, TEXT.id)
    assert not [name for name in printed if name.endswith("_")]
    assert set(printed["evidence"][0]) == {"start", "end", "text", "role"}


def test_actors_and_times_print_the_fields_of_the_contract() -> None:
    assert set(ACTOR.split()) <= set(to_data(IRAN))
    assert set(WHEN.split()) <= set(to_data(day("2025-05-12")))
    participant = to_data(RECORDS["engagement"])["participants"][0]
    assert set(f"{ACTOR} part".split()) <= set(participant)


def test_an_article_prints_the_fields_of_the_contract_and_keeps_its_bytes_to_itself() -> None:
    printed = to_data(replace(article("Talks ended.", published="2025-05-12"), original=b"Talks ended."))
    assert set(printed) == set(ARTICLE.split())
    assert set(printed["published"]) == {"from", "to", "basis", "why"}
    assert printed["segments"] == [{"kind": "body", "start": 0, "end": 12}]


@EVERY
def test_a_record_prints_the_same_line_every_time(record: Record) -> None:
    assert to_json(record) == to_json(replace(record)) and "\n" not in to_json(record)


def test_article_spans_are_checked_at_the_door() -> None:
    found = Article(text="Talks ended.")
    assert found.span(0, 5) == Span(0, 5, "Talks")
    for start, end in ((0, 0), (5, 3), (-1, 3), (0, 13)):
        with pytest.raises(ValueError, match="is not inside"):
            found.span(start, end)
