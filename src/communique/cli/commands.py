"""The commands. Each imports what it needs when it runs, so that `--help` starts at once."""

from __future__ import annotations

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


def main() -> None:
    """Run the command line."""
    app()


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


@app.command()
def demo(why: Why = False, json: Json = False) -> None:
    """Print the record of the bundled sample articles."""
    from communique.cli.printing import JsonPrinter, PagePrinter
    from communique.cli.reading import read_samples

    with plainly():
        set_aside = read_samples(JsonPrinter() if json else PagePrinter(why=why, paged=False))
    raise typer.Exit(1 if set_aside else 0)


@app.command()
def doctor() -> None:
    """Check the installation: model weights, data files."""
    from communique.cli.doctor import examine, print_findings

    raise typer.Exit(0 if print_findings(examine()) else 1)


from communique.cli import storing as storing  # noqa: E402  registers `add` and its like, which come after `read`
from communique.cli import asking as asking  # noqa: E402  registers the questions
from communique.cli import correcting as correcting  # noqa: E402
from communique.cli import evaluating as evaluating  # noqa: E402
