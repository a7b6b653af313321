"""Decisions, new readings and other dates: whatever happens, links and threads are those of the record as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

import wires
from communique import workflow
from communique.decide import making
from communique.decide.making import Hand
from communique.errors import DecisionError, QuestionError, RecordError
from communique.records import Article, Engagement, Publication, Record
from communique.records.views import Filter, View
from communique.store import Store

HAND = Hand(who="ada", when=wires.AT, reason="the text says so")


def enter(store: Store, articles: list[Article]) -> None:
    for article in articles:
        workflow.enter(store, article, wires.read(article), wires.RUN, wires.AT)


def talks(article: Article) -> Engagement:
    return next(record for record in wires.read(article) if isinstance(record, Engagement))


def heads(store: Store, *records: Record) -> list[str]:
    found = store.heads([record.id for record in records])
    return [found[record.id] for record in records]


def statuses(store: Store, record: Record, view: View | None = None) -> list[str]:
    [head] = heads(store, record)
    return [state.status for state in store.history([head], view.known_at if view else None).get(head, [])]


def told(store: Store) -> tuple[Any, ...]:
    entries = store.of_articles(store.article_ids())
    found = store.heads([entry.record.id for entry in entries])
    shown = [(e.record, e.by, e.published, e.until) for e in entries]
    return shown, found, store.links(list(found)), store.history(sorted(set(found.values())))


def test_what_an_article_comes_to_is_told(store: Store) -> None:
    first, second = wires.reports(2)
    elsewhere = replace(first, publisher="Evening Copy")
    corrected = replace(second, url=first.url)
    came = [workflow.enter(store, a, wires.read(a), wires.RUN, wires.AT) for a in (first, first, elsewhere, corrected)]
    assert [one.outcome for one in came] == ["new", "again", "appearance", "corrects"]
    assert [one.records for one in came] == [2, 2, 2, 1]
    assert came[3].others == (first.id,)
    assert workflow.check(store) == []


def test_an_article_with_a_bad_span_leaves_nothing_behind(store: Store) -> None:
    first, second = wires.reports(2)
    with pytest.raises(RecordError):
        workflow.enter(store, first, wires.read(second), wires.RUN, wires.AT)
    assert (store.article_ids(), store.entries(Filter())) == ([], [])


def test_an_edit_shows_survives_another_reading_and_is_undone_without_a_trace(store: Store) -> None:
    article = wires.reports(1)[0]
    enter(store, [article])
    before, moment = told(store), store.moment()
    record = talks(article)
    decision = replace(
        making.accept(record, HAND), verb="edit", before={"status": "announced"}, after={"status": "held"}
    )
    number = workflow.decide(store, decision, wires.AT)
    assert statuses(store, record) == ["held"]
    assert workflow.check(store) == []
    shorter = replace(record, rule="another rule", status="postponed")
    difference = workflow.reread(store, article.id, [shorter], wires.LATER, wires.AT)
    assert ([r.kind for r in difference.lost], difference.attached, difference.orphans) == (["allegation"], 1, ())
    assert statuses(store, record) == ["held"]
    assert statuses(store, record, View(known_at=moment)) == ["announced"]
    assert workflow.check(store) == []
    workflow.undo(store, number, wires.AT)
    assert statuses(store, record) == ["postponed"]
    workflow.reread(store, article.id, wires.read(article), wires.RUN, wires.AT)
    assert told(store) == before


def test_a_decision_whose_record_is_not_read_any_more_is_an_orphan_and_check_says_so(store: Store) -> None:
    article = wires.reports(1)[0]
    enter(store, [article])
    number = workflow.decide(store, making.reject(talks(article), HAND), wires.AT)
    rest = [record for record in wires.read(article) if record != talks(article)]
    difference = workflow.reread(store, article.id, rest, wires.LATER, wires.AT)
    assert [orphan.decision.number for orphan in difference.orphans] == [number]
    [fault] = workflow.check(store)
    assert str(fault).startswith(f"decision {number}: ") and "communique undo" in fault.mend


def test_a_decision_about_no_record_is_refused_and_not_kept(store: Store) -> None:
    first, second = wires.reports(2)
    enter(store, [first])
    before = told(store)
    with pytest.raises(QuestionError):
        workflow.decide(store, making.reject(talks(second), HAND), wires.AT)
    with pytest.raises(DecisionError):
        workflow.decide(store, making.merge(talks(first), talks(second), HAND), wires.AT)
    assert (told(store), store.decisions()) == (before, [])


def test_merges_unite_threads_and_come_apart_in_any_order(store: Store) -> None:
    articles = wires.reports(3)
    enter(store, articles)
    a, b, c = (talks(article) for article in articles)
    before = told(store)
    for undone in (0, 1):
        numbers = [workflow.decide(store, making.merge(x, y, HAND), wires.AT) for x, y in ((a, b), (b, c))]
        [state] = [s for s in store.states(Filter(kinds=("engagement",))) if s.head == a.id]
        assert (state.reports, [s.head for s in store.states(Filter(kinds=("engagement",)))]) == (3, [a.id])
        assert workflow.check(store) == []
        workflow.undo(store, numbers[undone], wires.AT)
        assert len(store.states(Filter(kinds=("engagement",)))) == 2
        assert workflow.check(store) == []
        workflow.undo(store, numbers[1 - undone], wires.AT)
        assert told(store) == before


def test_what_is_told_apart_is_placed_apart_until_that_is_undone(store: Store) -> None:
    articles = [wires.reports(11)[number] for number in (0, 5, 10)]
    enter(store, articles)
    a, b, _ = (talks(article) for article in articles)
    before = told(store)
    assert len(set(heads(store, a, b))) == 1
    number = workflow.decide(store, making.distinct(a, b, HAND), wires.AT)
    assert len(set(heads(store, a, b))) == 2
    assert workflow.check(store) == []
    workflow.undo(store, number, wires.AT)
    assert told(store) == before


def test_a_status_set_by_hand_is_in_the_thread_and_not_in_the_record(store: Store) -> None:
    article = wires.reports(1)[0]
    enter(store, [article])
    before = told(store)
    number = workflow.decide(store, making.set_status(talks(article), "cancelled", "2024-03-09", HAND), wires.AT)
    assert statuses(store, talks(article))[-1] == "cancelled"
    assert workflow.check(store) == []
    workflow.undo(store, number, wires.AT)
    assert told(store) == before


def test_another_date_for_an_article_moves_it_in_its_thread(store: Store) -> None:
    articles = [wires.reports(6)[number] for number in (0, 5)]
    enter(store, articles)
    first, second = (talks(article) for article in articles)
    assert heads(store, first, second) == [first.id, first.id]
    late = Publication("2024-03-08", "2024-03-08", "stated", "given by hand")
    workflow.redate(store, articles[0].id, articles[0].publisher, articles[0].url, late, wires.AT)
    assert heads(store, second) == [second.id]
    assert workflow.check(store) == []


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("UPDATE heads SET head = record", "but belongs to"),
        ("DELETE FROM links", "is missing"),
        ("UPDATE states SET status = 'refused'", "its stored states are not those of its reports"),
        ("UPDATE links SET score = score / 2", "has no ground"),
    ],
)
def test_check_finds_what_was_tampered_with(store: Store, harm: str, fault: str) -> None:
    enter(store, [wires.reports(6)[number] for number in (0, 5)])
    assert workflow.check(store) == []
    with store._engine.begin() as connection:
        connection.execute(text(harm))
    assert any(fault in str(found) and "communique rerun" in found.mend for found in workflow.check(store))
