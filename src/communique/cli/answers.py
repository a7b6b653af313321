"""Answers in four forms: a table for people, CSV, Markdown, and JSON in the form of record.md."""

from __future__ import annotations

import json
import sys
from typing import Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.cli.pages import parts
from communique.cli.printing import terminal, write_out
from communique.questions.answers import Brief
from communique.questions.forms import Reply, briefing_text, clocks, csv_text, markdown_text, objects, rows

Format = Literal["table", "csv", "json", "md"]


def put(reply: Reply, form: Format, today: str | None = None) -> None:
    """Print an answer; `today` is the day that stood in for --as-of, where none was given."""
    if form == "json":
        write_out(json.dumps(list(objects(reply)), ensure_ascii=False, indent=1) + "\n")
    elif form == "csv":
        write_out(csv_text(rows(reply)))
    elif isinstance(reply, Brief):
        write_out(briefing_text(reply))
    elif form == "md":
        write_out(markdown_text(rows(reply)) + "\n" + clocks(reply, today) + "\n")
    else:
        _print(Group(*parts(reply), Text("\n" + clocks(reply, today), "note")))


def _print(content: RenderableType) -> None:
    console = terminal()
    with console.capture() as capture:
        console.print(Padding(content, (0, 1)))
    text = "\n".join(line.rstrip() for line in capture.get().split("\n"))
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.lstrip("\n").encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()
