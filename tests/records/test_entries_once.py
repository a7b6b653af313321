"""What is made of an entry once is kept with it."""

from __future__ import annotations

from communique.records.links import Entry
from store.articles import meeting, meeting_article


def test_what_an_entry_makes_once_is_not_made_again() -> None:
    made = []

    def kind(entry: Entry) -> str:
        made.append(entry)
        return entry.record.kind

    entry = Entry(record=meeting(meeting_article("Oslo", "2025-03-01")))
    assert [entry.once(kind), entry.once(kind), made] == ["engagement", "engagement", [entry]]
