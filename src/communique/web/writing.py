"""What is written through pages: sign in, decide, take back. Each goes the way of the command line's verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote, unquote

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from communique import workflow
from communique.decide.making import Hand
from communique.errors import CommuniqueError, DecisionError, StoreError
from communique.web.desks import desk, store_of
from communique.web.hands import SESSION, Forbidden, admit, form_key, hand, local, open_to_writing, writer
from communique.web.refusals import Route, refuse, takes
from communique.web.rendering import render
from communique.web.verbs import Sent, decision_of

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

DONE = "communique_done"
"""The cookie that tells the next page what was decided; it is shown once."""

FIELDS, LARGEST = 80, 200_000
"""A form has at most so many fields, and so many bytes in all."""


async def sent_by(request: Request) -> dict[str, str]:
    """Return the fields of a form; Forbidden for one that is too large."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LARGEST:
        raise Forbidden(f"a form has at most {LARGEST} bytes")
    form = await request.form(max_files=0, max_fields=FIELDS)
    return {name: value for name, value in form.items() if isinstance(value, str)}


@router.get("/login")
@takes("next")
def login(request: Request) -> Response:
    """The form for the token of this server."""
    asked = desk(request)
    return render(asked, "login.html", next=local(asked.address.get("next")), why="", **signed(request))


@router.post("/login")
async def admitted(request: Request) -> Response:
    """Begin a session, go on to where the reader came from."""
    sent = await sent_by(request)
    onward = local(sent.get("next", ""))
    response = RedirectResponse(onward, 303)
    try:
        admit(request, response, sent.get("token", ""), sent.get("who", ""))
    except Forbidden as error:
        return render(desk(request), "login.html", 403, next=onward, why=str(error), **signed(request))
    return response


@router.post("/logout")
async def left(request: Request) -> Response:
    """End the session."""
    hand(request, await sent_by(request))
    response = RedirectResponse("/", 303)
    response.delete_cookie(SESSION, path="/")
    return response


@router.post("/decide/{verb}")
async def decided(request: Request, verb: str) -> Response:
    """Decide what a form says, show the page it came from, with what was decided."""

    def write(own: Hand, sent: Sent) -> str:
        taken = workflow.take(workflow.Desk(store_of(request), own), decision_of(verb, sent))
        told = [f"decision {taken.decision.number}", *(conflict.why for conflict in taken.conflicts)]
        return "; ".join(told)

    return await written(request, write)


@router.post("/undo")
async def undone(request: Request) -> Response:
    """Take a decision back; the log keeps both."""

    def write(own: Hand, sent: Sent) -> str:
        number = sent.get("number", "")
        if not number.isdecimal() or len(number) > 9:
            raise DecisionError(f"{number!r} is no number of a decision")
        waiting = workflow.take_back(store_of(request), int(number), own.when)
        told = [f"decision {number} is withdrawn", *(f"decision {o.decision.number} waits: {o.why}" for o in waiting)]
        return "; ".join(told)

    return await written(request, write)


@router.post("/published")
async def published(request: Request) -> Response:
    """Give an appearance of an article another date."""

    def write(own: Hand, sent: Sent) -> str:
        at, given = workflow.Desk(store_of(request), own), sent.get("published", "").strip()
        source, url = (sent.get(name) or None for name in ("source", "url"))
        article = workflow.date_article(at, sent.get("article", ""), given, source, url)
        return f"article {article} appeared {given}; `communique rerun` reads its relative times by the new date"

    return await written(request, write)


async def written(request: Request, write: Callable[[Hand, Sent], str]) -> Response:
    """Write what a form asks for and go on to `next`; a refusal is told on a page, and nothing is written."""
    sent = await sent_by(request)
    try:
        own = hand(request, sent)
        told = await run_in_threadpool(write, own, sent)
    except Forbidden as error:
        return refuse(request, 403, str(error))
    except StoreError:
        raise
    except CommuniqueError as error:
        return refuse(request, 400, str(error))
    return onward(local(sent.get("next", "")), told)


def onward(to: str, told: str) -> Response:
    """Return the way to the next page, with what it is to say once."""
    response = RedirectResponse(to, 303)
    response.set_cookie(DONE, quote(told[:900]), max_age=60, httponly=True, samesite="strict", path="/")
    return response


def signed(request: Request) -> dict[str, Any]:
    """Return what a page with forms shows: who writes, the secret of the session's forms, what was just decided."""
    return {
        "writer": writer(request),
        "key": form_key(request),
        "writable": open_to_writing(request),
        "done": unquote(request.cookies.get(DONE, "")),
    }


def shown_once(request: Request, response: Response) -> Response:
    """Return the response; what it says of the last decision it will not say again."""
    if request.cookies.get(DONE):
        response.delete_cookie(DONE, path="/")
    return response
