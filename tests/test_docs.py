"""The documents speak of what exists."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from affairs import AFFAIR
from communique import records
from communique.cli.app import app
from communique.records import Record, events, statements
from filling import fill

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/communique/data/**/*.md")])
COMMANDS = tuple(c.name or c.callback.__name__ for c in app.registered_commands if c.callback)
OTHERS = {"--no-deps", "--force-reinstall"}
"""Options of other programs that the documents name."""


@cache
def options() -> set[str]:
    pages = [CliRunner().invoke(app, [*command, "--help"]).stdout for command in ([], *([c] for c in COMMANDS))]
    return set(re.findall(r"--[a-z][a-z-]+", " ".join(pages)))


def table(heading: str) -> list[str]:
    """Return the first column of the table under a heading of the glossary."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    cells = [line.split("|")[1].strip() for line in text.split("\n") if line.startswith("| ")][1:]
    return [word for cell in cells for word in cell.split(" / ")]


@pytest.mark.parametrize(
    "page", [p for p in PAGES if p.parent.name != "decisions"], ids=lambda p: str(p.relative_to(ROOT))
)
def test_pages_name_existing_options_only(page: Path) -> None:
    named = set(re.findall(r"(?<![\w|-])--[a-z][a-z-]+", page.read_text(encoding="utf-8")))
    assert named - options() - OTHERS == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_glossary_has_the_kinds_of_record() -> None:
    kinds = {
        kind.kind
        for kind in vars(records).values()
        if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
    }
    assert set(table("Kinds of record")) == kinds


@pytest.mark.parametrize(
    ("heading", "enumeration"),
    [
        ("Engagement: the ladder of statuses", events.EngagementStatus),
        ("Event statuses", events.EventStatus),
        ("Statement acts: the borders", statements.Act),
    ],
)
def test_the_glossary_tells_every_value_apart(heading: str, enumeration: object) -> None:
    assert sorted(table(heading)) == sorted(get_args(enumeration))


def test_the_readme_names_every_option_of_read() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"--[a-z][a-z-]+", CliRunner().invoke(app, ["read", "--help"]).stdout)) - {"--help"}
    assert shown - set(re.findall(r"--[a-z][a-z-]+", text)) == set()


@pytest.mark.model
def test_the_readme_s_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").split("From Python:\n")[1].split("\n## ")[0]
    code = "\n".join(line.removeprefix("    ") for line in text.split("\n"))
    (tmp_path / "article.txt").write_text("Peru's president met his Chilean counterpart in Lima on Monday.\n")
    fill(tmp_path / "communique.db", [tell() for tell in AFFAIR]).close()
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    said = capsys.readouterr().out
    assert "engagement" in said
    assert "eng-" in said
