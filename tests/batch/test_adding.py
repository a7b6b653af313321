"""Adding many articles: any order, any number of calls and processes give one record; what is there stays."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

import wires
from communique import batch, workflow
from communique.batch import Outcome
from communique.batch.gathering import Found
from communique.batch.pool import Read, Task, Unread, read_all
from communique.errors import ArticleError, CommuniqueError, LexiconError, ModelError, StoreError
from communique.records import Article, Record
from communique.records.views import Run
from communique.store import Store, open_store


def add(store: Store, articles: list[Article], *, read: Read = wires.read, workers: int = 1) -> list[Outcome]:
    found: list[Found] = [(f"file {number}", article) for number, article in enumerate(articles)]
    return list(batch.add(store, found, read, wires.RUN, lambda: wires.AT, workers=workers))


def told(store: Store) -> tuple[Any, ...]:
    """All that a store says, recorded times aside."""
    entries = store.of_articles(store.article_ids())
    ids = [entry.record.id for entry in entries]
    heads = store.heads(ids)
    seen = [(e.record, e.published, e.until, e.cluster, e.by, len(e.appearances)) for e in entries]
    return seen, heads, store.links(ids), store.history(sorted(set(heads.values())))


def outcomes(found: list[Outcome]) -> dict[str, int]:
    names = [one.entered.outcome if one.entered else "aside" for one in found]
    return {name: names.count(name) for name in sorted(set(names))}


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    with open_store(tmp_path_factory.mktemp("order") / "a.db") as store:
        assert outcomes(add(store, wires.reports(12))) == {"appearance": 1, "corrects": 1, "new": 10}
        assert workflow.check(store) == []
        return told(store)


@pytest.mark.parametrize(("seed", "calls", "workers"), [(1, 1, 1), (2, 5, 1), (3, 1, 2)])
def test_any_order_of_adding_gives_the_same_record(
    in_order: tuple[Any, ...], tmp_path: Path, seed: int, calls: int, workers: int
) -> None:
    articles = wires.reports(12)
    random.Random(seed).shuffle(articles)
    with open_store(tmp_path / "a.db") as store:
        for call in range(calls):
            add(store, articles[call::calls], workers=workers)
        assert told(store) == in_order
        assert workflow.check(store) == []


def test_the_bench_record_has_threads_links_versions_and_copies(in_order: tuple[Any, ...]) -> None:
    entries, heads, links, states = in_order
    assert len(set(heads.values())) < len(heads)
    assert links and any(until for _, _, until, *_ in entries) and any(count > 1 for *_, count in entries)
    assert any(len(rows) > 1 for rows in states.values())


def test_adding_twice_changes_nothing_and_reads_nothing(tmp_path: Path) -> None:
    def never(article: Article) -> list[Record]:
        raise AssertionError("was read again")

    articles = wires.reports(8)
    with open_store(tmp_path / "a.db") as store:
        add(store, articles)
        before, moment = told(store), store.moment()
        assert outcomes(add(store, articles, read=never)) == {"again": 8}
        assert (told(store), store.moment()) == (before, moment)


def test_the_same_article_twice_in_one_call_is_one_article(tmp_path: Path) -> None:
    first = wires.reports(1)[0]
    with open_store(tmp_path / "a.db") as store:
        assert outcomes(add(store, [first, first])) == {"again": 1, "new": 1}


def test_a_bad_article_is_set_aside_and_the_others_enter(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        found = add(store, wires.reports(3), read=wires.refuse)
        assert outcomes(found) == {"aside": 1, "new": 2}
        assert str(found[1].aside) == (
            "file 1: cannot be read (ValueError: no such luck); leave it out, and please report it with the text"
        )
        assert workflow.check(store) == []


def test_another_date_for_the_same_appearance_is_set_aside_with_the_mend(tmp_path: Path) -> None:
    first, second = wires.reports(2)
    with open_store(tmp_path / "a.db") as store:
        add(store, [first])
        before = told(store)
        aside = add(store, [replace(first, published=second.published)])[0].aside
        assert aside is not None and "communique correct" in aside.mend and "2024-03-01" in aside.what
        assert told(store) == before


def test_a_text_is_read_as_it_first_appeared_whatever_came_first(tmp_path: Path) -> None:
    first, second = wires.reports(2)
    late = replace(first, published=second.published, publisher="Evening Copy")
    seen: list[str] = []

    def read(article: Article) -> list[Record]:
        assert article.published is not None
        seen.append(article.published.to)
        return [replace(record, rule=f"read on {article.published.to}") for record in wires.read(article)]

    for name, articles in (("a", [first, late]), ("b", [late, first])):
        with open_store(tmp_path / f"{name}.db") as store:
            add(store, articles, read=read)
            assert {e.record.rule for e in store.of_articles([first.id])} == {"read on 2024-03-01"}
    assert seen == ["2024-03-01", "2024-03-02", "2024-03-01"]


def no_model(article: Article) -> list[Record]:
    raise ModelError("no language model")


def test_what_makes_all_reading_impossible_ends_the_batch() -> None:
    with pytest.raises(ModelError):
        list(read_all([(1, partial(no_model, wires.reports(1)[0]))], 1))


def test_results_come_in_order_and_few_articles_are_taken_ahead_of_the_writer() -> None:
    pulled: list[int] = []

    def jobs() -> Iterator[tuple[int, Task | None]]:
        for number, article in enumerate(wires.reports(24)):
            pulled.append(number)
            yield number, None if number % 3 == 0 else partial(wires.read, article)

    found = []
    for number, records in read_all(jobs(), 2):
        found.append(number)
        assert len(pulled) - len(found) <= batch.pool.AHEAD * 2
        assert not isinstance(records, Unread) and (records is None) == (number % 3 == 0)
    assert found == list(range(24))


def test_rerun_shows_gained_lost_and_changed_and_a_dry_one_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        articles = wires.reports(11)
        add(store, [articles[number] for number in (0, 4, 5, 8, 10)])
        before, moment = told(store), store.moment()

        def again(read: Read, dry: bool) -> list[Any]:
            return list(batch.rerun(store, lambda _: (read, wires.LATER), lambda: wires.AT, dry=dry))

        dry = again(wires.read_less, True)
        assert (told(store), store.moment()) == (before, moment)
        assert sum(len(d.lost) for d in dry) == 3 and sum(len(d.changed) for d in dry) == 1
        assert not any(d.gained for d in dry)
        assert again(wires.read_less, False) == dry
        assert workflow.check(store) == []
        assert sum(len(d.gained) for d in again(wires.read, False)) == 3
        assert told(store) == before


def test_two_processes_adding_at_once_lose_nothing(in_order: tuple[Any, ...], tmp_path: Path) -> None:
    processes = [start_adding(tmp_path / "a.db", part) for part in ("0::2", "1::2")]
    assert [process.wait(60) for process in processes] == [0, 0]
    with open_store(tmp_path / "a.db", create=False) as store:
        assert told(store) == in_order
        assert workflow.check(store) == []


def start_adding(store: Path, part: str = ":") -> subprocess.Popen[bytes]:
    code = (
        "import sys, wires\nfrom communique import batch\nfrom communique.store import open_store\n"
        f"found = [('file', a) for a in wires.reports(12)[{part}]]\n"
        f"with open_store({str(store)!r}) as store:\n"
        "    list(batch.add(store, found, wires.read, wires.RUN, lambda: wires.AT))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen([sys.executable, "-c", code], env=environment)


def test_kill_9_at_three_moments_loses_and_doubles_nothing(in_order: tuple[Any, ...], tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    for least in (1, 4, 8):
        process = start_adding(path)
        while process.poll() is None and count(path) < least:
            time.sleep(0.02)
        process.kill()
        process.wait()
        with open_store(path) as store:
            assert workflow.check(store) == []
            expected = {e.id for a in wires.reports(12) for e in wires.read(a)}
            assert {e.record.id for e in store.of_articles(store.article_ids())} <= expected
    assert start_adding(path).wait(60) == 0
    with open_store(path) as store:
        assert told(store) == in_order
        assert workflow.check(store) == []


def count(path: Path) -> int:
    try:
        with open_store(path, create=False, read_only=True) as store:
            return len(store.article_ids())
    except StoreError:
        return 0


def test_folders_give_their_files_by_name_and_say_when_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("b.txt", "a.txt", "notes.pdf"):
        (folder / name).write_text("Peru and Chile met in Lima on Monday.", encoding="utf-8")
    (folder / "c.jsonl").write_text('{"text": "Kenya and Uganda met in Kampala on Monday."}\n{"text": 3}\n', "utf-8")
    found = list(batch.gather([str(folder), str(tmp_path / "empty")], date="2024-05-14"))
    assert [Path(source).name for source, _ in found] == ["a.txt", "b.txt", "c.jsonl", "c.jsonl", "empty"]
    assert [isinstance(item, ArticleError) for _, item in found] == [False, False, False, True, True]
    assert str(found[4][1]).endswith("holds no .txt or .jsonl or .ndjson file; name files, or another folder")


def test_a_folder_that_may_not_be_read_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    (news := tmp_path / "news.txt").write_text("Peru and Chile held talks in Lima.\n", encoding="utf-8")
    monkeypatch.setattr(Path, "iterdir", refused)
    (_, aside), (_, article) = batch.gather([str(tmp_path), str(news)])
    assert "cannot be read (Permission denied)" in str(aside) and isinstance(article, Article)


def test_a_date_that_is_none_is_refused_before_anything_is_read() -> None:
    with pytest.raises(CommuniqueError):
        batch.gather(["nothing"], date="soon")


def test_an_article_is_read_again_with_the_lexicon_it_was_read_with_and_stays_when_that_is_gone(tmp_path: Path) -> None:
    overlay = tmp_path / "our words"
    overlay.mkdir()
    plain, special = wires.reports(2)
    asked: list[Path | None] = []

    def reader(folder: Path | None) -> tuple[Read, Run]:
        asked.append(folder)
        if folder is not None and not folder.is_dir():
            raise LexiconError(folder, 0, "there is no such folder")
        return wires.read, wires.LATER

    with open_store(tmp_path / "a.db") as store:
        workflow.enter(store, plain, wires.read(plain), wires.RUN, wires.AT)
        run = workflow.present_run(overlay, "en_core_web_md")
        workflow.enter(store, special, wires.read(special), run, wires.AT)
        list(batch.rerun(store, reader, lambda: wires.AT, dry=True))
        assert asked == [None, overlay]
        overlay.rmdir()
        before = told(store)
        last = list(batch.rerun(store, reader, lambda: wires.AT))[-1]
        assert str(last).startswith(f"article {special.id}: was read with a lexicon whose folder is gone")
        assert (told(store), store.run_of(special.id), store.run_of(plain.id)) == (before, run, wires.LATER)


def test_rerun_links_and_folds_anew_what_older_rules_left_otherwise(in_order: tuple[Any, ...], tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        add(store, wires.reports(12))
        with store._engine.begin() as connection:
            keys = connection.execute(text("SELECT * FROM keys")).all()
            connection.execute(text("UPDATE heads SET head = record"))
            connection.execute(text("UPDATE states SET status = 'refused'"))
            connection.execute(text("DELETE FROM links"))
            connection.execute(text("DELETE FROM keys"))
        assert workflow.check(store) != []
        workflow.settle_all(store, wires.AT)
        assert (told(store), workflow.check(store)) == (in_order, [])
        with store._engine.begin() as connection:
            assert connection.execute(text("SELECT * FROM keys")).all() == keys != []
