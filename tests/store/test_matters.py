"""Links, heads, states, clusters and decisions: replaced when they differ, kept as they were known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from communique.errors import AbsentError
from communique.records.links import Decision, Link, Target
from communique.records.record import Record
from communique.records.views import Filter, State, View
from communique.store import Store
from store.articles import AT, add, kind_of, meeting, meeting_article

Names = Sequence[str]


def two_meetings(store: Store) -> tuple[str, str]:
    """Store two meetings, and return the ids of their records, the earlier one first."""
    ids = []
    for place, day in (("Oslo", "2025-03-01"), ("Bergen", "2025-03-05")):
        text = meeting_article(place, day)
        add(store, text, [meeting(text)])
        ids.append(meeting(text).id)
    return ids[0], ids[1]


def state(head: str, from_: str, to: str | None, status: str, **fields: object) -> State:
    return State(head=head, of="engagement", type="meeting", from_=from_, to=to, status=status, **fields)  # type: ignore[arg-type]


def tie(a: str, b: str) -> Link:
    return Link(relation="same_as", a=a, b=b, score=0.8, why="the same pair and day", by="rule:engagements")


def test_placements_make_threads_and_can_be_taken_back(store: Store) -> None:
    first, second = two_meetings(store)
    with store.writing(AT) as writer:
        writer.put_placements({first: (None, first), second: (tie(second, first), first)})
        assert [e.record.id for e in writer.members([first])[first]] == [first, second]
    before = store.moment()
    with store.writing(AT) as writer:
        writer.put_placements({second: (None, second)})
    assert store.heads([first, second]) == {first: first, second: second}
    assert store.heads([second], before) == {second: first}
    assert (store.links([first]), store.links([first], before)) == ([], [tie(second, first)])
    with store.writing(AT) as writer:
        writer.put_placements({second: None})
    assert store.members([second]) == {}


def test_what_is_put_again_stays_as_it_was_recorded(store: Store) -> None:
    first, second = two_meetings(store)
    placed: dict[str, tuple[Link | None, str | None] | None] = {
        first: (None, first),
        second: (tie(second, first), first),
    }
    for _ in range(2):
        with store.writing(AT) as writer:
            writer.put_placements(placed)
            writer.put_states({first: [state(first, "2025-03-01", None, "held")]})
            writer.put_clusters({meeting_article("Oslo", None).id: "one"})
    with store.connected() as connection:
        for table in ("heads", "links", "states", "clusters"):
            closed = connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE recorded_to IS NOT NULL").scalar()
            assert (table, closed) == (table, 0)


def test_states_are_those_of_the_day_asked_for(store: Store) -> None:
    first, _ = two_meetings(store)
    with store.writing(AT) as writer:
        told = [state(first, "2025-03-01", "2025-03-05", "sought"), state(first, "2025-03-05", None, "held")]
        writer.put_states({first: told})
    days = ("2025-02-28", "2025-03-01", "2025-03-04", "2025-03-05", None)
    assert [[s.status for s in store.states(Filter(), View(as_of=day))] for day in days] == [
        [], ["sought"], ["sought"], ["held"], ["held"]
    ]  # fmt: skip
    assert store.history([first]) == {first: told}


STATES = [
    (Filter(kinds=("engagement",)), 2),
    (Filter(kinds=("proposal",)), 0),
    (Filter(types=("visit",)), 0),
    (Filter(statuses=("announced",)), 0),
    (Filter(statuses=("outcome_unreported",)), 1),
    (Filter(statuses=("held", "outcome_unreported")), 2),
    (Filter(actors=("NOR",), with_=("state/FIN",)), 2),
    (Filter(actors=("NOR",), with_=("SWE",)), 0),
    (Filter(actors=("NOR",), roles=("host",)), 0),
    (Filter(sources=("Northern Wire",)), 2),
    (Filter(sources=("Nobody",)), 0),
    (Filter(min_sources=2), 1),
    (Filter(limit=1), 1),
    (Filter(limit=1, offset=2), 0),
]


@pytest.mark.parametrize(("asked", "many"), STATES)
def test_a_filter_gives_the_states_it_asks_for(store: Store, asked: Filter, many: int) -> None:
    first, second = two_meetings(store)
    with store.writing(AT) as writer:
        writer.put_placements({first: (None, first), second: (None, second)})
        awaited = state(first, "2025-03-01", None, "announced", window_to="2025-03-03")
        writer.put_states({first: [awaited], second: [state(second, "2025-03-05", None, "held", sources=2)]})
    assert len(store.states(asked, View(as_of="2025-03-06"))) == many


@pytest.mark.parametrize("latest", [False, True])
def test_pages_of_the_states_of_all_kinds_are_cut_from_one_order(store: Store, latest: bool) -> None:
    kinds = ("engagement", "event", "event", "event", "event", "proposal", "event", "engagement")
    told = {
        f"{n:032x}": [replace(state(f"{n:032x}", f"2025-03-0{1 + n // 2}", None, "held"), of=kind)]  # type: ignore[arg-type]
        for n, kind in enumerate(kinds)
    }
    with store.writing(AT) as writer:
        writer.put_states(told)
    whole = store.states(Filter(latest=latest))
    assert [s.head for s in whole] == sorted(told, reverse=latest)
    pages = [store.states(Filter(latest=latest, limit=3, offset=offset)) for offset in (0, 3, 6)]
    assert [s for page in pages for s in page] == whole
    assert [len(page) for page in pages] == [3, 3, 2]


def test_a_glimpse_is_the_live_record_and_the_day_of_its_first_publication(store: Store) -> None:
    ids = two_meetings(store)
    whole = store.by_id(ids)
    assert {id: (e.record, e.order) for id, e in store.glimpsed([*ids, "0" * 32]).items()} == {
        id: (e.record, e.order) for id, e in whole.items()
    }
    text = meeting_article("Oslo", "2025-03-01")
    with store.writing(AT) as writer:
        writer.put_shown(text.id, [])
    assert set(store.glimpsed(ids)) == {ids[1]}


def test_states_are_found_by_any_member_of_their_thread(store: Store) -> None:
    first, second = two_meetings(store)
    with store.writing(AT) as writer:
        writer.put_placements({first: (None, first), second: (tie(second, first), first)})
        writer.put_states({first: [state(first, "2025-03-01", None, "held")]})
    assert [s.head for s in store.states(Filter(ids=(second,)))] == [first]


def test_clusters_are_what_an_entry_counts_by(store: Store) -> None:
    two_meetings(store)
    ids = [e.record.article for e in store.entries(Filter())]
    assert [e.cluster for e in store.entries(Filter())] == ids
    with store.writing(AT) as writer:
        writer.put_clusters({ids[1]: ids[0]})
    assert [e.cluster for e in store.entries(Filter())] == [ids[0], ids[0]]
    assert store.clusters(ids) == {ids[1]: ids[0]}


def test_articles_that_share_a_band_are_found_with_their_signatures(store: Store) -> None:
    oslo, bergen = meeting_article("Oslo", None), meeting_article("Bergen", None)
    with store.writing(AT) as writer:
        writer.put_article(oslo, signature=(1, 2**63), bands=("0:a", "1:b"))
        writer.put_article(bergen, signature=(3, 4), bands=("1:c", "1:b"))
    assert store.sharing_bands(["0:a"]) == {oslo.id: (1, 2**63)}
    assert set(store.sharing_bands(["1:b", "9:z"])) == {oslo.id, bergen.id}


def test_the_shelf_gives_live_neighbours_near_in_time(store: Store) -> None:
    days = {"Oslo": "2025-03-01", "Bergen": "2025-03-05", "Turku": "2025-06-01", "Narvik": None}
    entries = {}
    for place, day in days.items():
        text = meeting_article(place, day)
        (entries[place],) = add(store, text, [meeting(text)])
    found: dict[tuple[str, int | None], list[str]] = {}
    with store.writing(AT, held=kind_of) as writer:
        for horizon in (4, 3, None):
            shelf = writer.shelf(lambda record: (kind_of(record), ()), lambda key, days=horizon: days)  # type: ignore[misc]
            for place in ("Oslo", "Narvik"):
                near = shelf.neighbours(entries[place])
                found[place, horizon] = [p for p in days for n in near if entries[p].record.id == n.entry.record.id]
        assert shelf.neighbours(entries["Oslo"])[0].head is None
        assert [p.entry.order for p in shelf.placed([entries["Turku"].record.id, "f" * 32])] == [entries["Turku"].order]
        writer.put_shown(entries["Bergen"].record.article, [])
        anew = writer.shelf(lambda record: (kind_of(record), ()), lambda key: None)
        assert len(anew.neighbours(entries["Oslo"])) == 2
    assert found == {
        ("Oslo", 4): ["Bergen"],
        ("Oslo", 3): [],
        ("Oslo", None): ["Bergen", "Turku", "Narvik"],
        ("Narvik", 4): [],
        ("Narvik", 3): [],
        ("Narvik", None): ["Oslo", "Bergen", "Turku"],
    }


def test_the_shelf_gives_who_follows_and_who_stands_beside_in_a_thread(store: Store) -> None:
    entries = {}
    for place, day in {"Oslo": "2025-03-01", "Bergen": "2025-03-05", "Turku": "2025-03-05"}.items():
        text = meeting_article(place, day)
        (entries[place],) = add(store, text, [meeting(text)])
    oslo, bergen, turku = (entry.record.id for entry in entries.values())
    with store.writing(AT, held=kind_of) as writer:
        writer.put_placements({oslo: (None, oslo), turku: (None, turku)})
        shelf = writer.shelf(lambda record: ((), kind_of(record)), lambda key: 4)
        assert shelf.neighbours(entries["Bergen"]) == []
        beside = [shelf.beside(entries["Bergen"], heads) for heads in ([oslo], [oslo, turku], [])]
        following = [shelf.followers(entries[place]) for place in ("Oslo", "Bergen")]
    assert [{p.entry.record.id for p in those} for those in beside] == [{oslo}, {oslo, turku}, set()]
    assert [{p.entry.record.id for p in those} for those in following] == [{bergen, turku}, {turku}]


def decision(record: Record, reason: str = "") -> Decision:
    target = Target(article=record.article, kind=record.kind, spans=record.defining, record=record.id)
    return Decision(
        number=0, who="mira", when="", verb="edit", target=target, after={"status": "sought"}, reason=reason
    )


def test_decisions_are_numbered_kept_and_withdrawn(store: Store) -> None:
    two_meetings(store)
    record = store.entries(Filter())[0].record
    with store.writing(AT) as writer:
        numbers = [writer.put_decision(decision(record, reason)).number for reason in ("one", "two")]
    before = store.moment()
    with store.writing(AT) as writer:
        writer.withdraw(1)
        withdrawn = writer.at
    assert numbers == [1, 2]
    assert [(d.reason, d.withdrawn, d.after) for d in store.decisions()] == [
        ("one", withdrawn, {"status": "sought"}),
        ("two", None, {"status": "sought"}),
    ]
    assert [d.withdrawn for d in store.decisions(before)] == [None, None]
    assert store.decisions("2020-01-01") == []
    with pytest.raises(AbsentError, match="decision 1"), store.writing(AT) as writer:
        writer.withdraw(1)


def test_a_decision_about_no_article_in_particular_is_kept_too(store: Store) -> None:
    target = Target(article="", kind="actor", spans=(), record="")
    alias = Decision(number=0, who="mira", when="", verb="alias", target=target, after={"id": "person/x"})
    with store.writing(AT) as writer:
        writer.put_decision(alias)
    assert store.decisions()[0].target == target
