"""How a matter stands on a day: the transition table at work, the day of a claim, contradictions, counting."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest
from matters import charge, entry, happening, meeting, paper, plan, quotation, rebuttal, someone, span_of_days

from builders import day, position, provision
from communique.link.folding import contradictions, fold, states, status_on
from communique.records.links import Appearance, Decision, Entry, Target, Thread
from communique.records.proposals import Proposal, Stage
from communique.records.texts import Publication, Span

A, B = "Anna Orlin", "Boris Tal"
AB = f"{A} + {B}"
SUMMIT = "2024-06-12"
LATER = "2024-12-31"


def said(printed: str | None, status: str, **fields: object) -> Entry:
    """One report of the summit of Orlin and Tal."""
    fields.setdefault("outlet", f"Harbour Ledger {printed}")
    return meeting(printed, AB, status, **fields)  # type: ignore[arg-type]


def seen(entries: Sequence[Entry], as_of: str | None = LATER) -> Thread:
    """The matter on a day."""
    thread = fold(entries, as_of)
    assert thread is not None
    return thread


COURSES = [
    (
        "called off and on again",
        [
            said("2024-05-02", "announced", on=SUMMIT),
            said("2024-05-24", "cancelled", on=SUMMIT),
            said("2024-06-01", "announced", on=SUMMIT),
        ],
        "announced",
    ),
    (
        "a later recap of the cancellation, with its day",
        [
            said("2024-05-24", "cancelled"),
            said("2024-06-01", "announced"),
            said("2024-06-05", "cancelled", told="2024-05-20/2024-05-26"),
        ],
        "announced",
    ),
    (
        "a later recap without a day",
        [said("2024-05-24", "cancelled"), said("2024-06-01", "announced"), said("2024-06-05", "cancelled")],
        "announced",
    ),
    (
        "called off for a second time, on a day",
        [
            said("2024-05-24", "cancelled"),
            said("2024-06-01", "announced"),
            said("2024-06-05", "cancelled", told="2024-06-04"),
        ],
        "cancelled",
    ),
    ("a wish does not revive it", [said("2024-05-24", "cancelled"), said("2024-05-26", "sought")], "cancelled"),
    (
        "a wish after the announcement lowers nothing",
        [said("2024-05-02", "announced"), said("2024-05-09", "sought")],
        "announced",
    ),
    ("held is not left for a wish", [said("2024-05-02", "held"), said("2024-05-09", "sought")], "held"),
    ("held is not left for postponed", [said("2024-05-02", "held"), said("2024-05-09", "postponed")], "held"),
    (
        "background lowers nothing",
        [said("2024-05-02", "announced"), said("2024-05-09", "cancelled", layer="background")],
        "announced",
    ),
    (
        "nor does background with a day",
        [said("2024-05-02", "announced"), said("2024-05-09", "cancelled", layer="background", told="2024-05-08")],
        "announced",
    ),
    (
        "a caption lowers nothing",
        [said("2024-05-02", "confirmed"), said("2024-05-09", "sought", layer="caption")],
        "confirmed",
    ),
    ("a caption may tell more", [said("2024-05-02", "confirmed"), said("2024-05-09", "held", layer="caption")], "held"),
    (
        "one party announces",
        [said("2024-05-02", "announced", by=A), said("2024-05-03", "announced", by=A)],
        "announced",
    ),
    (
        "then the other does",
        [said("2024-05-02", "announced", by=A), said("2024-05-03", "announced", by=B)],
        "confirmed",
    ),
    (
        "a stranger confirms nothing",
        [said("2024-05-02", "announced", by=A), said("2024-05-03", "announced", by="Cleo Dane")],
        "announced",
    ),
    ("put off", [said("2024-05-02", "confirmed", on=SUMMIT), said("2024-05-24", "postponed")], "postponed"),
    (
        "put off and set anew",
        [said("2024-05-24", "postponed"), said("2024-06-01", "announced", on="2024-07-01")],
        "announced",
    ),
    ("refused", [said("2024-05-02", "invited"), said("2024-05-09", "refused")], "refused"),
    (
        "told late, true earlier",
        [said("2024-06-20", "announced", told="2024-05-02"), said("2024-06-13", "held", on=SUMMIT)],
        "held",
    ),
    (
        "undated background first",
        [said("2024-05-02", "sought", layer="background"), said("2024-05-01", "announced")],
        "announced",
    ),
]


@pytest.mark.parametrize(("entries", "status"), [pytest.param(e, s, id=why) for why, e, s in COURSES])
def test_a_matter_stands_as_its_reports_claim_in_the_order_of_the_days_claimed(
    entries: list[Entry], status: str
) -> None:
    for order in range(4):
        shuffled = random.Random(order).sample(entries, len(entries))
        assert (seen(shuffled).status, seen(shuffled).contested) == (status, status == "held" and _off(entries))


def _off(entries: Sequence[Entry]) -> bool:
    return any(getattr(e.record, "status", "") == "postponed" for e in entries)


def test_a_step_bears_the_day_of_its_claim_and_the_day_it_was_printed() -> None:
    first, recap = said("2024-05-24", "cancelled"), said("2024-06-05", "cancelled", told="2024-05-20/2024-05-26")
    steps = seen([recap, first]).history
    assert [(step.when, step.reported) for step in steps] == [
        ("2024-05-24", "2024-05-24"),
        ("2024-05-24", "2024-06-05"),
    ]
    assert seen([recap, first]).since == "2024-05-24"


def test_a_day_after_publication_is_no_day_of_a_claim() -> None:
    assert seen([said("2024-05-24", "cancelled", told=SUMMIT)]).since == "2024-05-24"


SUMMIT_STORY = [
    said("2024-05-02", "announced", on=SUMMIT),
    said("2024-05-24", "cancelled", on=SUMMIT),
    said("2024-06-01", "announced", on=SUMMIT),
    said("2024-08-01", "held", on=SUMMIT),
]
AS_OF = {
    "2024-05-02": "announced",
    "2024-05-23": "announced",
    "2024-05-24": "cancelled",
    "2024-06-11": "announced",
    "2024-06-12": "announced",
    "2024-06-13": "outcome_unreported",
    "2024-07-31": "outcome_unreported",
    "2024-08-01": "held",
}


@pytest.mark.parametrize(("day", "status"), AS_OF.items())
def test_on_each_day_only_what_was_printed_by_then_counts(day: str, status: str) -> None:
    assert status_on(seen(SUMMIT_STORY, day), day) == status
    row = next(r for r in reversed(states(SUMMIT_STORY)) if r.from_ <= day)
    assert status_on(row, day) == status
    assert row.to is None or day < row.to


def test_before_the_first_report_there_is_no_matter() -> None:
    assert fold(SUMMIT_STORY, "2024-05-01") is None


@pytest.mark.parametrize(
    "entries",
    [
        [said("2024-05-02", "announced")],
        [said("2024-05-02", "sought", on=SUMMIT)],
        [said("2024-05-02", "announced", on=f"{SUMMIT}/")],
    ],
    ids=["no slot", "only sought", "no end of the slot"],
)
def test_an_outcome_is_missed_only_after_an_announced_slot_with_an_end(entries: list[Entry]) -> None:
    assert status_on(seen(entries), LATER) != "outcome_unreported"


def test_the_slot_is_the_one_announced_last_and_kept_for_ever() -> None:
    thread = seen([*SUMMIT_STORY[:1], said("2024-05-20", "postponed", on="2024-07-01"), said("2024-07-02", "held")])
    assert thread.window is not None and thread.window.to == "2024-07-01"


class TestContradictions:
    """Two sources at odds are shown side by side, never settled silently."""

    ON, OFF = said("2024-05-09", "announced", said=A), said("2024-05-09", "refused", said=B, outlet="Ring Tribune")

    def test_yes_and_no_on_one_day_leave_the_status_as_it_was(self) -> None:
        thread = seen([said("2024-05-02", "sought"), self.ON, self.OFF])
        assert (thread.status, thread.contested) == ("sought", True)
        assert {(step.status, step.by) for step in thread.history[1:]} == {("announced", A), ("refused", B)}

    def test_the_two_reports_are_named_beside_each_other(self) -> None:
        [link] = contradictions([said("2024-05-02", "sought"), self.ON, self.OFF], LATER)
        assert (link.relation, link.a, link.b) == ("contradicts", self.OFF.record.id, self.ON.record.id)
        assert link.why == "Boris Tal: refused, 2024-05-09; Anna Orlin: announced, 2024-05-09"
        assert contradictions([self.ON], LATER) == ()

    def test_a_later_day_settles_what_was_only_planned(self) -> None:
        thread = seen([self.ON, self.OFF, said("2024-05-12", "confirmed")])
        assert (thread.status, thread.contested) == ("confirmed", False)

    def test_news_that_it_is_off_counts_beside_papers_that_still_announce_it_and_both_are_shown(self) -> None:
        still = said("2024-05-09", "announced", outlet="The Lamplighter")
        entries = [said("2024-05-02", "announced"), still, self.OFF]
        assert (seen(entries).status, seen(entries).contested) == ("refused", True)
        assert [link.b for link in contradictions(entries, LATER)] == [still.record.id]
        next_day = said("2024-05-10", "refused", outlet="Ansel Chronicle")
        assert (seen([*entries, next_day]).status, seen([*entries, next_day]).contested) == ("refused", False)

    def test_one_source_that_changes_its_mind_contradicts_nobody(self) -> None:
        thread = seen([self.ON, said("2024-05-09", "cancelled", said=A, outlet="Ring Tribune")])
        assert (thread.status, thread.contested) == ("cancelled", False)

    def test_held_or_not_stays_open_however_often_it_is_repeated(self) -> None:
        met = said("2024-05-09", "held", said="CES")
        denied = said("2024-05-12", "cancelled", said=B, outlet="Ring Tribune")
        again = said("2024-05-14", "held", said="CES", on="2024-05-13", outlet="The Lamplighter")
        for entries in ([met, denied], [met, denied, again]):
            assert (seen(entries).status, seen(entries).contested) == ("held", True)

    def test_who_alone_said_it_may_take_it_back(self) -> None:
        met = said("2024-05-09", "held", source="ledger")
        thread = seen([met, said("2024-05-12", "cancelled", source="ledger")])
        assert (thread.status, thread.contested) == ("cancelled", False)

    def test_the_paper_that_alone_reported_it_may_take_it_back_and_no_other(self) -> None:
        met = said("2024-05-09", "held", said="CES", on="2024-05-08", outlet="The Lamplighter")
        for outlet, answer in (("The Lamplighter", ("cancelled", False)), ("Ring Tribune", ("held", True))):
            thread = seen([met, said("2024-05-12", "cancelled", on="2024-05-08", outlet=outlet)])
            assert (thread.status, thread.contested) == answer
        beside = said("2024-05-10", "held", on="2024-05-08", outlet="Ring Tribune")
        assert seen([met, beside, said("2024-05-12", "cancelled", outlet="The Lamplighter")]).status == "held"

    def test_a_slot_called_off_before_it_took_place_is_told_in_passing(self) -> None:
        met = said("2024-05-30", "held", on="2024-05-29", source="ledger")
        thread = seen([met, said("2024-05-30", "postponed", on="2024-05-12", source="ledger")])
        assert (thread.status, thread.contested) == ("held", False)

    def test_a_superseded_article_leaves_the_matter_on_the_day_of_its_correction(self) -> None:
        entries = [said("2024-05-02", "announced"), said("2024-05-09", "held", until="2024-05-12")]
        assert [seen(entries, day).status for day in ("2024-05-08", "2024-05-09", "2024-05-11", "2024-05-12")] == [
            "announced", "held", "held", "announced",
        ]  # fmt: skip

    def test_an_analyst_who_sets_the_status_is_heard_and_named(self) -> None:
        met = said("2024-05-09", "held")
        target = Target(article=met.record.article, kind="engagement", spans=met.record.defining, record=met.record.id)
        decision = Decision(
            number=1, who="kim", when="2025-01-01T00:00:00Z", verb="set_status", target=target,
            after=MappingProxyType({"status": "cancelled"}),
        )  # fmt: skip
        thread = fold([met], LATER, pinned={met.record.id: decision})
        assert thread is not None
        assert (thread.status, thread.history[-1].by) == ("cancelled", "analyst:kim")
        assert seen([met]).status == "held"


class TestAllegations:
    """A charge and what is said against it."""

    CHARGE = charge("2024-05-02", "ARV", "BOR", "laying mines in the strait")

    def test_alone_it_is_alleged(self) -> None:
        assert (seen([self.CHARGE]).status, seen([self.CHARGE]).contested) == ("alleged", False)

    def test_denied_it_is_contested_and_stays_so_when_repeated(self) -> None:
        denied = rebuttal("2024-05-03", "BOR", "laying mines")
        again = charge("2024-05-09", "ARV", "BOR", "laying mines in the strait", outlet="Ring Tribune")
        thread = seen([self.CHARGE, denied, again])
        assert (thread.status, thread.contested, thread.of) == ("denied", True, "allegation")
        assert [step.by for step in thread.history] == ["Arvia", "Borland", "Arvia"]

    def test_a_part_denied_is_partly_denied(self) -> None:
        assert seen([self.CHARGE, rebuttal("2024-05-03", "BOR", "mines", scope="part")]).status == "partly_denied"


class TestPlans:
    """A proposal, its points, where parties stand, and what it becomes when signed."""

    PLAN = plan("2024-05-02", "Strait Ferry Plan", "ARV")

    def test_a_party_s_no_is_in_the_history_and_moves_nothing(self) -> None:
        art = paper("2024-05-03", "the Strait Ferry Plan", ["BOR"], "Ring Tribune")
        told = entry(
            art, position(art, someone(art, "BOR"), "rejects", "the Strait Ferry Plan", on=self.PLAN.record.id)
        )
        thread = seen([self.PLAN, told])
        assert (thread.of, thread.status) == ("proposal", "put_forward")
        assert [(step.status, step.by) for step in thread.history] == [
            ("put_forward", "outlet"),
            ("rejects", "Borland"),
        ]

    def test_a_point_has_no_status_of_its_own(self) -> None:
        art = paper("2024-05-03", "the ferry sails daily", [], "Ring Tribune")
        told = entry(art, provision(art, self.PLAN.record, "ferry sails daily"))  # type: ignore[arg-type]
        thread = seen([self.PLAN, told])
        assert (len(thread.history), len(thread.records)) == (1, 2)

    def test_once_signed_it_is_an_agreement_and_a_party_may_leave_it(self) -> None:
        signed = plan("2024-06-02", "Strait Ferry Plan", "ARV", "signed")
        left = plan("2024-09-02", "Strait Ferry Plan", "ARV", "left")
        assert [seen([self.PLAN, signed, left], day).of for day in ("2024-05-30", "2024-06-02")] == [
            "proposal",
            "agreement",
        ]
        assert seen([self.PLAN, signed, left]).status == "left"


class TestEvents:
    """A thing done, denied, planned."""

    DONE = happening("2024-05-02", "shelled the port", "ASSAULT", "ARV", "BOR", said="BOR")

    def test_a_denial_of_what_is_told_as_done_leaves_both(self) -> None:
        denied = happening("2024-05-03", "shelled the port", "ASSAULT", "ARV", "BOR", status="denied", said="ARV")
        assert (seen([self.DONE, denied]).status, seen([self.DONE, denied]).contested) == ("occurred", True)

    def test_a_plan_carried_out_has_occurred(self) -> None:
        planned = happening("2024-05-01", "shelled the port", "ASSAULT", "ARV", "BOR", status="planned")
        assert (seen([planned, self.DONE]).status, seen([planned, self.DONE]).contested) == ("occurred", False)


def test_what_became_of_a_plan_before_is_a_step_of_its_own() -> None:
    report = plan("2024-09-02", "Strait Ferry Accord", status="left", when=day("2024-09-01"))
    cue = report.record.evidence[0]
    earlier = Stage(status="signed", when=span_of_days("2015-01-01/2015-12-31"), cue=Span(cue.start, cue.end, cue.text))
    undated = Stage(status="put_forward", when=None, cue=earlier.cue)
    assert isinstance(report.record, Proposal)
    told = replace(report, record=replace(report.record, stages=(earlier, undated)))
    matter = fold([told], None)
    assert matter is not None
    assert [(step.status, step.when) for step in matter.history] == [
        ("put_forward", None), ("signed", "2015-12-31"), ("left", "2024-09-01"),
    ]  # fmt: skip
    assert (matter.status, matter.of, matter.reports) == ("left", "agreement", 1)


def test_an_utterance_is_said() -> None:
    words = "we will not give up one metre of our coast"
    thread = seen([quotation("2024-05-02", A, words), quotation("2024-05-03", A, words, outlet="Ring Tribune")])
    assert (thread.of, thread.status, thread.reports) == ("utterance", "said", 2)


def test_reports_sources_and_holders_are_counted_apart() -> None:
    first = said("2024-05-02", "announced", said=A, source="agency/gull-wire")
    copies = tuple(
        Appearance(publisher=f"Paper {n}", url=None, published=Publication(day, day, "stated", "given"), added_at="")
        for n, day in enumerate(("2024-05-02", "2024-05-03", "2024-05-20"))
    )
    other = said("2024-05-04", "announced", said=A, source="agency/gull-wire")
    third = said("2024-05-05", "announced", source="lamplighter")
    thread = seen([replace(first, appearances=copies), other, third], "2024-05-10")
    assert (thread.reports, thread.independent_sources, thread.holders) == (4, 2, 2)


def test_two_records_of_one_article_are_one_report() -> None:
    first = said("2024-05-02", "announced")
    twin = replace(first, record=replace(first.record, ordinal=1))
    assert (seen([first, twin]).reports, len(seen([first, twin]).records)) == (1, 2)


def test_undated_reports_are_in_no_view_of_a_day_but_in_the_whole() -> None:
    dated, undated = said("2024-05-02", "sought"), said(None, "announced", on=SUMMIT)
    assert seen([dated, undated], LATER).records == (dated.record.id,)
    assert set(seen([dated, undated], None).records) == {dated.record.id, undated.record.id}


def test_states_have_a_row_for_each_day_of_change_and_no_gap() -> None:
    rows = states(SUMMIT_STORY)
    assert [(row.from_, row.to, row.status, row.reports) for row in rows] == [
        ("2024-05-02", "2024-05-24", "announced", 1),
        ("2024-05-24", "2024-06-01", "cancelled", 2),
        ("2024-06-01", "2024-08-01", "announced", 3),
        ("2024-08-01", None, "held", 4),
    ]
    assert {row.window_to for row in rows} == {SUMMIT}


def test_a_matter_whose_only_report_is_withdrawn_ends() -> None:
    [row] = states([said("2024-05-09", "held", until="2024-05-12")])
    assert (row.from_, row.to) == ("2024-05-09", "2024-05-12")


def test_the_name_of_a_matter_lists_its_parties() -> None:
    thread = seen(SUMMIT_STORY)
    assert (thread.title, thread.type) == ("Anna Orlin, Boris Tal: meeting", "meeting")
    assert [actor.id for actor in thread.participants] == ["person/anna-orlin", "person/boris-tal"]


def test_what_was_put_off_by_hours_and_held_on_that_day_is_held_and_uncontested() -> None:
    thread = seen([said("2024-06-10", "announced", on=SUMMIT), said(SUMMIT, "postponed"), held(SUMMIT)])
    assert (thread.status, thread.contested) == ("held", False)


def held(on: str) -> Entry:
    """The news of the day after that it took place."""
    return said("2024-06-13", "held", on=on)
