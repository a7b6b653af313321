"""The questions on the command line: what is printed, in which form, and how a bad question ends."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from affairs import AFFAIR
from communique.cli.app import app
from communique.questions.parameters import SHARED
from filling import fill
from stores import KINDS, Stores

LISTS = ("engagements", "pending", "overdue", "proposals", "allegations", "matters", "statements", "positions",
         "events", "timeline", "basis")  # fmt: skip
WITH_WORDS = (("actor", "chile"), ("dyad", "peru", "chile"), ("since", "2000-01-01"), ("search", "border"), ("brief",))


@pytest.fixture(scope="module", params=KINDS)
def path(request: pytest.FixtureRequest, stores: Stores) -> str:
    """Return the address of a store with a small affair."""
    address = stores.empty(request.param)
    fill(address, [tell() for tell in AFFAIR]).close()
    return address


def ask(path: str | Path, *words: str, as_of: str = "2024-02-01") -> Result:
    return CliRunner().invoke(app, [*words, "--store", str(path), "--as-of", as_of], env={"COLUMNS": "100"})


def test_the_table_says_who_how_since_when_and_by_whose_word(path: str) -> None:
    result = ask(path, "engagements", "--actor", "chile", "--with", "peru", "--open", as_of="2024-01-03")
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[0].split()[:5] == ["ID", "TYPE", "WHO", "STATUS", "SINCE"]
    assert lines[1].startswith("eng-") and "sought" in lines[1] and "2024-01-01" in lines[1]
    assert "sought by Ana Quispe" in lines and "response of Chile: none reported" in lines
    assert "not told: She did not say when the meeting might be" in lines
    assert "(Andes Wire 2024-01-03)" in result.stdout


def test_the_last_line_names_the_clocks_and_what_was_left_out(path: str) -> None:
    last = ask(path, "engagements").stdout.strip().splitlines()[-1]
    assert "As of 2024-02-01; as known now; 1 listed" in last
    assert "left out: 1 record without a date of publication" in last
    possibly = ask(path, "events", as_of="2024-01-06").stdout.strip().splitlines()[-1]
    assert "none reported; left out: 1 record only possibly reported by then" in possibly


def test_a_day_that_is_not_given_is_today_and_said_so(path: str) -> None:
    result = CliRunner().invoke(app, ["engagements", "--store", path])
    assert "(today)" in result.stdout and "held" in result.stdout


def test_what_nobody_reported_is_not_called_no(path: str) -> None:
    result = ask(path, "allegations", "--actor", "peru")
    assert (result.exit_code, "none reported" in result.stdout) == (0, True)
    assert " no " not in result.stdout


@pytest.mark.parametrize("command", [*((name,) for name in LISTS), *WITH_WORDS], ids=" ".join)
@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_every_question_is_answered_in_every_form(path: str, command: tuple[str, ...], form: str) -> None:
    result = ask(path, *command, "--format", form, as_of="2024-01-23")
    assert result.exit_code == 0 and result.stdout.strip(), result.output
    if form == "json":
        assert isinstance(json.loads(result.stdout), list)
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(result.stdout)))
        assert rows and all(None not in row for row in rows)


@pytest.mark.parametrize(
    ("command", "kinds"),
    [
        (("engagements",), {"thread"}),
        (("proposals",), {"thread"}),
        (("allegations",), {"thread"}),
        (("statements",), {"statement"}),
        (("positions",), {"position"}),
        (("events",), {"event"}),
        (("search", "border"), {"provision", "allegation"}),
    ],
)
def test_json_is_an_array_of_the_objects_of_the_contract(path: str, command: tuple[str, ...], kinds: set[str]) -> None:
    objects = json.loads(ask(path, *command, "--format", "json").stdout)
    assert {o["kind"] for o in objects} == kinds
    assert all({"id", "short", "cited"} <= set(o) for o in objects)
    if kinds == {"thread"}:
        assert all({"of", "participants", "status", "contested", "history", "records"} <= set(o) for o in objects)


def test_plover_events_are_the_projection_of_speech_and_meetings_too(path: str) -> None:
    found = json.loads(ask(path, "events", "--plover", "--format", "json").stdout)
    assert {"AID", "ACCUSE", "CONSULT"} <= {event["type"] for event in found}


def test_show_why_and_article_take_the_short_ids_of_lists(path: str) -> None:
    listed = json.loads(ask(path, "allegations", "--format", "json").stdout)[0]
    assert "moving the border posts" in ask(path, "show", listed["short"]).stdout
    assert "rule test.by_hand" in ask(path, "why", listed["short"]).stdout
    assert "Pacific Post" in ask(path, "article", listed["cited"]["article"][:6]).stdout
    engagement = json.loads(ask(path, "engagements", "--format", "json", as_of="2024-01-10").stdout)[0]
    last = next(r for r in engagement["records"] if r != engagement["id"])
    told = ask(path, "why", last).stdout
    assert "to override: communique correct eng-" in told and "window 2024-01-20..2024-01-22 is inferred" in told


def test_a_briefing_has_a_footnote_on_every_line(path: str) -> None:
    text = ask(path, "brief", "--topic", "border").stdout
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert lines and all("[^" in line for line in lines)
    assert text.count("]: ") == len({n for line in lines for n in line.split("[^")[1:]})


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "eng-0000"), "no record has an id"),
        (("show", "hello"), "is no id"),
        (("article", "ffffffff"), "no article"),
        (("pending", "--actor", "Li"), "may be"),
        (("actor", "Nobody"), "nobody is called"),
        (("engagements", "--from", "2024-02-30"), "is no day"),
        (("engagements", "--from", "2024-03-01", "--to", "2024-02-01"), "is later than"),
        (("engagements", "--status", "met"), "is none of"),
        (("events", "--type", "party"), "is none of"),
        (("engagements", "--known-at", "noon"), "is no moment"),
        (("engagements", "--limit", "0"), "asks for nothing"),
        (("since", "whenever"), "is no moment"),
        (("since", "2024-02-30"), "since '2024-02-30' is no day; write one as 2023-03-01"),
        (("brief", "--topic", "volcano"), "no record"),
    ],
)
def test_a_bad_question_is_one_line_on_stderr_and_exit_2(path: str, words: tuple[str, ...], said: str) -> None:
    result = ask(path, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("communique: ") and said in result.stderr and result.stderr.count("\n") == 1


def test_an_unusable_store_is_one_line_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("this is no database, it only looks like a file of some kind\n" * 40)
    for name in ("none.db", "x.db"):
        result = ask(tmp_path / name, "pending")
        assert result.exit_code == 2 and name in result.stderr and result.stderr.count("\n") == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("command", LISTS)
def test_every_list_takes_the_same_options(command: str) -> None:
    text = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    names = ("store", "as-of", "known-at", "from", "to", "status", "open", "actor", "with", "type", "source")
    options = [f"--{name}" for name in (*names, "min-sources", "format", "limit", "all")]
    options += ["--machine-only", "--certainly", "--sort", "--offset", "--lexicon"]
    assert [o for o in options if o not in text] == []
    assert [p.option for p in SHARED if p.option not in options] == []


def test_a_list_goes_on_where_the_last_one_ended(path: str) -> None:
    whole = json.loads(ask(path, "statements", "--format", "json").stdout)
    parts = [json.loads(ask(path, "events", "--plover", "--limit", "1", "--offset", str(n), "--format", "json").stdout)
             for n in range(3)]  # fmt: skip
    assert [one for part in parts for one in part] == json.loads(
        ask(path, "events", "--plover", "--limit", "3", "--format", "json").stdout
    )
    assert len(whole) > 1


def test_statements_of_a_mode(path: str) -> None:
    for mode in ("verbatim", "mixed", "paraphrase"):
        found = json.loads(ask(path, "statements", "--mode", mode, "--format", "json").stdout)
        assert {one["mode"] for one in found} <= {mode}
    every = json.loads(ask(path, "statements", "--mode", "verbatim,mixed,paraphrase", "--format", "json").stdout)
    assert every == json.loads(ask(path, "statements", "--format", "json").stdout)


def test_a_search_and_what_is_new_are_narrowed_by_who_takes_part(path: str) -> None:
    for words in (("search", "border"), ("since", "2000-01-01")):
        found = json.loads(ask(path, *words, "--actor", "bolivia", "--format", "json").stdout)
        assert found and all("Bolivia" in json.dumps(one) for one in found if one["kind"] != "thread")
        assert len(found) < len(json.loads(ask(path, *words, "--format", "json").stdout))


def test_a_record_may_be_asked_for_by_how_many_sources_tell_its_matter(path: str) -> None:
    found = json.loads(ask(path, "timeline", "--min-sources", "2", "--format", "json").stdout)
    assert found and {one["kind"] for one in found} == {"engagement"}
    assert json.loads(ask(path, "timeline", "--min-sources", "9", "--format", "json").stdout) == []


def test_a_list_stands_in_the_order_of_a_column(path: str) -> None:
    found = json.loads(ask(path, "events", "--sort", "-who", "--format", "json").stdout)
    plain = json.loads(ask(path, "events", "--format", "json").stdout)
    assert sorted(one["id"] for one in found) == sorted(one["id"] for one in plain)
    assert ask(path, "events", "--sort", "beauty").exit_code == 2


def test_engagements_as_a_calendar_and_all_of_them(path: str) -> None:
    some = ask(path, "engagements", "--format", "ics")
    assert some.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n") and some.stdout.count("BEGIN:VEVENT") == 1
    every = CliRunner().invoke(app, ["export", "ics", "--store", path])
    assert every.exit_code == 0 and every.stdout.count("BEGIN:VEVENT") == 1
    wrong = ask(path, "statements", "--format", "ics")
    assert wrong.exit_code == 2 and "calendar of engagements" in wrong.stderr


def test_matters_of_which_reports_contradict_one_another(path: str) -> None:
    every = json.loads(ask(path, "matters", "--format", "json").stdout)
    some = json.loads(ask(path, "matters", "--contested", "--format", "json").stdout)
    assert some == [one for one in every if one["contested"]] and len(some) < len(every)
