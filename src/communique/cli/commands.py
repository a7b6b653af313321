"""The commands. Each imports what it needs when it runs, so that `--help` starts at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.app import (
    AllStatements,
    Date,
    Everything,
    File,
    Json,
    Language,
    Lexicon,
    Model,
    Source,
    Url,
    Why,
    app,
    plainly,
)


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
    with plainly():
        set_aside = read_each(
            file,
            printer,
            details={"date": date, "publisher": source, "url": url, "language": language},
            options={"lexicon_dir": lexicon, "model": model, "all_statements": all_statements},
        )
    raise typer.Exit(1 if set_aside else 0)


Samples = Annotated[bool, typer.Option("--samples", help="Print the record of the sample articles instead.")]
DemoStore = Annotated[Path, typer.Option("--store", help="Where the stories go.")]


@app.command()
def demo(
    samples: Samples = False, store: DemoStore = Path("communique-demo.db"), why: Why = False, json: Json = False
) -> None:
    """Put two bundled stories into a store and ask it the ten questions."""
    from communique.cli.printing import JsonPrinter, PagePrinter
    from communique.cli.reading import read_samples
    from communique.cli.tour import show_tour

    with plainly():
        if samples or why or json:
            failed = read_samples(JsonPrinter() if json else PagePrinter(why=why, paged=False))
        else:
            failed = show_tour(store)
    raise typer.Exit(1 if failed else 0)


@app.command()
def doctor() -> None:
    """Check the installation: model weights, data files."""
    from communique.cli.doctor import examine, print_findings

    raise typer.Exit(0 if print_findings(examine()) else 1)
