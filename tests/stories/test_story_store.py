"""The invented story in a store, asked as users ask: what was pending, overdue, called off or denied on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from communique.questions import wording
from communique.questions.answers import Matter
from communique.questions.lists import allegations, engagements, overdue, pending
from communique.questions.plans import proposals
from communique.records.views import Filter, Run, View
from communique.store import Store, open_store
from communique.workflow import check, enter
from stories.followed import Followed

pytestmark = pytest.mark.model
RUN = Run(version="0", model="as read", lexicon="kell_strait")


@pytest.fixture(scope="module")
def store(followed: Mapping[str, Followed], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("stories") / "kell.db") as store:
        for number, (article, records) in enumerate(followed["kell_strait"].story):
            assert enter(store, article, records, RUN, f"2024-05-01T12:00:{number:02}.000000Z").outcome == "new"
        yield store


def statuses(matters: tuple[Matter, ...]) -> dict[str, str]:
    return {matter.thread.id: matter.thread.status for matter in matters}


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2024-03-13", None),
        ("2024-03-14", "invited"),
        ("2024-03-21", "announced"),
        ("2024-03-26", "cancelled"),
        ("2024-03-27", "announced"),
        ("2024-03-29", "held"),
    ],
)
def test_the_summit_stands_as_reported_by_the_day(
    day: str, status: str | None, store: Store, followed: Mapping[str, Followed]
) -> None:
    summit = followed["kell_strait"].threads["summit"] or ""
    found = statuses(engagements(store, Filter(actors=("QON",)), View(as_of=day)).items)
    assert found.get(summit) == status


def test_a_visit_is_pending_until_its_days_have_passed_in_silence(
    store: Store, followed: Mapping[str, Followed]
) -> None:
    visit = followed["kell_strait"].threads["visit"] or ""
    assert statuses(pending(store, Filter(), View(as_of="2024-03-20")).items)[visit] == "announced"
    assert visit not in statuses(overdue(store, Filter(), View(as_of="2024-03-20")).items)
    assert visit in statuses(overdue(store, Filter(), View(as_of="2024-03-21")).items)
    assert visit in statuses(overdue(store, Filter(), View(as_of="2024-12-31")).items)


def test_only_what_was_denied_has_a_denial(store: Store, followed: Mapping[str, Followed]) -> None:
    found = allegations(store, Filter(actors=("QSR",), roles=("accused",)), View(as_of="2024-04-30")).items
    ledgers = {ledger.matter.thread.id: ledger for ledger in found}
    mines, jamming = (ledgers[followed["kell_strait"].threads[name] or ""] for name in ("mines", "jamming"))
    assert mines.denials and not jamming.denials
    assert (mines.matter.thread.status, jamming.matter.thread.status) == ("denied", "alleged")


def test_the_plan_is_answered_point_by_point(store: Store) -> None:
    """Two articles list its points, three tell who accepts and rejects which, in words of their own."""
    (before,) = proposals(store, Filter(actors=("QON",)), View(as_of="2024-03-24")).items
    (matrix,) = proposals(store, Filter(actors=("QON",)), View(as_of="2024-04-10")).items
    parties = {party.name: party for party in matrix.parties}
    assert [line.of(parties[name]) for line in before.lines for name in ("Sarrond", "Velmora")] == [[]] * 8
    answers = [
        [wording.answer(matrix, line, parties[name]) for name in ("Sarrond", "Velmora")] for line in matrix.lines
    ]
    assert answers == [["rejects", stance] for stance in ("conditional", "accepts", "accepts", "opposes")]


def test_a_store_holds_the_threads_that_linking_in_memory_finds(store: Store, followed: Mapping[str, Followed]) -> None:
    placed = {record: place[1] for record, place in followed["kell_strait"].placements.items() if place}
    assert store.heads(placed) == placed


def test_adding_again_changes_nothing(store: Store, followed: Mapping[str, Followed]) -> None:
    before = store.moment()
    for article, records in followed["kell_strait"].story:
        assert enter(store, article, records, RUN, "2024-06-01T12:00:00.000000Z").outcome == "again"
    assert store.changes(before) == []
    assert check(store) == []
