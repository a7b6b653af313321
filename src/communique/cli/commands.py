"""The commands. Each imports what it needs when it runs, so that `--help` starts at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from communique.errors import CommuniqueError

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
Lexicon = Annotated[
    Path | None,
    typer.Option(exists=True, file_okay=False, help="A folder whose data files replace or add to the built-in ones."),
]
Model = Annotated[str | None, typer.Option(help="A spaCy model: an installed package or a path.")]


def main() -> None:
    """Run the command line."""
    app()


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn a refusal into one line on stderr and exit code 1 (2 for a bad --date); a closed pipe ends quietly."""
    from communique.sources import PublicationDateError

    try:
        yield
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        raise typer.Exit(2 if isinstance(error, PublicationDateError) else 1) from error
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered goes nowhere
        raise typer.Exit(0) from None


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"communique {version('communique')}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")]


@app.callback()
def root(version: Version = False) -> None:
    """Turns news articles into a diplomatic record: who did, said, sought or denied what, according to whom."""


@app.command()
def read(
    file: File,
    date: Date = None,
    source: Source = None,
    url: Url = None,
    language: Language = None,
    json: Json = False,
    why: Why = False,
    everything: Everything = False,
    all_statements: AllStatements = False,
    lexicon: Lexicon = None,
    model: Model = None,
) -> None:
    """Read articles and print their diplomatic record."""
    from communique.cli.printing import JsonPrinter, PagePrinter
    from communique.cli.reading import read_each

    printer = JsonPrinter() if json else PagePrinter(why=why, everything=everything)
    with _plainly():
        set_aside = read_each(
            file,
            printer,
            details={"date": date, "publisher": source, "url": url, "language": language},
            options={"lexicon_dir": lexicon, "model": model, "all_statements": all_statements},
        )
    raise typer.Exit(1 if set_aside else 0)


@app.command()
def demo(why: Why = False, json: Json = False) -> None:
    """Print the record of the bundled sample articles."""
    from communique.cli.printing import JsonPrinter, PagePrinter
    from communique.cli.reading import read_samples

    with _plainly():
        set_aside = read_samples(JsonPrinter() if json else PagePrinter(why=why, paged=False))
    raise typer.Exit(1 if set_aside else 0)


@app.command()
def doctor() -> None:
    """Check the installation: model weights, data files."""
    from communique.cli.doctor import examine, print_findings

    raise typer.Exit(0 if print_findings(examine()) else 1)
