"""An answer as shown, as a file: CSV, JSON or Markdown, as the command line prints it."""

from __future__ import annotations

import json

from fastapi import Response

from communique.errors import QuestionError
from communique.questions.answers import Brief
from communique.questions.forms import Reply, briefing_text, clocks, csv_text, markdown_text, objects, rows
from communique.web.desks import Desk

TYPES = {"csv": "text/csv", "json": "application/json", "md": "text/markdown"}
"""Form -> media type."""


def file(desk: Desk, name: str, reply: Reply) -> Response | None:
    """Return the answer in the form that the address asks for, None if it asks for a page; QuestionError for another.

    `name` is the name of the file, to which the day looked from is added.
    """
    form = desk.address.get("format")
    if form in ("", "html"):
        return None
    if form not in TYPES:
        raise QuestionError(f"format {form!r} is none of {', '.join(TYPES)}")
    saved = f"{name}-{desk.view.as_of}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{saved}"'}
    return Response(_text(desk, reply, form), media_type=f"{TYPES[form]}; charset=utf-8", headers=headers)


def _text(desk: Desk, reply: Reply, form: str) -> bytes:
    today = None if desk.address.get("as_of") else desk.today
    if form == "json":
        text = json.dumps(list(objects(reply)), ensure_ascii=False, indent=1) + "\n"
    elif form == "csv":
        text = csv_text(rows(reply))
    elif isinstance(reply, Brief):
        text = briefing_text(reply)
    else:
        text = markdown_text(rows(reply)) + "\n" + clocks(reply, today) + "\n"
    return text.encode("utf-8", "surrogatepass")
