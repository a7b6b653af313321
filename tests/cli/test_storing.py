"""add, rerun, check, export on the command line, with a reader that needs no language model."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import wires
from communique import workflow
from communique.cli import storing
from communique.cli.app import app
from communique.records import to_json
from stores import KINDS, Stores

Run = Callable[..., Result]

SOURCE = Path(__file__).parents[2] / "src"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs a command on the store of the test."""
    monkeypatch.setattr(storing, "reader", lambda *_: wires.read)
    monkeypatch.setattr(workflow, "present_run", lambda *_: wires.RUN)
    monkeypatch.chdir(tmp_path)
    Path("news.jsonl").write_text("".join(to_json(a) + "\n" for a in wires.reports(6)), encoding="utf-8")
    return lambda *arguments, text=None: CliRunner().invoke(app, arguments, input=text)


def test_add_counts_what_became_of_the_articles_and_the_second_time_says_that_nothing_changed(run: Run) -> None:
    first = run("add", "news.jsonl", "--workers", "1")
    assert (first.exit_code, first.stdout) == (0, "6 articles: 5 new, 1 further appearance; 7 records added\n")
    second = run("add", "news.jsonl", "--workers", "1")
    assert (second.exit_code, second.stdout) == (0, "6 articles: 6 in the store already; nothing has changed\n")


