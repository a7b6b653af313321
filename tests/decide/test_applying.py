"""The record as people corrected it: what each verb does, that words are safe, and that undoing leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import absence, actor, article, engagement, evidence, participant, proposal, provision, statement
from communique.decide import making
from communique.decide.applying import apply
from communique.decide.fields import Sheet
from communique.decide.making import Hand
from communique.errors import DecisionError
from communique.lexicon.actors import load_actors
from communique.records.codec import check_spans
from communique.records.links import Decision
from communique.records.record import Record

TEXT = article(
    "Ghana said on Monday that its envoy, Ama Darko, would hold talks with Togo in Accra and meet Benin in April. "
    "Ghana put forward a road plan that asks Togo to open the coast road. It gave no date.",
    published="2024-03-04",
)
GHANA, TOGO = actor(TEXT, "Ghana", "state/GHA"), actor(TEXT, "Togo", "state/TGO")
TALKS = engagement(
    TEXT, "talks", type="talks", status="announced", participants=[GHANA, participant(TEXT, "Togo", "state/TGO")]
)
SAID = statement(TEXT, GHANA, "said", "its envoy, Ama Darko, would hold talks with Togo", about=(TALKS.id,))
PLAN = proposal(TEXT, "road plan", proposer=[actor(TEXT, "Ghana", "state/GHA", nth=1)])
POINT = provision(TEXT, PLAN, "open the coast road")
SILENT = absence(TEXT, None, "gave no date", about=(TALKS.id,))
READ: tuple[Record, ...] = (SAID, TALKS, PLAN, POINT, SILENT)
HAND = Hand(who="ana", when="2024-03-05T09:00:00.000000", reason="read again")


def sheet(records: Sequence[Record] = READ) -> Sheet:
    return Sheet(article=TEXT, records=records, registry=load_actors())


def numbered(*decisions: Decision) -> list[Decision]:
    return [replace(decision, number=number) for number, decision in enumerate(decisions, 1)]


def shown(*decisions: Decision, read: Sequence[Record] = READ) -> list[Record]:
    return [record for record, _ in apply(TEXT.id, read, numbered(*decisions)).shown]


def edit(record: Record, *assignments: str, records: Sequence[Record] = READ) -> Decision:
    return making.edit(record, assignments, sheet(records), HAND)


@pytest.mark.parametrize(
    ("record", "assignment", "path", "value", "verb"),
    [
        (TALKS, "status=held", ("status",), "held", "edit"),
        (TALKS, "when=2024-03-06", ("when", "to"), "2024-03-06", "pin_date"),
        (TALKS, "window=2024-04", ("window", "to"), "2024-04-30", "pin_date"),
        (TALKS, "window=2024-04-02/..", ("window", "to"), None, "pin_date"),
        (TALKS, "window=2024-04@April", ("window", "text", "text"), "April", "pin_date"),
        (TALKS, "participants.1.part=host", ("participants", "1", "part"), "host", "role"),
        (TALKS, "participants.1.id=state/BEN", ("participants", "1", "name"), "Benin", "role"),
        (TALKS, "participants=+state/BEN", ("participants", "2", "mention", "text"), "Benin", "role"),
        (TALKS, "participants=-state/TGO", ("participants",), 1, "role"),
        (TALKS, "participants=state/BEN:host", ("participants", "0", "part"), "host", "role"),
        (TALKS, "where=Accra", ("where", "iso3"), "GHA", "edit"),
        (TALKS, "purpose=open the coast road", ("purpose", "text"), "open the coast road", "edit"),
        (TALKS, "holder=state/GHA", ("holder", "0", "0", "id"), "state/GHA", "edit"),
        (SAID, "speaker=state/TGO", ("speaker", "iso3"), "TGO", "edit"),
        (SAID, "speaker=none", ("speaker",), None, "edit"),
        (SAID, "about=none", ("about",), 0, "edit"),
        (PLAN, "declared_points=4", ("declared_points",), 4, "edit"),
    ],
)
def test_an_edit_changes_its_field_and_nothing_else(
    record: Record, assignment: str, path: Sequence[str], value: object, verb: str
) -> None:
    decision = edit(record, assignment)
    after = {r.id: r for r in shown(decision)}
    found: Any = after[record.id]
    for step in path:
        found = found[int(step)] if step.isdigit() else getattr(found, step)
    assert (len(found) if isinstance(found, tuple) else found) == value
    assert decision.verb == verb
    assert {id: r for id, r in after.items() if id != record.id} == {r.id: r for r in READ if r.id != record.id}
    check_spans(TEXT, after.values())


@pytest.mark.parametrize(
    ("record", "assignment", "says"),
    [
        (TALKS, "status=helt", "held"),
        (TALKS, "stauts=held", "status"),
        (TALKS, "status", "field=value"),
        (TALKS, "status=announced", "nothing would change"),
        (TALKS, "id=1234", "participants"),
        (TALKS, "confidence=1", "not for correction"),
        (TALKS, "when=2024-02-31", "no time"),
        (TALKS, "when=2024-03-09/2024-03-06", "ends before it begins"),
        (TALKS, "when=soon", "no time"),
        (TALKS, "participants=+state/XXX", "nobody has the id"),
        (TALKS, "participants=-state/BEN", "not in the list"),
        (TALKS, "participants.7.part=host", "no item 7"),
        (TALKS, "participants.0.part=cook", "host"),
        (TALKS, "participants=+state/FRA", "which words name"),
        (TALKS, "purpose=the weather", "does not stand"),
        (TALKS, "purpose=Ghana", "stands 2 times"),
        (TALKS, "purpose=900:990", "not inside a text"),
        (TALKS, "trigger=envoy", "reject it and add"),
        (TALKS, "window.from=2024-04-01", "set the whole of it first"),
        (SAID, "about=+ffff", "names 0 records"),
        (PLAN, "declared_points=many", "no number"),
    ],
)
def test_a_wrong_correction_is_refused_with_what_there_is(record: Record, assignment: str, says: str) -> None:
    with pytest.raises(DecisionError, match=says) as refused:
        edit(record, assignment)
    assert "\n" not in str(refused.value)


def test_what_is_rejected_is_gone_with_the_pointers_to_it() -> None:
    records = shown(making.reject(TALKS, HAND))
    assert TALKS.id not in {r.id for r in records}
    assert all(not getattr(r, "about", ()) for r in records)


def test_the_points_of_a_rejected_plan_go_with_it() -> None:
    assert {r.id for r in shown(making.reject(PLAN, HAND))} == {SAID.id, TALKS.id, SILENT.id}


def test_what_is_rejected_does_not_come_back_in_other_words() -> None:
    longer = replace(TALKS, trigger=TEXT.span(TALKS.trigger.start - 5, TALKS.trigger.end))  # "hold talks"
    assert longer.id != TALKS.id
    assert longer.id not in {r.id for r in shown(making.reject(TALKS, HAND), read=[longer])}


def test_an_edit_holds_though_the_rules_now_read_another_status() -> None:
    (after,) = shown(edit(TALKS, "status=held"), read=[replace(TALKS, status="refused", confidence=0.3)])
    assert (after.status, after.confidence) == ("held", 0.3)  # type: ignore[attr-defined]


def test_an_added_record_stands_on_its_words_and_in_the_place_of_what_rules_find_later() -> None:
    given = ["type=meeting", "status=announced", "participants=state/GHA,state/BEN"]
    added = making.add(sheet(), "engagement", ["meet"], given, HAND)
    late = replace(TALKS, trigger=TEXT.span(TEXT.text.index("and meet"), TEXT.text.index("meet Benin") + 4))
    for read in (READ, (*READ, late)):
        meetings = [r for r in shown(added, read=read) if r.kind == "engagement"]
        assert [m.rule for m in meetings] == ["test.by_hand", "analyst:ana"]
        check_spans(TEXT, meetings)


@pytest.mark.parametrize(
    ("kind", "words", "fields", "says"),
    [
        ("engagement", ["parley"], [], "does not stand"),
        ("engagement", ["Ghana"], [], "stands 2 times"),
        ("engagement", ["meet"], ["type=meeting"], "participants"),
        ("engagement", ["meet"], ["type=party"], "meeting"),
        ("engagement", ["talks"], ["type=talks", "status=held", "participants=state/GHA"], "recorded already"),
        ("rumour", ["meet"], [], "engagement"),
        ("event", [], [], "--spans"),
    ],
)
def test_what_cannot_be_added_is_refused(kind: str, words: list[str], fields: list[str], says: str) -> None:
    with pytest.raises(DecisionError, match=says):
        making.add(sheet(), kind, words, fields, HAND)


def test_a_split_gives_each_part_its_evidence_and_turns_the_pointers() -> None:
    lump = replace(TALKS, evidence=(*TALKS.evidence, evidence(TEXT, "meet")))
    read = (SAID, lump)
    decision = making.split(lump, ["hold", "meet"], sheet(read), HAND)
    statement_, *parts = shown(decision, read=read)
    assert [[e.text for e in part.evidence] for part in parts] == [["hold", "talks"], ["meet"]]
    assert statement_.about == (parts[0].id,)  # type: ignore[attr-defined]
    check_spans(TEXT, parts)
    with pytest.raises(DecisionError, match="two or more"):
        making.split(lump, ["meet"], sheet(read), HAND)


def test_an_alias_renames_one_article_or_all_and_never_the_words() -> None:
    unknown = replace(SAID, speaker=actor(TEXT, "Ama Darko", "mention/ama-darko", kind="person"))
    everywhere = making.alias("Ama Darko", "person/nana-akufo-addo", sheet(), HAND)
    here = making.alias("mention/ama-darko", "person/nana-akufo-addo", sheet(), HAND, within=TALKS)
    for decision in (everywhere, here):
        after = shown(decision, read=[unknown, TALKS])[0]
        assert after.speaker.id == "person/nana-akufo-addo"  # type: ignore[attr-defined]
        assert after.speaker.mention == unknown.speaker.mention  # type: ignore[attr-defined, union-attr]
    assert apply("elsewhere", [replace(unknown, article="elsewhere")], numbered(here)).shown[0][1] == "rule"


def test_a_decision_that_finds_nothing_is_an_orphan_with_its_reason() -> None:
    decisions = numbered(making.reject(TALKS, HAND), edit(TALKS, "status=held"), edit(PLAN, "title=Road plan"))
    applied = apply(TEXT.id, READ, decisions)
    assert [(o.decision.number, "decision 1 took" in o.why) for o in applied.orphans] == [(2, True)]
    lost = apply(TEXT.id, [SAID], decisions).orphans
    assert [o.decision.number for o in lost] == [1, 2, 3]
    assert all("no record stands on the words" in o.why for o in lost)


def test_a_status_set_from_outside_changes_the_matter_and_not_what_the_article_says() -> None:
    assert shown(making.set_status(TALKS, "held", "2024-03-09", HAND)) == shown()
    with pytest.raises(DecisionError, match="no status"):
        making.set_status(SAID, "held", None, HAND)


POSSIBLE = [
    edit(TALKS, "status=held"),
    edit(TALKS, "when=2024-03-06"),
    edit(SAID, "speaker=state/TGO"),
    making.reject(TALKS, HAND),
    making.reject(PLAN, HAND),
    making.accept(SAID, HAND),
    making.add(sheet(), "event", ["put forward"], ["type=REQUEST", "status=occurred"], HAND),
    making.split(SAID, ["its envoy, Ama Darko", "would hold talks with Togo"], sheet(), HAND),
    making.alias("Ghana", "state/BEN", sheet(), HAND),
    making.set_status(TALKS, "held", None, HAND),
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(POSSIBLE), max_size=8), st.randoms())
def test_any_decisions_undone_in_any_order_leave_the_record_as_it_was_read(
    taken: list[Decision], random: Random
) -> None:
    live = numbered(*taken)
    assert apply(TEXT.id, READ, live) == apply(TEXT.id, READ[::-1], live[::-1])
    check_spans(TEXT, [record for record, _ in apply(TEXT.id, READ, live).shown])
    order = list(range(len(live)))
    random.shuffle(order)
    for place in order:
        live[place] = replace(live[place], withdrawn="2024-03-06T09:00:00.000000")
        apply(TEXT.id, READ, live)
    after = apply(TEXT.id, READ, live)
    assert after == apply(TEXT.id, READ, [])
    assert {record for record, by in after.shown if by == "rule"} == set(READ)
