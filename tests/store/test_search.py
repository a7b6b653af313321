"""Search takes words and quoted phrases, all of them; whatever else is typed is read as words and never raises."""

from __future__ import annotations

import pytest

from communique.records.views import View
from communique.store import Store
from store.articles import AT, add, meeting, meeting_article, talks_article, talks_records

QUERIES = [
    ("inspections", ["allegation"]),
    ("INSPECTION delay", ["allegation"]),
    ('"delaying inspections"', ["allegation"]),
    ('"inspections delaying"', []),
    ("useful", ["statement"]),
    ("the round useful", ["statement"]),
    ("talks iran", ["engagement"]),
    ("zebra", []),
    ("talks zebra", []),
    ("", []),
    ("   ", []),
    ('"', []),
    ('""', []),
    ('"useful', ["statement"]),
    ("useful)", ["statement"]),
    ("(useful", ["statement"]),
    ("useful AND zebra", []),
    ("useful*", ["statement"]),
    ("words:useful", []),
    ("NEAR(useful)", []),
    ("useful:*&|!", ["statement"]),
    ("'; DROP TABLE records; --", []),
    ("-useful", ["statement"]),
    ("^useful", ["statement"]),
    (":at ?1 %s {x}", []),
]


@pytest.mark.parametrize(("query", "kinds"), QUERIES)
def test_records_are_found_by_their_words(store: Store, query: str, kinds: list[str]) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    assert [e.record.kind for e in store.search(query)] == kinds


def test_accents_and_case_make_no_difference(store: Store) -> None:
    text = meeting_article("Ålesund", "2025-03-01")
    add(store, text, [])
    assert store.search_articles("alesund") == store.search_articles("ÅLESUND") == [text.id]


def test_search_shows_what_the_view_shows_last_reported_first(store: Store) -> None:
    orders = []
    for day in ("2025-03-05", "2025-03-01", "2025-03-03"):
        text = meeting_article(f"Place {day[-1]}", day)
        orders.append(add(store, text, [meeting(text)])[0].order)
    before = store.moment()
    assert [e.order for e in store.search("met")] == sorted(orders, reverse=True)
    assert [e.order for e in store.search("met", limit=1)] == [max(orders)]
    assert [e.order[0] for e in store.search("met", View(as_of="2025-03-04"))] == ["2025-03-03", "2025-03-01"]
    with store.writing(AT) as writer:
        writer.put_shown(orders[0][1], [])
    assert [len(store.search("met", view)) for view in (View(), View(known_at=before), View(machine_only=True))] == [
        2,
        3,
        3,
    ]
    found = store.search_articles("norway", View(as_of="2025-03-03"), limit=1)
    assert found == [orders[2][1]]


def test_a_common_word_is_looked_for_until_the_page_is_full(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.store.search.AT_ONCE", 2)
    for day in range(1, 8):
        text = meeting_article(f"Place {day}", f"2025-03-0{day}")
        add(store, text, [meeting(text)])
    assert len(store.search("met", limit=5)) == 5
    assert [e.order[0] for e in store.search("met", View(as_of="2025-03-02"))] == ["2025-03-02", "2025-03-01"]
