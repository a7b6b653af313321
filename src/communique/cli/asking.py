"""The questions as commands, made of questions.parameters; a day that is not given is today, and that is printed."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from communique import clock
from communique.cli.app import Lexicon, StorePath, app, plainly
from communique.questions.parameters import QUESTIONS, SHARED, Parameter, Question

Form = Annotated[
    Literal["table", "csv", "json", "md", "ics"],
    typer.Option("--format", help="How to print it; ics is a calendar of engagements."),
]
TYPES = {"text": str | None, "texts": list[str] | None, "flag": bool, "number": int}
OWN: dict[str, tuple[Any, Any]] = {
    "store": (StorePath, "communique.db"),
    "form": (Form, "table"),
    "lexicon": (Lexicon, None),
}
"""Parameter -> option and default of what only the command line is told."""


def _option(parameter: Parameter) -> inspect.Parameter:
    made: Any = typer.Option(parameter.option, help=parameter.help)
    return _keyword(parameter.identifier, Annotated[TYPES[parameter.kind], made], parameter.unset)


def _argument(parameter: Parameter) -> inspect.Parameter:
    return _keyword(parameter.identifier, Annotated[str, typer.Argument(help=parameter.help)])


def _keyword(name: str, annotation: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotation)


def register(question: Question) -> None:
    """Add a question as a command: what it must be told as arguments, all else as options."""

    def command(store: str, form: Any, lexicon: Path | None, **given: Any) -> None:
        from communique.cli.answers import put
        from communique.questions.catalogue import ask, asked_of
        from communique.store import open_store

        own = {p.name: given.pop(p.identifier) for p in (*question.takes, *question.may)}
        shared = {p.name: given[p.identifier] for p in SHARED}
        with plainly(), open_store(store, create=False, read_only=True) as opened:
            asked = asked_of(opened, shared, clock.today(), lexicon)
            put(ask(question.name, asked, own), form, None if shared["as_of"] else asked.view.as_of)

    arguments = [_argument(one) for one in question.takes]
    options = [_option(one) for one in (*question.may, *SHARED)]
    parameters = [*arguments, *options, *(_keyword(name, *own) for name, own in OWN.items())]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    app.command(question.name, help=question.help)(command)


for _question in QUESTIONS.values():
    register(_question)
