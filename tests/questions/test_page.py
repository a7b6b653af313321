"""docs/questions.md: its commands exist, and it asks every one of the ten questions."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from communique.cli.app import app

PAGE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    \$ (communique .*)$", PAGE, re.M)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_can_be_parsed(command: str) -> None:
    import communique.cli  # noqa: F401  registers the commands

    name, *words = shlex.split(command)[1:]
    group = typer.main.get_command(app)
    assert name in group.commands, name  # type: ignore[attr-defined]
    found = group.commands[name]  # type: ignore[attr-defined]
    assert found.make_context(name, list(words)).params["store"] == "communique.db"


def test_the_page_asks_ten_questions_each_with_its_answer() -> None:
    assert len(COMMANDS) == len(re.findall(r"^## \d+\. ", PAGE, re.M)) == 10
    for part in re.split(r"^## \d+\. ", PAGE, flags=re.M)[1:]:
        assert re.search(r"^     As of \d{4}-\d\d-\d\d", part, re.M), part[:60]
