"""Answers in the forms of questions.forms, and as a table for people."""

from __future__ import annotations

from typing import Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.cli.pages import parts
from communique.cli.printing import bare, terminal, write_out, write_page
from communique.questions.answers import Brief
from communique.questions.forms import Reply, clocks, printed

Format = Literal["table", "csv", "json", "md", "ics"]


def put(reply: Reply, form: Format, today: str | None = None) -> None:
    """Print an answer; `today` is the day that stood in for --as-of, where none was given."""
    if form == "table" and not isinstance(reply, Brief):
        _print(Group(*parts(reply), Text("\n" + clocks(reply, today), "note")))
    else:
        write_out(printed(reply, "md" if form == "table" else form, today))


def _print(content: RenderableType) -> None:
    console = terminal()
    with console.capture() as capture:
        console.print(Padding(content, (0, 1)))
    write_page(bare(capture.get()).lstrip("\n"))
