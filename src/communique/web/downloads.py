"""An answer as shown, as a file: CSV, JSON, Markdown or a calendar, as the command line prints it."""

from __future__ import annotations

from fastapi import Response

from communique.errors import QuestionError
from communique.questions.forms import MEDIA, Reply, printed
from communique.web.desks import Desk


def checked_form(desk: Desk) -> str:
    """Return the form that the address asks for, "" for a page; QuestionError for one that there is not."""
    form = desk.address.get("format")
    if form not in ("", "html", *MEDIA):
        raise QuestionError(f"format {form!r} is none of {', '.join(MEDIA)}")
    return form.removeprefix("html")


def file(desk: Desk, name: str, reply: Reply) -> Response | None:
    """Return the answer in the form that the address asks for, None if it asks for a page.

    QuestionError for a calendar of something else than engagements.

    `name` is the name of the file, to which the day looked from is added.
    """
    form = checked_form(desk)
    if not form:
        return None
    today = None if desk.address.get("as_of") else desk.today
    text = printed(reply, form, today, desk.base)
    headers = {"Content-Disposition": f'attachment; filename="{name}-{desk.view.as_of}.{form}"'}
    content = text.encode("utf-8", "surrogatepass")
    return Response(content, media_type=f"{MEDIA[form]}; charset=utf-8", headers=headers)
