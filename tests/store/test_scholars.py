"""The views that people open with tools of their own, and the queries that docs/store.md shows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from communique.records.codec import KINDS
from communique.store import Store
from communique.store.scholars import VIEWS, views
from store.articles import AT, add, meeting, meeting_article, talks_article, talks_records

PAGE = Path(__file__).parents[2] / "docs" / "store.md"


def rows(store: Store, query: str) -> list[dict[str, Any]]:
    with store.connected() as connection:
        return [dict(row._mapping) for row in connection.execute(text(query))]


def test_every_kind_of_record_has_its_view() -> None:
    assert list(VIEWS) == list(KINDS)


def test_views_show_names_states_and_words(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    (said,) = rows(store, "SELECT speaker, speaker_state, act, mode, content, cue, published_to FROM v_statement")
    assert list(said.values()) == [
        "Iran's envoy",
        "IRN",
        "assert",
        "mixed",
        'the round was "useful"',
        "said",
        "2025-05-12",
    ]
    (held,) = rows(store, "SELECT type, status, participants, states, when_from, window_to FROM v_engagement")
    assert list(held.values()) == ["talks", "held", "Iran; the United States", "IRN; USA", "2025-05-11", None]
    (charge,) = rows(store, "SELECT accusers, accused_states, content, hedge FROM v_allegation")
    assert list(charge.values()) == ["The United States", "IRN", "delaying inspections", None]


@pytest.mark.parametrize("name", list(views("sqlite")))
def test_every_view_can_be_read(store: Store, name: str) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    assert {row["article"] for row in rows(store, f"SELECT * FROM {name}")} <= {talks.id}


def test_evidence_is_shown_in_the_words_of_the_article(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    found = rows(store, "SELECT words, role FROM v_evidence WHERE kind = 'allegation' ORDER BY position")
    assert [row["words"] for row in found] == ["accused", "delaying inspections"]


def test_views_leave_out_what_is_no_longer_shown(store: Store) -> None:
    text = meeting_article("Oslo", None)
    add(store, text, [meeting(text)])
    assert [row["published_to"] for row in rows(store, "SELECT * FROM v_engagement")] == [None]
    with store.writing(AT) as writer:
        writer.put_shown(text.id, [])
    assert rows(store, "SELECT * FROM v_engagement") == []


def test_the_queries_of_the_documentation_run(store: Store) -> None:
    talks = talks_article()
    add(store, talks, talks_records(talks))
    queries = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(queries) >= 5
    for query in queries:
        rows(store, query.strip().rstrip(";"))


def test_the_documentation_names_every_table_view_and_column_of_a_view() -> None:
    from communique.store.tables import metadata

    page = PAGE.read_text(encoding="utf-8")
    names = {*metadata.tables, *views("sqlite"), *(column for columns in VIEWS.values() for column in columns)}
    assert sorted(name for name in names if f"`{name}`" not in page) == []
