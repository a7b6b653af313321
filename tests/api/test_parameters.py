"""Every face is made of the same list: no question takes a parameter in one face that it does not take in another."""

from __future__ import annotations

from typing import Any

import pytest
import typer.main
from fastapi.routing import APIRoute

from communique.api.asking import router
from communique.cli.app import app
from communique.questions.catalogue import FUNCTIONS
from communique.questions.parameters import QUESTIONS, SHARED


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_command_and_a_route_take_the_same(name: str) -> None:
    question = QUESTIONS[name]
    given = {one.name for one in (*question.takes, *question.may, *SHARED)}
    command: Any = typer.main.get_command(app)
    options = {p.opts[0].removeprefix("--").replace("-", "_") for p in command.commands[name].params}
    assert {o.rstrip("_") for o in options} - {"store", "format", "lexicon", "help"} == given
    route = next(r for r in router.routes if isinstance(r, APIRoute) and r.name == name)
    assert (route.names | {"id"} if "{id}" in route.path else route.names) - {"format"} == given  # type: ignore[attr-defined]


def test_every_question_has_its_function() -> None:
    assert list(FUNCTIONS) == list(QUESTIONS)
