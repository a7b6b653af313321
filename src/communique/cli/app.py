"""The frame of the command line: the app, options that several commands share, refusals in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from communique import process
from communique.errors import CommuniqueError, QuestionError, StoreError

app = typer.Typer(
    name="communique",
    help="Turns news articles into a diplomatic record: who did, said, sought or denied what, according to whom.",
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

File = Annotated[str, typer.Argument(metavar="FILE", help="A text file, JSONL of articles, or - for standard input.")]
Date = Annotated[str | None, typer.Option(help="When it appeared: YYYY-MM-DD, a datetime, or A/B for an interval.")]
Source = Annotated[str | None, typer.Option(help="Who published it.")]
Url = Annotated[str | None, typer.Option(help="Where it was published.")]
Language = Annotated[str | None, typer.Option(help="Read it as this language (en) whatever the text looks like.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSONL: each article, then its records.")]
Why = Annotated[bool, typer.Option("--why", help="Name the rule, the cues and the spans behind each record.")]
Everything = Annotated[bool, typer.Option("--all", help="Show doubtful records too (confidence below .5).")]
AllStatements = Annotated[bool, typer.Option("--all-statements", help="Keep speech without diplomatic actors.")]
StorePath = Annotated[str, typer.Option("--store", help="The record store: a file, or postgresql://...")]
Lexicon = Annotated[
    Path | None,
    typer.Option(exists=True, file_okay=False, help="A folder whose data files replace or add to the built-in ones."),
]
Model = Annotated[str | None, typer.Option(help="A spaCy model: an installed package or a path.")]


@contextmanager
def plainly() -> Iterator[None]:
    """Turn a refusal into one line on stderr and exit code 1; 2 for a bad question or --date, or an unusable store.

    A closed pipe ends quietly; an output that cannot be written (a full disk) is told in one line.
    """
    from communique.sources import PublicationDateError

    try:
        yield
        sys.stdout.flush()
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        usage = isinstance(error, PublicationDateError | QuestionError | StoreError)
        raise typer.Exit(2 if usage else 1) from error
    except OSError as error:
        if error.filename is None:  # it was the output: what is still buffered goes nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(0) from None
        print(f"communique: {error.filename or 'the output'}: {error.strerror or error}", file=sys.stderr)
        raise typer.Exit(1) from error


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"communique {version('communique')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]


@app.callback()
def root(version: Version = False) -> None:
    """Turns news articles into a diplomatic record: who did, said, sought or denied what, according to whom."""
    process.begin()
