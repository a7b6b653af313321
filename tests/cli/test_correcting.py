"""Corrections from the command line, on a store: they hold through other readings, leave no trace when undone, and
the store still tells what it showed before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import actor, article, engagement, interval, statement
from communique import workflow
from communique.cli.app import app
from communique.records import to_json
from communique.records.record import Record
from communique.records.views import NOW, Run, View
from communique.store import Store, open_store
from stores import KINDS, Stores

FIRST = article(
    "Kenya said that its minister, Jane Otieno, would visit Uganda on 9 April. A meeting with Chad was not ruled out.",
    published="2024-04-02", publisher="The Lake Post", url="https://lake.example/1",
)  # fmt: skip
SECOND = article(
    "Kenya's minister arrived in Kampala for talks with Uganda on Tuesday. No date for other talks was given.",
    published="2024-04-10", publisher="The Hill Paper", url="https://hill.example/2",
)  # fmt: skip
KENYA, UGANDA = actor(FIRST, "Kenya", "state/KEN"), actor(FIRST, "Uganda", "state/UGA")
MINISTER = actor(FIRST, "Jane Otieno", "mention/jane-otieno", kind="person")
VISIT = engagement(
    FIRST, "visit", type="visit", status="announced", participants=[KENYA, UGANDA],
    window=interval("2024-04-09", "2024-04-09", why="the year of publication"),
)  # fmt: skip
CHAT = engagement(FIRST, "meeting", status="hypothetical", participants=[KENYA, actor(FIRST, "Chad", "state/TCD")])
SAID = statement(FIRST, KENYA, "said", "its minister, Jane Otieno, would visit Uganda on 9 April", about=(VISIT.id,),
                 addressee=MINISTER)  # fmt: skip
TALKS = engagement(
    SECOND, "talks", type="talks", status="held",
    participants=[actor(SECOND, "Kenya", "state/KEN"), actor(SECOND, "Uganda", "state/UGA")],
)  # fmt: skip
READ = {FIRST: (SAID, VISIT, CHAT), SECOND: (TALKS,)}
RUN = Run(version="1", model="test", lexicon="a")
LATER = Run(version="2", model="test", lexicon="b")


@pytest.fixture(scope="module", params=KINDS)
def filled(request: pytest.FixtureRequest, stores: Stores) -> str:
    """Return a store that holds the two articles, to be copied."""
    path = stores.empty(request.param)
    with open_store(path) as store:
        for day, (paper, records) in enumerate(READ.items(), 1):
            workflow.enter(store, paper, records, RUN, f"2024-04-1{day}T08:00:00.000000Z")
    return path


@pytest.fixture
def path(stores: Stores, filled: str) -> str:
    """Return a store of one's own that holds the two articles."""
    return stores.copy(filled)


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def run(path: str, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--store", path])


def done(path: str, *words: str) -> str:
    result = run(path, *words)
    assert result.exit_code == 0, result.output
    return result.output


def shown(store: Store, view: View = NOW) -> list[str]:
    return [to_json(entry.record) for entry in store.export(view)]


def everything(store: Store) -> tuple[object, ...]:
    """Return all that answers are made of: records, threads, states, links."""
    entries = list(store.export())
    ids = [entry.record.id for entry in entries]
    heads = store.heads(ids)
    return [replace(e, recorded="") for e in entries], heads, store.history(set(heads.values())), store.links(ids)


def status(store: Store, record: Record, view: View = NOW) -> str:
    entry = store.entry(record.id, view)
    return getattr(entry.record, "status", "") if entry else "gone"


def short(record: Record) -> str:
    return f"{record.kind[:3]}-{record.id[:6]}"


def test_a_correction_holds_through_another_reading_and_the_past_stays_known(path: str, store: Store) -> None:
    before = store.moment()
    done(path, "correct", short(CHAT), "status=refused", "--reason", "read again", "--who", "ana")
    reread = [SAID, VISIT, replace(CHAT, status="sought", confidence=0.6)]
    difference = workflow.reread(store, FIRST.id, reread, LATER, "2024-04-20T08:00:00.000000Z")
    assert (difference.attached, difference.orphans) == (1, ())
    assert status(store, CHAT) == "refused"
    assert status(store, CHAT, View(known_at=before)) == "hypothetical"
    assert status(store, CHAT, View(machine_only=True)) == "sought"
    assert workflow.check(store) == []


def test_what_was_rejected_does_not_come_back(path: str, store: Store) -> None:
    done(path, "reject", short(CHAT))
    workflow.reread(store, FIRST.id, [SAID, VISIT, CHAT], LATER, "2024-04-20T08:00:00.000000Z")
    assert status(store, CHAT) == "gone"
    assert "not shown any more" in run(path, "accept", short(CHAT)).output
    assert "reject" in done(path, "log", short(CHAT))


def test_a_correction_of_words_that_are_gone_is_an_orphan_on_top_of_the_queue(path: str, store: Store) -> None:
    done(path, "correct", short(CHAT), "status=refused")
    difference = workflow.reread(store, FIRST.id, [SAID, VISIT], LATER, "2024-04-20T08:00:00.000000Z")
    assert [orphan.decision.number for orphan in difference.orphans] == [1]
    first = json.loads(done(path, "review", "--format", "json"))[0]
    assert first["topic"] == "orphan"
    assert "no record stands on the words" in first["reason"]
    assert "communique undo 1" in first["commands"]


COMMANDS: list[Sequence[str]] = [
    ("correct", short(VISIT), "status=cancelled"),
    ("correct", short(VISIT), "window=2024-04-09/2024-04-11", "--reason", "the ministry's calendar"),
    ("correct", short(VISIT), "participants.1.part=host"),
    ("reject", short(CHAT)),
    ("accept", short(VISIT)),
    ("add-record", FIRST.id, "event", "type=REJECT", "status=negated", "--spans", "ruled out"),
    ("merge", short(VISIT), short(TALKS)),
    ("distinct", short(VISIT), short(TALKS)),
    ("split", short(CHAT), "--spans", "meeting", "--spans", "ruled out"),
    ("set-status", short(VISIT), "held", "--since", "2024-04-09"),
    ("alias", "Jane Otieno", "person/william-ruto"),
    ("alias", "Jane Otieno", "person/william-ruto", "--in", short(SAID)),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_undoing_a_decision_gives_byte_equal_answers(path: str, store: Store, words: Sequence[str]) -> None:
    before, told = everything(store), shown(store)
    done(path, *words)
    assert workflow.check(store) == []
    assert words[0] in ("accept", "distinct") or everything(store) != before
    done(path, "undo", "1")
    assert (everything(store), shown(store)) == (before, told)
    assert "there is none of this number" in run(path, "undo", "1").output


@pytest.mark.parametrize("order", list(permutations((1, 2, 3, 4)))[::11])
def test_merges_and_splits_are_undone_in_any_order(path: str, store: Store, order: Sequence[int]) -> None:
    before = everything(store)
    for words in (COMMANDS[6], COMMANDS[8], COMMANDS[0], COMMANDS[9]):
        done(path, *words)
    assert store.heads([TALKS.id])[TALKS.id] in {VISIT.id, TALKS.id}
    for number in order:
        done(path, "undo", str(number))
        assert workflow.check(store) == []
    assert everything(store) == before


def test_a_merge_unites_two_matters_and_a_contradiction_is_told_and_not_applied(path: str, store: Store) -> None:
    done(path, "merge", short(CHAT), short(VISIT))
    done(path, "merge", short(VISIT), short(TALKS))
    result = run(path, "distinct", short(CHAT), short(TALKS))
    assert result.exit_code == 1
    for words in ("decision 1", "decision 2", "decision 3", "merge 2 is not applied"):
        assert words in result.output
    assert "conflict" in {item["topic"] for item in json.loads(done(path, "review", "--format", "json"))}
    done(path, "undo", "3")
    assert "conflict" not in {item["topic"] for item in json.loads(done(path, "review", "--format", "json"))}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("correct", "eng-0000", "status=held"), "0000"),
        (("correct", short(VISIT), "status=helt"), "announced, confirmed"),
        (("correct", short(VISIT), "colour=red"), "there are"),
        (("correct", short(VISIT), "when=2024-02-30"), "no time"),
        (("merge", short(VISIT), short(SAID)), "never tell of one matter"),
        (("split", short(VISIT), "--spans", "visit"), "two or more"),
        (("set-status", short(SAID), "held"), "has no status"),
        (("set-status", short(VISIT), "helt"), "'helt' is none of hypothetical, sought"),
        (("add-record", "ffff", "event", "--spans", "x"), "ffff"),
        (("alias", "Jane Otieno", "person/nobody-at-all"), "`communique actor NAME` prints the id"),
        (("undo", "7"), "decision 7"),
        (("log", "7"), "there is no decision 7"),
        (("correct", FIRST.id, "published=soon"), "soon"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line_and_changes_nothing(
    path: str, store: Store, words: Sequence[str], says: str
) -> None:
    before = everything(store)
    result = run(path, *words)
    assert result.exit_code in (1, 2)
    assert says in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert everything(store) == before
    assert store.decisions() == []


def test_a_missing_store_is_no_new_store(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.db"), "reject", "eng-1234")
    assert result.exit_code != 0
    assert not (tmp_path / "none.db").exists()


def test_the_log_tells_who_what_from_what_to_what_and_why(path: str) -> None:
    done(path, "correct", short(VISIT), "status=cancelled", "--who", "ana", "--reason", "the second paragraph says so")
    done(path, "accept", short(CHAT), "--who", "ben")
    done(path, "undo", "1")
    whole = done(path, "log")
    for words in (
        "1  20",
        "ana",
        "edit",
        "“visit”",
        "status: announced → cancelled",
        "because the second",
        "withdrawn",
    ):
        assert words in whole
    assert "ben" not in done(path, "log", "1")
    assert "ana" not in done(path, "log", short(CHAT))
    assert json.loads(done(path, "log", "--format", "json"))[0]["after"] == {"status": "cancelled"}


def test_the_queue_asks_what_is_overdue_first_and_not_again_what_was_accepted(path: str, store: Store) -> None:
    items = json.loads(done(path, "review", "--format", "json", "--as-of", "2024-04-09"))
    assert "overdue" not in {item["topic"] for item in items}
    done(path, "distinct", short(VISIT), short(TALKS))
    items = json.loads(done(path, "review", "--format", "json", "--as-of", "2024-05-01"))
    assert [item["topic"] for item in items] == ["overdue", "date", "name"]
    assert "ended on 2024-04-09" in items[0]["reason"]
    assert f"communique accept {store.short_ids(store.export())[VISIT.id]}" in items[0]["commands"]
    assert "Jane Otieno" in items[2]["reason"]
    done(path, "accept", short(VISIT))
    assert [item["topic"] for item in json.loads(done(path, "review", "--format", "json"))] == ["name"]
    done(path, "alias", "Jane Otieno", "person/william-ruto")
    assert "nothing to look at" in done(path, "review")


def test_an_article_gets_another_date(path: str, store: Store) -> None:
    done(path, "correct", SECOND.id, "published=2024-04-11")
    assert [a.published.to for a in store.appearances(SECOND.id) if a.published] == ["2024-04-11"]
    assert workflow.check(store) == []


def test_an_alias_holds_for_articles_to_come(path: str, store: Store) -> None:
    done(path, "alias", "Jane Otieno", "person/william-ruto")
    third = article("Chad praised Jane Otieno.", published="2024-04-12", publisher="The Lake Post")
    praise = statement(third, actor(third, "Chad", "state/TCD"), "praised", "Jane Otieno",
                       addressee=actor(third, "Jane Otieno", "mention/jane-otieno", kind="person"))  # fmt: skip
    workflow.enter(store, third, [praise], RUN, "2024-04-21T08:00:00.000000Z")
    entry = store.entry(praise.id)
    assert entry is not None and entry.by.startswith("analyst:")
    assert entry.record.addressee.id == "person/william-ruto"  # type: ignore[attr-defined]


def test_a_status_set_for_a_day_says_nothing_about_the_days_before(path: str, store: Store) -> None:
    done(path, "set-status", short(VISIT), "held", "--since", "2024-04-09")
    head = store.heads([VISIT.id])[VISIT.id]
    steps = [(s.from_, s.status) for s in store.history([head])[head]]
    assert steps == [("2024-04-02", "announced"), ("2024-04-09", "held")]
    assert status(store, VISIT) == "announced"  # what the article says


def test_distinct_takes_apart_what_rules_had_tied_until_it_is_undone(path: str, store: Store) -> None:
    third = article("Kenya's visit to Uganda on 9 April was confirmed.", published="2024-04-05", publisher="The Kite")
    again = engagement(
        third, "visit", type="visit", status="confirmed", window=VISIT.window,
        participants=[actor(third, "Kenya", "state/KEN"), actor(third, "Uganda", "state/UGA")],
    )  # fmt: skip
    again = replace(again, window=replace(VISIT.window, text=None) if VISIT.window else None)
    workflow.enter(store, third, [again], RUN, "2024-04-21T08:00:00.000000Z")
    assert store.heads([again.id]) == {again.id: VISIT.id}
    before = everything(store)
    done(path, "distinct", short(again), short(VISIT))
    assert store.heads([again.id]) == {again.id: again.id}
    done(path, "undo", "1")
    assert everything(store) == before