def test_add_says_which_articles_no_list_of_a_day_will_show(run: Run) -> None:
    articles = [{"text": "Norway told of it."}, {"text": "So did Peru.", "published": "2024-05-14"}]
    Path("undated.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    told = run("add", "undated.jsonl", "--workers", "1").stdout.splitlines()
    assert told[1] == f"1 article without a date of publication: {storing.UNDATED}"
    assert len(run("add", "undated.jsonl", "--workers", "1").stdout.splitlines()) == 1


def test_a_corrected_version_is_named(run: Run) -> None:
    Path("more.jsonl").write_text("".join(to_json(a) + "\n" for a in wires.reports(8)[5:]), encoding="utf-8")
    result = run("add", "more.jsonl", "--workers", "1")
    assert "more.jsonl: another version of article" in result.stdout
    assert "2 new, 1 corrected version" in result.stdout


def test_what_is_set_aside_is_one_line_on_stderr_and_exit_code_1(run: Run) -> None:
    Path("bad.jsonl").write_text('{"text": 3}\n', encoding="utf-8")
    result = run("add", "bad.jsonl", "nowhere.txt", "news.jsonl", "--workers", "1")
    assert result.exit_code == 1
    assert [line[:27] for line in result.stderr.splitlines()] == [
        "communique: bad.jsonl:1: is",
        "communique: nowhere.txt: th",
    ]
    assert result.stdout.endswith("; 2 set aside\n")


def test_standard_input_is_read_and_given_a_date_and_a_source(run: Run) -> None:
    text = "Peru and Chile have held talks on 2024-03-06, officials said in Lima.\n"
    assert run("add", "-", "--date", "2024-03-07", "--source", "Andes Wire", text=text).exit_code == 0
    article, talks = map(json.loads, run("export", "jsonl").stdout.splitlines())
    assert (article["publisher"], article["published"]["to"], talks["status"]) == ("Andes Wire", "2024-03-07", "held")


def test_export_prints_each_article_and_its_records_in_the_order_of_publication_and_can_be_added(run: Run) -> None:
    run("add", "news.jsonl", "--workers", "1")
    lines = run("export", "jsonl").stdout.splitlines()
    objects = [json.loads(line) for line in lines]
    days = [o["published"]["to"] for o in objects if o["kind"] == "article"]
    assert days == sorted(days) and len(days) == 5
    assert all("article" not in o or o["article"] == a["id"] for a, o in pairs(objects))
    Path("again.jsonl").write_text("\n".join(line for line in lines if '"kind": "article"' in line), encoding="utf-8")
    assert run("add", "again.jsonl", "--store", "copy.db", "--workers", "1").exit_code == 0
    assert run("export", "jsonl", "--store", "copy.db").stdout.splitlines() == lines


def pairs(objects: list[dict[str, str]]) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Return each object with the article before it."""
    found, article = [], objects[0]
    for each in objects:
        article = each if each["kind"] == "article" else article
        found.append((article, each))
    return found


def test_rerun_prints_what_it_gains_loses_and_changes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "news.jsonl", "--workers", "1")
    monkeypatch.setattr(storing, "reader", lambda *_: wires.read_less)
    before = run("export", "jsonl").stdout
    dry = run("rerun", "--dry-run", "--workers", "1")
    assert dry.exit_code == 0
    assert [line[0] for line in dry.stdout.splitlines()[:-1]] == ["-", "-"]
    assert "allegation" in dry.stdout and "“accused … moving its border posts”" in dry.stdout
    assert dry.stdout.endswith("would be: 0 gained, 2 lost, 0 changed; decisions: 0 re-attached, 0 orphaned\n")
    assert run("export", "jsonl").stdout == before
    assert "records: 0 gained, 2 lost" in run("rerun", "--workers", "1").stdout
    monkeypatch.setattr(storing, "reader", lambda *_: wires.read)
    assert "records: 2 gained, 0 lost" in run("rerun", "--workers", "1").stdout
    assert run("export", "jsonl").stdout == before


@pytest.mark.parametrize("kind", KINDS)
def test_on_each_kind_of_store_the_commands_come_to_the_same(run: Run, stores: Stores, kind: str) -> None:
    place = stores.empty(kind)
    for file in ("news.jsonl", "news.jsonl"):
        assert run("add", file, "--workers", "1", "--store", place).exit_code == 0
    run("add", "news.jsonl", "--workers", "1")
    assert run("export", "jsonl", "--store", place).stdout == run("export", "jsonl").stdout
    assert "records: 0 gained, 0 lost" in run("rerun", "--workers", "1", "--store", place).stdout
    assert run("check", "--store", place).stdout.endswith(": 5 articles, nothing wrong\n")


def test_check_says_that_nothing_is_wrong_or_how_much_of_what_kind_and_what_mends_it(run: Run) -> None:
    import sqlite3

    run("add", "news.jsonl", "--workers", "1")
    well = run("check")
    assert (well.exit_code, well.stdout) == (0, "communique.db: 5 articles, nothing wrong\n")
    with sqlite3.connect("communique.db") as connection:
        connection.execute("UPDATE states SET status = 'refused'")
        [count] = connection.execute("SELECT count(DISTINCT head) FROM states").fetchone()
    connection.close()
    ill, whole = run("check"), run("check", "--all")
    assert (ill.exit_code, whole.exit_code) == (1, 1)
    *threads, more, mend = ill.stdout.splitlines()
    assert len(threads) == 3 and all(line.startswith("communique.db: thread ") for line in threads)
    assert more == f"communique.db: ... and {count - 3} more like these (--all prints them)"
    assert mend == f"communique.db: {count} faults: `communique rerun` reads, links and folds anew"
    assert [line.startswith("communique.db: thread ") for line in whole.stdout.splitlines()] == [True] * count + [False]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "news.jsonl", "--store", "no/such/a.db"], "there is no folder no/such"),
        (["add", "news.jsonl", "--store", "news.jsonl"], "is not a record store"),
        (["add", "news.jsonl", "--store", "."], "is a folder"),
        (["add", "news.jsonl", "--date", "soon"], "is not a date"),
        (["check"], "there is no such store"),
        (["export", "jsonl"], "there is no such store"),
        (["rerun"], "there is no such store"),
        (["rerun", "--dry-run"], "there is no such store"),
    ],
)
def test_an_unusable_store_or_date_is_one_line_and_exit_code_2(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert said in line and result.stdout == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no device that is always full")
@pytest.mark.parametrize("words", [("check",), ("export", "jsonl"), ("engagements",), ("add", "news.jsonl")])
def test_an_output_that_cannot_be_written_is_one_line(run: Run, words: tuple[str, ...]) -> None:
    run("add", "news.jsonl", "--workers", "1")
    code = f"import sys; sys.path.insert(0, {str(SOURCE)!r}); from communique.cli import main; main()"
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run([sys.executable, "-c", code, *words], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (ended.returncode, ended.stderr) == (1, "communique: the output: No space left on device\n")


def test_ctrl_c_ends_with_one_line_and_what_was_entered_is_kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(article: object) -> list[object]:
        if "report 2" in article.text:  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return list(wires.read(article))  # type: ignore[arg-type]

    monkeypatch.setattr(storing, "reader", lambda *_: interrupted)
    result = run("add", "news.jsonl", "--workers", "1")
    assert (result.exit_code, result.stderr.count("\n")) == (130, 1)
    assert run("check").stdout == "communique.db: 2 articles, nothing wrong\n"
