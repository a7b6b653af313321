"""However reports come in, their threads are those of placing all of them in order, and yesterday's threads stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from matters import PEOPLE, PLACES, charge, entry, meeting, paper, plan, quotation, rebuttal, someone

from builders import denial, position, provision
from communique.link.folding import fold, states
from communique.link.keys import horizon, keys
from communique.link.relinking import MemoryShelf, Placement, link_all, relink
from communique.records import Denial, Proposal
from communique.records.events import Engagement
from communique.records.links import Entry

DAYS = [f"2024-05-{day:02d}" for day in range(1, 15)]
NAMES = [*list(PEOPLE)[:3], "ARV", "BOR"]
STATUSES = ["sought", "announced", "confirmed", "held", "held", "postponed", "cancelled"]
PINNED = settings(max_examples=40, derandomize=True)


@st.composite
def _reports(draw: st.DrawFn) -> list[Entry]:
    """Up to a dozen reports by different outlets over a fortnight, alike enough to be tied in many ways."""
    return [_report(draw, number) for number in range(draw(st.integers(2, 12)))]


def _report(draw: st.DrawFn, number: int) -> Entry:
    outlet, printed = f"Paper {number}", draw(st.sampled_from([*DAYS, None]))
    kind = draw(st.sampled_from(["meeting"] * 6 + ["charge", "rebuttal", "plan", "quotation"]))
    if kind == "charge":
        return charge(
            printed, draw(st.sampled_from(["ARV", "CES"])), "BOR", "laying mines in the strait", outlet=outlet
        )
    if kind == "rebuttal":
        return rebuttal(printed, "BOR", draw(st.sampled_from(["laying mines", None])), outlet=outlet)
    if kind == "plan":
        return plan(printed, draw(st.sampled_from(["Strait Ferry Plan", "the plan"])), "ARV", outlet=outlet)
    if kind == "quotation":
        return quotation(printed, "Anna Orlin", "we will not give up one metre of our coast", outlet=outlet)
    who = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    return meeting(
        printed, " + ".join(who), draw(st.sampled_from(STATUSES)), outlet=outlet,
        on=draw(st.sampled_from([None, None, *DAYS[::3]])), at=draw(st.sampled_from([None, None, *list(PLACES)[:2]])),
        type=draw(st.sampled_from(["meeting", "meeting", "talks", "call"])),
        layer=draw(st.sampled_from(["main", "main", "main", "background"])),
    )  # fmt: skip


def heads(placements: Mapping[str, Placement]) -> dict[str, str | None]:
    """Record id -> head of its thread."""
    return {record: placement[1] if placement else None for record, placement in placements.items()}


class Record:
    """A store in small: a shelf, and relinking after each change."""

    def __init__(self, apart: Mapping[str, frozenset[str]] | None = None) -> None:
        self.shelf, self.apart = MemoryShelf(), dict(apart or {})
        self.placements: dict[str, Placement] = {}

    def change(self, new: Sequence[Entry] = (), old: Sequence[Entry] = ()) -> None:
        for one in old:
            self.shelf.take(one)
        for one in new:
            before = self.shelf.placed([one.record.id])
            self.shelf.put(one, before[0].head if before else None)
        found = relink(new, old, self.shelf, self.apart)
        self.shelf.settle(found)
        self.placements.update(found)

    def heads(self, entries: Iterable[Entry]) -> dict[str, str | None]:
        return {one.record.id: heads(self.placements)[one.record.id] for one in entries}


def told_apart(entries: Sequence[Entry], pairs: Iterable[tuple[int, int]]) -> dict[str, frozenset[str]]:
    """Both directions of each pair of positions that are different records."""
    found: dict[str, frozenset[str]] = {}
    for x, y in pairs:
        a, b = entries[x % len(entries)].record.id, entries[y % len(entries)].record.id
        if a != b:
            found[a] = found.get(a, frozenset()) | {b}
            found[b] = found.get(b, frozenset()) | {a}
    return found


@PINNED
@given(data=st.data(), reports=_reports())
def test_any_order_of_adding_gives_the_threads_of_placing_all_in_order(
    data: st.DataObject, reports: list[Entry]
) -> None:
    pairs = data.draw(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=2))
    apart = told_apart(reports, pairs)
    order = data.draw(st.permutations(reports))
    size = data.draw(st.integers(1, 4))
    record = Record(apart)
    for start in range(0, len(order), size):
        record.change(order[start : start + size])
    assert record.heads(reports) == heads(link_all(reports, apart))


@PINNED
@given(reports=_reports(), day=st.sampled_from(DAYS))
def test_the_threads_of_the_reports_up_to_a_day_are_never_changed_by_later_ones(reports: list[Entry], day: str) -> None:
    early = [one for one in reports if one.published is not None and one.published.to <= day]
    whole = link_all(reports)
    assert link_all(early) == {one.record.id: whole[one.record.id] for one in early}


@PINNED
@given(data=st.data(), reports=_reports())
def test_what_is_taken_away_was_never_there(data: st.DataObject, reports: list[Entry]) -> None:
    record = Record()
    record.change(reports)
    gone = data.draw(st.lists(st.sampled_from(reports), max_size=3, unique_by=lambda one: one.record.id))
    record.change(old=gone)
    rest = [one for one in reports if one not in gone]
    assert record.heads(rest) == heads(link_all(rest))


@PINNED
@given(data=st.data(), reports=_reports())
def test_another_version_of_a_record_is_as_if_it_had_always_been_so(data: st.DataObject, reports: list[Entry]) -> None:
    record = Record()
    record.change(reports)
    at = data.draw(st.integers(0, len(reports) - 1))
    fields: dict[str, Any] = data.draw(st.sampled_from([{"where": None}, {"when": None}, {"layer": "background"}]))
    renewed = [*reports]
    renewed[at] = replace(reports[at], record=replace(reports[at].record, **fields))
    record.change([renewed[at]], [reports[at]])
    assert record.heads(renewed) == heads(link_all(renewed))


def test_a_record_that_now_names_others_is_found_by_their_later_reports() -> None:
    first = meeting("2024-05-01", "Cleo Dane", "announced", on="2024-05-20")
    later = meeting("2024-05-03", "Anna Orlin + Boris Tal", "announced", on="2024-05-20", outlet="Ring Tribune")
    record = Record()
    record.change([first, later])
    others = meeting("2024-05-01", "Anna Orlin + Boris Tal", "announced", on="2024-05-20").record
    assert isinstance(others, Engagement)
    renewed = replace(first, record=replace(others, article=first.record.article, trigger=first.record.defining[0]))
    assert renewed.record.id == first.record.id
    record.change([renewed], [first])
    assert set(record.heads([renewed, later]).values()) == {first.record.id}


@PINNED
@given(data=st.data(), reports=_reports())
def test_telling_two_apart_and_taking_it_back_leaves_no_trace(data: st.DataObject, reports: list[Entry]) -> None:
    record = Record()
    record.change(reports)
    before = record.heads(reports)
    apart = told_apart(reports, [(data.draw(st.integers(0, 11)), data.draw(st.integers(0, 11)))])
    both = [one for one in reports if one.record.id in apart]
    for state in (apart, {}):
        record.apart = dict(state)
        record.change(both, both)
        assert record.heads(reports) == heads(link_all(reports, state))
    assert record.heads(reports) == before
    for one, others in apart.items():
        placed = heads(link_all(reports, apart))
        assert all(placed[one] is None or placed[one] != placed[other] for other in others)


@PINNED
@given(data=st.data(), reports=_reports())
def test_a_merge_unites_two_matters_and_its_withdrawal_restores_them(data: st.DataObject, reports: list[Entry]) -> None:
    one, other = reports[0], data.draw(st.sampled_from(reports))
    before = (fold([one], None), fold([other], None))
    united = fold([one, other], None)
    assert united is not None and united == fold([other, one], None)
    assert set(united.records) == {one.record.id, other.record.id}
    assert (fold([one], None), fold([other], None)) == before


@PINNED
@given(data=st.data(), reports=_reports(), day=st.sampled_from(DAYS))
def test_the_fold_of_a_day_knows_no_order_and_no_morrow(data: st.DataObject, reports: list[Entry], day: str) -> None:
    early = [one for one in reports if one.published is not None and one.published.to <= day]
    assert fold(data.draw(st.permutations(reports)), day) == fold(early, day)


@PINNED
@given(reports=_reports(), day=st.sampled_from(DAYS))
def test_the_rows_of_states_are_the_folds_of_their_days(reports: list[Entry], day: str) -> None:
    thread = fold(reports, day)
    rows = [row for row in states(reports) if row.from_ <= day and (row.to is None or day < row.to)]
    assert len(rows) == (thread is not None)
    for row in rows:
        assert thread is not None
        assert (row.head, row.status, row.contested, row.reports) == (
            thread.id, thread.status, thread.contested, thread.reports,
        )  # fmt: skip


@PINNED
@given(reports=_reports())
def test_keys_lead_both_ways_or_neither(reports: list[Entry]) -> None:
    for a in reports:
        for b in reports:
            there = set(keys(a.record).sought) & set(keys(b.record).held)
            back = set(keys(b.record).sought) & set(keys(a.record).held)
            assert bool(there) == bool(back)
            assert {horizon(key) for key in there} == {horizon(key) for key in back}


def test_what_points_at_a_record_of_its_article_follows_it_whatever_their_ids() -> None:
    art = paper(
        "2024-05-02", "the Strait Ferry Plan with daily sailings and a joint fund", ["ARV", "BOR"], "Harbour Ledger"
    )
    first = plan("2024-05-01", "Strait Ferry Plan", "ARV", outlet="Ring Tribune")
    main = plan("2024-05-02", "Strait Ferry Plan", "ARV").record
    assert isinstance(main, Proposal)
    main = replace(main, article=art.id, mention=art.span(4, 21))
    parts = [
        provision(art, main, "daily sailings"),
        provision(art, main, "a joint fund"),
        position(art, someone(art, "BOR"), "rejects", "the Strait Ferry Plan", on=main.id),
    ]
    placed = heads(link_all([first, entry(art, main), *(entry(art, part) for part in parts)]))
    assert set(placed.values()) == {first.record.id}


def test_a_point_without_its_plan_is_in_no_thread() -> None:
    art = paper("2024-05-02", "the Strait Ferry Plan with daily sailings", [], "Harbour Ledger")
    lost = provision(art, plan("2024-05-01", "Strait Ferry Plan").record, "daily sailings")  # type: ignore[arg-type]
    assert link_all([entry(art, lost)]) == {lost.id: None}


def test_a_denial_goes_to_the_charge_its_article_names() -> None:
    named = charge("2024-05-02", "ARV", "BOR", "jailing a fisherman")
    other = charge("2024-05-02", "CES", "BOR", "laying mines in the strait", outlet="Ring Tribune")
    record = rebuttal("2024-05-02", "BOR").record
    assert isinstance(record, Denial)
    answer = replace(named, record=replace(record, of=(named.record.id,), article=named.record.article))
    placed = heads(link_all([other, named, answer]))
    assert placed[answer.record.id] == named.record.id != placed[other.record.id]


def test_a_denied_meeting_is_contested_and_no_report_of_a_meeting() -> None:
    met = meeting("2024-05-02", "Anna Orlin + Boris Tal", at="Nordby")
    art = paper("2024-05-03", "denied that a meeting took place at Nordby", ["Anna Orlin", "Boris Tal"], "Ring Tribune")
    record = meeting("2024-05-03", "Anna Orlin + Boris Tal").record
    told = entry(art, replace(record, article=art.id, trigger=art.span(14, 21)))  # type: ignore[call-arg]
    content = "that a meeting took place at Nordby"
    answer = entry(art, denial(art, someone(art, "Boris Tal"), "denied", content=content))
    placed = heads(link_all([met, told, answer]))
    assert set(placed.values()) == {met.record.id}
    thread = fold([met, told, answer], "2024-05-03")
    assert thread is not None
    assert (thread.of, thread.status, thread.contested) == ("engagement", "held", True)
    assert sorted(step.status for step in thread.history) == ["denied", "held", "hypothetical"]
