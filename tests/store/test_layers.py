"""What the machine read and what is shown: both kept, both seen as they were at any moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import day as a_day
from communique.errors import QuestionError
from communique.records import Record
from communique.records.views import NOW, Filter, Run, View
from communique.store import Change, Store, entries, sides
from store.articles import AT, RUN, add, kind_of, meeting, meeting_article, talks_article, talks_records

LATER = Run(version="2", model="model", lexicon="abc")
MACHINE = View(machine_only=True)


def statuses(store: Store, view: View = NOW) -> list[str | None]:
    return [getattr(e.record, "status", None) for e in store.entries(Filter(kinds=("engagement",)), view)]


def shown(records: list[Record], *by: str) -> list[tuple[Record, str]]:
    return [(record, by[place] if place < len(by) else "rule") for place, record in enumerate(records)]


def test_a_rerun_closes_what_changed_and_keeps_the_rest(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks, "held"))
    before, kept = store.moment(), talks_records(talks)[1].id
    recorded = store.by_id([kept])[kept].recorded
    add(store, talks, talks_records(talks, "announced"), run=LATER)
    assert store.count_changes(before) == {"changed": 1}
    assert [statuses(store), statuses(store, View(known_at=before))] == [["announced"], ["held"]]
    assert store.by_id([kept])[kept].recorded == recorded


def test_what_a_rerun_no_longer_finds_is_gone_now_but_was_known(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    before = store.moment()
    add(store, talks, talks_records(talks)[:1], run=LATER)
    assert store.count_changes(before) == {"gone": 2}
    assert [store.count(Filter()), store.count(Filter(), View(known_at=before)), store.count(Filter(), MACHINE)] == [
        1,
        3,
        1,
    ]


def test_a_correction_changes_what_is_shown_and_not_what_was_read(store: Store) -> None:
    talks = talks_article()
    records = talks_records(talks)
    add(store, talks, records)
    before = store.moment()
    mended = [replace(records[0], confidence=1.0), *records[1:]]
    with store.writing(AT, held=kind_of) as writer:
        writer.put_shown(talks.id, shown(mended, "analyst:mira"))
    assert [c.after.by for c in store.changes(before) if c.after is not None] == ["analyst:mira"]
    sure = Filter(min_confidence=0.95)
    assert [store.count(sure), store.count(sure, MACHINE), store.count(sure, View(known_at=before))] == [1, 0, 0]
    assert store.count(Filter(), MACHINE) == store.count(Filter()) == 3


def test_what_was_rejected_does_not_return_with_a_rerun_and_undo_brings_it_back(store: Store) -> None:
    talks = talks_article()
    records = talks_records(talks)
    add(store, talks, records)
    with store.writing(AT) as writer:
        writer.put_shown(talks.id, shown(records[1:]))
    rejected = store.moment()
    with store.writing(AT) as writer:
        writer.put_records(talks.id, talks_records(talks, "announced"), LATER, shown=shown(records[1:]))
    assert store.count_changes(rejected) == {}
    assert [statuses(store), statuses(store, MACHINE)] == [[], ["announced"]]
    with store.writing(AT) as writer:
        writer.put_shown(talks.id, shown(talks_records(talks, "announced")))
    assert [statuses(store), statuses(store, MACHINE)] == [["announced"], ["announced"]]
    assert store.check() == []


def test_undo_gives_the_same_entries_recorded_times_aside(store: Store) -> None:
    talks = talks_article()
    records = talks_records(talks)
    add(store, talks, records)
    before = [replace(e, recorded="") for e in store.entries(Filter())]
    for those in (shown([replace(records[0], confidence=0.1), *records[1:]], "analyst:mira"), shown(records)):
        with store.writing(AT) as writer:
            writer.put_shown(talks.id, those)
    assert [replace(e, recorded="") for e in store.entries(Filter())] == before


def test_changes_tell_what_came_went_and_became_another(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks)[:2])
    first = store.moment()
    assert [(c.before, c.after is not None) for c in store.changes(None)] == [(None, True)] * 2
    assert store.changes(first) == []
    held, said, charge = talks_records(talks)
    add(store, talks, [replace(held, confidence=0.5), charge], run=LATER)
    told = {(c.before is not None, c.after is not None): (c.after or c.before) for c in store.changes(first)}
    found = {kind: entry.record.id for kind, entry in told.items() if entry is not None}
    assert found == {(True, True): held.id, (True, False): said.id, (False, True): charge.id}
    assert store.changes(None, first)[0].after is not None and store.changes(first, first) == []


def test_changes_come_in_pages_and_are_counted_by_what_fits_now_or_did_before_it_went(store: Store) -> None:
    talks = talks_article()
    held, said, charge = talks_records(talks)
    add(store, talks, [held, said])
    first = store.moment()
    add(store, talks, [replace(held, confidence=0.5), charge], run=LATER)
    every = store.changes(first)
    pages = [store.changes(first, None, Filter(limit=1, offset=at)) for at in range(4)]
    assert [change for page in pages for change in page] == every and len(every) == 3
    assert [_when(change) for change in every] == sorted(_when(change) for change in every)
    sorts = {"new": 1, "changed": 1, "gone": 1}
    assert store.count_changes(first) == store.count_changes(first, None, Filter(limit=1)) == sorts
    assert store.count_changes(first, first) == {} and store.count_changes(None, first) == {"new": 2}
    for asked, expected in (
        (Filter(kinds=("engagement",)), {"changed": 1}),
        (Filter(kinds=("statement", "allegation")), {"new": 1, "gone": 1}),
        (Filter(min_confidence=held.confidence), {"changed": 1} | _surer(held.confidence, charge=charge, said=said)),
        (Filter(min_confidence=1.1), {}),
        (Filter(actors=("XXX",)), {}),
    ):
        assert store.count_changes(first, None, asked) == expected
        assert len(store.changes(first, None, asked)) == sum(expected.values())


def _when(change: Change) -> tuple[str, str, str]:
    entry = change.after or change.before
    assert entry is not None
    return entry.order


def _surer(least: float, *, charge: Record, said: Record) -> dict[str, int]:
    """Return which of what came and what went are at least so sure."""
    return {what: 1 for what, one in (("new", charge), ("gone", said)) if one.confidence >= least}


def test_possibly_reported_and_undated_records_are_in_no_day_but_counted(store: Store) -> None:
    from communique.records import Publication

    sometime = replace(
        meeting_article("Oslo", None), published=Publication("2025-03-01", "2025-03-09", "inferred", "x")
    )
    undated = meeting_article("Bergen", None)
    for text in (sometime, undated):
        add(store, text, [meeting(text)])
    asked = Filter(kinds=("engagement",))
    counts = {
        day: (store.count(asked, View(as_of=day)), store.outside(asked, View(as_of=day)))
        for day in ("2025-02-28", "2025-03-05", "2025-03-09")
    }
    assert counts == {"2025-02-28": (0, (0, 1)), "2025-03-05": (0, (1, 1)), "2025-03-09": (1, (0, 1))}
    assert (store.count(asked), store.outside(asked, NOW)) == (2, (0, 0))
    assert [e.published is None for e in store.entries(asked)] == [False, True]


FILTERS = [
    (Filter(kinds=("statement",)), ["statement"]),
    (Filter(kinds=("label",)), []),
    (Filter(actors=("IRN",), limit=9), ["allegation", "engagement", "statement"]),
    (Filter(actors=("state/IRN",)), ["allegation", "engagement"]),
    (Filter(actors=("IRN",), roles=("speaker",)), ["statement"]),
    (Filter(actors=("IRN",), roles=("accuser",)), []),
    (Filter(actors=("USA",), roles=("accuser",), with_=("IRN",)), ["allegation"]),
    (Filter(actors=("IRN",), with_=("OMN",)), []),
    (Filter(statuses=("held", "sought")), ["engagement"]),
    (Filter(statuses=("sought",)), []),
    (Filter(types=("assert", "talks")), ["engagement", "statement"]),
    (Filter(sources=("Gulf Courier",)), ["allegation", "engagement", "statement"]),
    (Filter(sources=("Harbour Post",)), []),
    (Filter(from_="2025-05-11", to="2025-05-11"), ["engagement"]),
    (Filter(from_="2025-05-11", to="2025-05-11", certainly=True), ["engagement"]),
    (Filter(from_="2025-05-12"), []),
    (Filter(to="2025-05-10"), []),
    (Filter(timed=True), ["engagement"]),
    (Filter(min_confidence=0.95), []),
    (Filter(kinds=("'; DROP TABLE records; --",)), []),
]


@pytest.mark.parametrize(("asked", "kinds"), FILTERS)
def test_a_filter_gives_what_it_asks_for(store: Store, asked: Filter, kinds: list[str]) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    assert sorted(e.record.kind for e in store.entries(asked)) == kinds
    assert sorted(e.record.kind for e in store.entries(replace(asked, latest=True))) == kinds
    if not asked.timed:
        assert store.count(asked) == len(kinds)


PAIR = Filter(actors=("NOR",), with_=("FIN",), kinds=("engagement",), timed=True)


@pytest.mark.parametrize("few", [0, 5_000], ids=["by the time", "by what they share"])
@pytest.mark.parametrize(
    ("asked", "days"),
    [
        (PAIR, [3, 4, 5]),
        (replace(PAIR, latest=True, limit=2, offset=1), [4, 3]),
        (replace(PAIR, from_="2025-05-04", to="2025-05-04"), [4]),
        (replace(PAIR, roles=("host",)), []),
        (replace(PAIR, kinds=()), [3, 4, 5]),
        (replace(PAIR, with_=("SWE",)), []),
    ],
)
def test_a_timeline_of_two_common_sides_is_the_same_whichever_way_it_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch, asked: Filter, days: list[int], few: int
) -> None:
    monkeypatch.setattr(entries, "COUNTED", 0)
    monkeypatch.setattr(sides, "FEW", few)
    for number in (5, 3, 4):
        text = meeting_article(f"Oslo {number}", "2025-05-12")
        add(store, text, [meeting(text, when=a_day(f"2025-05-0{number}"))])
    untimed = meeting_article("Turku", "2025-05-12")
    add(store, untimed, [meeting(untimed)])
    found = [entry.record.when for entry in store.entries(asked, View(as_of="2025-05-13"))]
    assert [when and when.from_ for when in found] == [f"2025-05-0{number}" for number in days]
    assert store.entries(asked, View(as_of="2025-05-10")) == []


def test_an_uncertain_time_is_possibly_within_what_it_meets_and_certainly_within_what_holds_it(store: Store) -> None:
    from builders import interval

    text = meeting_article("Oslo", "2025-03-20")
    add(store, text, [meeting(text, when=interval("2025-03-10", "2025-03-16"))])
    weeks = [("2025-03-16", "2025-03-31"), ("2025-03-10", "2025-03-16"), ("2025-03-17", None), (None, "2025-03-09")]
    found = [[store.count(Filter(from_=a, to=b, certainly=sure)) for sure in (False, True)] for a, b in weeks]
    assert found == [[1, 0], [1, 1], [0, 0], [0, 0]]


def test_pages_follow_one_another_in_canonical_order(store: Store) -> None:
    for day in range(1, 8):
        text = meeting_article(f"Place {day}", f"2025-03-0{8 - day}")
        add(store, text, [meeting(text)])
    everything = [e.order for e in store.entries(Filter())]
    paged = [e.order for start in range(0, 8, 3) for e in store.entries(Filter(limit=3, offset=start))]
    assert everything == sorted(everything) == paged
    assert [e.order for e in store.entries(Filter(latest=True, limit=2))] == everything[:-3:-1]
    assert [e.order for e in store.entries(Filter(actors=("NOR",), latest=True, limit=2))] == everything[:-3:-1]
    assert [e.order for e in store.export()] == everything


def test_ids_are_found_by_their_beginning(store: Store) -> None:
    talks = talks_article()
    records = talks_records(talks)
    add(store, talks, records)
    short = store.short_ids(store.entries(Filter()))
    assert [store.resolve(short[r.id]) for r in records] == [r.id for r in records]
    assert all(short[r.id] == f"{r.kind[:3]}-{r.id[:4]}" for r in records)
    assert store.resolve(records[0].id) == store.resolve(records[0].id[:9].upper()) == records[0].id


@pytest.mark.parametrize("wrong", ["sta-ffff", "xyz-12", "", "nonsense", "eng-", "' OR 1=1", "%", "eng-0000000000"])
def test_an_unknown_id_is_said_to_be_unknown(store: Store, wrong: str) -> None:
    with pytest.raises(QuestionError):
        store.resolve(wrong)


def test_an_ambiguous_id_is_listed(store: Store) -> None:
    with store.writing(AT) as writer:
        for number in range(17):  # one more than there are first digits
            text = meeting_article(f"Place {number}", "2025-03-01")
            writer.put_article(text)
            writer.put_records(text.id, [meeting(text)], RUN)
    with pytest.raises(QuestionError, match=r"could be any of eng-\w{4,}, eng-.*give more digits"):
        first = [e.record.id[0] for e in store.entries(Filter())]
        store.resolve(max(first, key=first.count))


@pytest.mark.parametrize(
    "view", [View(as_of="2025-13-01"), View(as_of="yesterday"), View(known_at="soon"), View(as_of="2025-02-30")]
)
def test_an_impossible_day_is_refused(store: Store, view: View) -> None:
    with pytest.raises(QuestionError, match="write one as"):
        store.entries(Filter(), view)
