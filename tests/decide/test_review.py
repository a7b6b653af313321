"""The review queue: what matters first, each with its reason and the commands that settle it."""

from __future__ import annotations

from dataclasses import replace

from builders import actor, article, denial, engagement, interval, unresolved
from communique.decide import making
from communique.decide.attaching import Orphan
from communique.decide.making import Hand
from communique.decide.review import Near, queue
from communique.records.links import Appearance, Decision, Entry
from communique.records.record import Record
from communique.records.views import State

TEXT = article(
    "Mali and Niger will meet on Friday, Oumar Diallo said. They will meet again soon. Mali denied it.",
    published="2024-06-05",
)
MALI = actor(TEXT, "Mali", "state/MLI")
FRIDAY = interval("2024-06-07", "2024-06-07", TEXT.span(27, 33), why="Friday: the first one after publication")
MEET = engagement(TEXT, "meet", status="announced", participants=[MALI], window=FRIDAY)
AGAIN = engagement(
    TEXT, "meet", nth=1, status="announced", window=unresolved(TEXT.span(75, 79), "soon"),
    participants=[actor(TEXT, "They", "mention/they", kind="collective", form="pronoun")],
)  # fmt: skip
DENIED = denial(TEXT, actor(TEXT, "Oumar Diallo", "mention/oumar-diallo", kind="person"), "denied")
RECORDS: tuple[Record, ...] = (MEET, AGAIN, DENIED)
HAND = Hand(who="ana", when="2024-06-09T09:00:00.000000Z")


def entry(record: Record) -> Entry:
    there = Appearance(publisher="The Sahel Post", url=None, published=TEXT.published, added_at="2024-06-06")
    return Entry(record=record, appearances=(there,))


def state(record: Record, **fields: object) -> State:
    common = {"head": record.id, "of": "engagement", "type": "meeting", "from_": "2024-06-05", "to": None}
    return State(**{**common, "status": "announced", **fields})  # type: ignore[arg-type]


STATES = [state(MEET, window_to="2024-06-07"), state(AGAIN, contested=True)]


def asked(*decisions: Decision, as_of: str = "2024-06-10", records: tuple[Record, ...] = RECORDS) -> list[str]:
    return [i.topic for i in queue([entry(r) for r in records], STATES, decisions, as_of=as_of)]


def test_what_is_late_comes_first_then_what_contradicts_then_what_was_inferred() -> None:
    lost = [Orphan(decision=making.reject(MEET, HAND), why="gone")]
    near = [Near(AGAIN.id, MEET.id, 0.6, "the same sides")]
    items = queue([entry(r) for r in RECORDS], STATES, [], as_of="2024-06-10", orphans=lost, near=near)
    topics = ["orphan", "overdue", "contested", "date", "date", "reference", "reference", "name", "link"]
    assert [item.topic for item in items] == topics
    assert items[3].record == AGAIN.id  # unresolved before inferred
    assert items[3].reason.startswith("window is unresolved (“") and " is inferred: " in items[4].reason
    assert all(item.reason and item.commands for item in items)
    assert (
        queue([entry(r) for r in RECORDS[::-1]], STATES[::-1], [], as_of="2024-06-10", orphans=lost, near=near) == items
    )


def test_an_article_without_a_date_is_asked_for_once() -> None:
    items = queue([Entry(record=record) for record in RECORDS], [], [], as_of="2024-06-10")
    assert [(i.about, i.commands) for i in items if i.about.startswith("article")] == [
        (f"article {TEXT.id}", (f"correct {TEXT.id} published=YYYY-MM-DD",))
    ]


def test_nothing_is_overdue_before_its_last_day_has_passed() -> None:
    assert "overdue" in asked(as_of="2024-06-08")
    assert "overdue" not in asked(as_of="2024-06-07")


def test_what_was_accepted_is_asked_again_only_when_it_reads_otherwise() -> None:
    yes = making.accept(MEET, HAND)
    assert "overdue" not in asked(yes)
    assert "overdue" not in asked(yes, records=(replace(MEET, confidence=0.7, rule="newer"), AGAIN, DENIED))
    assert "overdue" in asked(yes, records=(replace(MEET, status="confirmed"), AGAIN, DENIED))
    assert "overdue" in asked(replace(yes, withdrawn="2024-06-09"))
