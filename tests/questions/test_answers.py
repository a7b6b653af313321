"""Each question on a small affair: what stood on a day, who said so, and what was not said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from affairs import AFFAIR, announced, sought
from communique.config import CONFIDENT
from communique.errors import QuestionError
from communique.lexicon.actors import load_actors
from communique.lexicon.codebook import load_codebook
from communique.questions import briefs, dossiers, histories, lists, pages, plans, wording
from communique.questions.asking import OPEN, Wanted, make_filter, who_in
from communique.records import Statement
from communique.records.views import Filter, View
from communique.store import Store, matters
from filling import AT, fill

ALL = Filter(limit=50, min_confidence=CONFIDENT)
LATE = View(as_of="2024-02-01")
MEETING = ("PER", "CHL")


@pytest.mark.parametrize(
    ("day", "status", "since"),
    [
        ("2024-01-02", None, None),
        ("2024-01-03", "sought", "2024-01-01"),
        ("2024-01-09", "sought", "2024-01-01"),
        ("2024-01-10", "announced", "2024-01-10"),
        ("2024-01-22", "announced", "2024-01-10"),
        ("2024-01-23", "outcome_unreported", "2024-01-10"),
        ("2024-01-26", "outcome_unreported", "2024-01-10"),
        ("2024-01-27", "held", "2024-01-21"),
        ("2030-01-01", "held", "2024-01-21"),
    ],
)
def test_a_meeting_stands_as_it_was_reported_by_that_day(
    affair: Store, day: str, status: str | None, since: str | None
) -> None:
    items = lists.engagements(affair, ALL, View(as_of=day)).items
    assert [(m.thread.status, m.since) for m in items] == ([(status, since)] if status else [])


@pytest.mark.parametrize(
    ("day", "pending", "overdue"),
    [
        ("2024-01-02", 0, 0),
        ("2024-01-03", 1, 0),
        ("2024-01-22", 1, 0),
        ("2024-01-23", 1, 1),
        ("2024-01-27", 0, 0),
    ],
)
def test_what_is_pending_is_overdue_once_its_days_have_passed(
    affair: Store, day: str, pending: int, overdue: int
) -> None:
    view = View(as_of=day)
    assert len(lists.pending(affair, ALL, view).items) == pending
    assert len(lists.overdue(affair, ALL, view).items) == overdue


def test_what_was_not_said_and_who_was_not_heard_of_is_told(affair: Store) -> None:
    (matter,) = lists.engagements(affair, ALL, View(as_of="2024-01-03")).items
    assert (matter.by, matter.unanswered) == ("Ana Quispe", ("Chile",))
    assert [wording.own_words(gap.record) for gap in matter.gaps] == ["She did not say when the meeting might be"]
    assert matter.thread.when is None and matter.thread.window is None


def test_a_later_announcement_is_the_other_side_s_word(affair: Store) -> None:
    (matter,) = lists.engagements(affair, ALL, View(as_of="2024-01-10")).items
    assert matter.by == "Chile's foreign ministry" and "Chile" not in matter.unanswered


def test_undated_and_possibly_reported_ones_are_left_out_and_counted(affair: Store) -> None:
    assert lists.engagements(affair, ALL, LATE).undated == 1
    before, between, after = (lists.events(affair, ALL, View(as_of=f"2024-01-0{d}")) for d in (4, 6, 8))
    assert [(len(a.items), a.possibly) for a in (before, between, after)] == [(0, 0), (0, 1), (1, 0)]


@pytest.mark.parametrize("few", [0, matters.FEW])
def test_days_asked_for_mark_what_only_possibly_lies_within(
    affair: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matters, "FEW", few)  # by way of every matter, and of the few records of those days
    view = View(as_of="2024-01-23")
    inside = Filter(limit=50, from_="2024-01-19", to="2024-01-23")
    assert [m.within for m in lists.engagements(affair, inside, view).items] == ["certainly"]
    across = Filter(limit=50, from_="2024-01-22", to="2024-01-23")
    assert [m.within for m in lists.engagements(affair, across, view).items] == ["possibly"]
    beyond = Filter(limit=50, from_="2024-01-23")
    assert lists.engagements(affair, beyond, view).items == ()
    assert [t.within for t in lists.events(affair, across, LATE).items] == ["possibly"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(actor=("peru",), with_=("CHL",)), 1),
        (Wanted(actor=("bolivia",)), 0),
        (Wanted(type=("meeting",)), 1),
        (Wanted(type=("visit",)), 0),
        (Wanted(status=("held",)), 1),
        (Wanted(open=True), 0),
        (Wanted(source=("Andes Wire",)), 1),
        (Wanted(source=("The Moon",)), 0),
        (Wanted(min_sources=3), 1),
        (Wanted(min_sources=4), 0),
    ],
)
def test_filters_narrow_a_list(affair: Store, wanted: Wanted, found: int) -> None:
    filter = make_filter("engagements", wanted, who_in(affair, None, LATE))
    assert len(lists.engagements(affair, filter, LATE).items) == found


def test_an_allegation_is_told_with_its_denial_and_scope(affair: Store) -> None:
    (ledger,) = lists.allegations(affair, ALL, LATE).items
    assert [a.name for c in ledger.charges for a in c.accusers] == ["Bolivia"]
    assert [(d.denier.name if d.denier else "", d.scope) for d in ledger.answers] == [("Chile", "part")]
    assert wording.charge(ledger) == (
        "Bolivia against Chile: “moving the border posts”, date not stated; denial: Chile (part, date not stated)"
    )


def test_a_plan_is_a_matrix_and_silence_is_not_reported(affair: Store) -> None:
    (matrix,) = plans.proposals(affair, ALL, LATE).items
    parties = {party.name: party for party in matrix.parties}
    assert list(parties)[:2] == ["Chile", "Bolivia"] and "Peru" in parties
    assert [wording.answer(matrix, matrix.whole, p) for p in parties.values()][:2] == ["not reported", "welcomes"]
    assert [wording.words(line) for line in matrix.lines] == ["open the border", "share the water"]
    assert {wording.answer(matrix, line, parties["Chile"]) for line in matrix.lines} == {"proposes"}
    assert {wording.answer(matrix, line, parties["Peru"]) for line in matrix.lines} == {"not reported"}


def test_a_plan_is_called_by_the_last_report_that_says_whose_it_is(affair: Store) -> None:
    (matrix,) = plans.proposals(affair, ALL, LATE).items
    assert [actor.name for actor in matrix.proposal.proposer] == ["Chile"]
    bare = plans._matrix(
        matrix.matter, [matrix.proposal, replace(matrix.proposal, title="plan", proposer=())], (), (), ()
    )
    alone = plans._matrix(matrix.matter, [replace(matrix.proposal, title="plan", proposer=())], (), (), ())
    assert (bare.proposal, alone.proposal.title) == (matrix.proposal, "plan")


def test_verbatim_words_come_first(affair: Store) -> None:
    filter = make_filter("statements", Wanted(actor=("person/ana-quispe",), limit=9), who_in(affair, None, LATE))
    found = [t.record for t in lists.statements(affair, filter, LATE).items]
    assert [r.mode for r in found if isinstance(r, Statement)] == ["verbatim", "paraphrase"]
    assert [t.record.id for t in lists.statements(affair, filter, LATE, quoted=True).items] == [found[0].id]


def test_positions_are_those_of_the_party(affair: Store) -> None:
    assert [wording.summary(t.record) for t in lists.positions(affair, ALL, LATE).items] == [("Bolivia", "welcomes")]
    of_chile = make_filter("positions", Wanted(actor=("chile",)), who_in(affair, None, LATE))
    assert lists.positions(affair, of_chile, LATE).items == ()


def test_a_dossier_says_who_somebody_is_and_who_says_so(affair: Store) -> None:
    found = dossiers.dossier(affair, "person/luis-rojas", ALL, View(), load_actors())
    told = {answer.question: answer.items for answer in found.sections}
    assert [len(told[name]) for name in ("relationships", "labels", "allegations")] == [1, 1, 0]
    assert found.sections[0].items[0].passage.publisher == "Coast Weekly"  # type: ignore[union-attr]
    assert dossiers.dossier(affair, "person/luis-rojas", ALL, LATE, load_actors()).sections[0].undated == 1


def test_two_parties_are_told_together_with_their_plover_events(affair: Store) -> None:
    found = dossiers.dyad(affair, *MEETING, ALL, LATE, load_actors(), load_codebook())
    assert {answer.question: len(answer.items) for answer in found.sections}["engagements"] == 1
    assert {"AID", "CONSULT"} <= {event.type for event in found.events}
    assert all({"PER", "CHL"} == {*event.actors, *event.recipients} for event in found.events)


def test_a_timeline_goes_by_the_time_of_the_things_themselves(affair: Store) -> None:
    found = [t.record for t in histories.timeline(affair, ALL, LATE).items]
    assert [(r.kind, wording.summary(r)[1]) for r in found] == [
        ("event", "AID occurred"),
        ("engagement", "meeting announced"),
        ("engagement", "meeting held"),
    ]
    two = replace(ALL, limit=2)
    first, last = (histories.timeline(affair, two, LATE, last=last) for last in (False, True))
    assert [t.record for t in (*first.items, *last.items)] == [*found[:2], *found[1:]] and first.more and last.more


def test_since_tells_what_came_after_a_moment_and_nothing_if_nothing_did(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", [sought()]).close()
    with fill(tmp_path / "s.db", [announced()], "2024-03-01T00:00:00.000000Z") as store:
        told = histories.since(store, "2000-01-01T00:00:00.000000Z", ALL, LATE)
        cut = histories.since(store, "2000-01-01T00:00:00.000000Z", replace(ALL, limit=1), LATE)
        assert cut.more and cut.counts == told.counts  # how many there are does not depend on how many are listed
        assert told.counts["new"] == sum(change.what == "new" for change in told.items) > 1
        everything = told.items
        later = histories.since(store, AT, ALL, LATE).items
        assert {c.what for c in everything} == {"status", "new"}
        meeting = [c for c in later if c.matter is not None and c.matter.thread.of == "engagement"]
        assert [(c.before, c.matter.thread.status) for c in meeting if c.matter] == [("sought", "outcome_unreported")]
        assert len([c for c in everything if c.what == "new"]) > len([c for c in later if c.what == "new"]) > 0
        assert histories.since(store, "2024-03-01T00:00:00.000000Z", ALL, LATE).items == ()


def test_adding_the_same_again_is_no_news(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", [sought()]).close()
    with fill(tmp_path / "s.db", [sought()], "2024-03-01T00:00:00.000000Z") as store:
        assert histories.since(store, AT, ALL, LATE).items == ()


def test_what_was_known_before_an_addition_stays_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", [sought()]).close()
    with fill(tmp_path / "s.db", [announced()], "2024-03-01T00:00:00.000000Z") as store:
        views = {day: View(as_of="2024-01-15", known_at=day) for day in ("2024-01-31", "2024-02-01", "2024-03-01")}
        found = {day: lists.engagements(store, ALL, view).items for day, view in views.items()}
    statuses = {day: [matter.thread.status for matter in items] for day, items in found.items()}
    assert statuses == {"2024-01-31": [], "2024-02-01": ["sought"], "2024-03-01": ["announced"]}


def test_why_names_the_rule_behind_every_inferred_part(affair: Store) -> None:
    (matter,) = lists.engagements(affair, ALL, View(as_of="2024-01-10")).items
    assert matter.last is not None
    found = pages.show(affair, matter.last.short, LATE)
    assert [(i.part, i.what, i.why) for i in found.inferences] == [("window", "2024-01-20..2024-01-22", "inferred")]
    assert found.matter is not None and [s.status for s in found.matter.thread.history] == [
        "sought",
        "announced",
        "held",
    ]


def test_facts_of_a_single_source_and_inferred_ones_are_listed_with_their_reasons(affair: Store) -> None:
    grounds = {g.told.record.kind + g.told.entry.record.id: g for g in pages.basis(affair, ALL, LATE).items}
    events = [g for g in grounds.values() if g.told.record.kind == "event"]
    assert [(g.sources, [i.part for i in g.inferences]) for g in events] == [(1, ["when"])]
    held = [g for g in grounds.values() if getattr(g.told.record, "status", "") == "held"]
    assert held == []  # three sources, nothing inferred


@pytest.mark.parametrize(("id", "said"), [("eng-zzzz", "no id"), ("eng-0000", "begins"), ("nonsense", "no id")])
def test_an_unknown_id_is_one_line(affair: Store, id: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        pages.show(affair, id, LATE)


def test_what_was_not_yet_reported_is_not_shown(affair: Store) -> None:
    (matter,) = lists.engagements(affair, ALL, LATE).items
    assert matter.last is not None
    with pytest.raises(QuestionError, match="not reported by 2024-01-20"):
        pages.show(affair, matter.last.short, View(as_of="2024-01-20"))


def test_every_line_of_a_briefing_has_a_sentence(affair: Store) -> None:
    found = briefs.brief(affair, ALL, LATE)
    lines = [line for _, own in found.sections for line in own]
    assert lines and all(notes for _, notes in lines)
    assert max(n for _, notes in lines for n in notes) == len(found.notes)
    assert len(set(found.notes)) == len(found.notes)


def test_a_briefing_on_a_topic_tells_that_only(affair: Store) -> None:
    titles = [title for title, _ in briefs.brief(affair, ALL, LATE, "border posts").sections]
    assert titles == ["Allegations and denials"]
    with pytest.raises(QuestionError, match="no record"):
        briefs.brief(affair, ALL, LATE, "volcano")


def test_an_article_is_told_with_its_records_in_text_order(affair: Store) -> None:
    found = pages.article(affair, announced()[0].id[:6], LATE)
    assert [t.record.kind for t in found.told][:2] == ["engagement", "proposal"]
    assert len(found.told) == len(announced()[1])


def test_a_limit_says_that_there_is_more(affair: Store) -> None:
    first = lists.statements(affair, Filter(limit=1), LATE)
    assert (len(first.items), first.more) == (1, True)
    assert not lists.statements(affair, Filter(limit=2), LATE).more


def test_doubtful_ones_are_hidden_unless_asked_for(affair: Store) -> None:
    sure = Filter(limit=50, min_confidence=0.95)
    answer = lists.engagements(affair, sure, LATE)
    assert (answer.items, answer.doubtful) == ((), 1)
    assert lists.events(affair, sure, LATE).items == ()


def test_the_affair_is_told_by_five_articles() -> None:
    assert len({tell()[0].id for tell in AFFAIR}) == 5
    assert OPEN


def test_a_page_shows_what_the_record_answers_carries_out_and_stands_against(affair: Store) -> None:
    """The last is derived for the day that is asked about, the others are stored."""
    (charges,) = lists.allegations(affair, ALL, LATE).items
    denial = next(e for e in charges.matter.entries if e.record.kind == "denial")
    relations = {link.relation for link in pages.show(affair, denial.record.id, LATE).links}
    assert relations == {"denies", "contradicts"}
    assert {link.relation for link in affair.links([denial.record.id])} == {"denies"}
    (meeting,) = lists.engagements(affair, ALL, LATE).items
    assert [link.relation for link in affair.links([meeting.entries[-1].record.id])] == ["implements"]
