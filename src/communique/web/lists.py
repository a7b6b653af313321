"""The pages that list: engagements, charges, statements, positions, events, grounds, search; each as the CLI lists."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from communique.questions import pages
from communique.questions.asking import STATUSES
from communique.questions.forms import Reply
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.web.refusals import Route, takes
from communique.web.rendering import render

PLANS = 16
"""Plans of a page, if nothing else is asked: each is a matrix of all that is reported of it."""

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)


def shown(asked: Desk, template: str, name: str, answer: Reply, **context: Any) -> Response:
    """Return a list as a page, or as the file that the address asks for."""
    return file(asked, name, answer) or render(asked, template, answer=answer, **context)


@router.get("/engagements")
@takes("view", question="engagements")
def engagements(request: Request) -> Response:
    """Meetings, visits, calls and talks, as a table or as a board by status."""
    return _matters(desk(request), "engagements")


@router.get("/pending")
@takes("view", question="pending")
def pending(request: Request) -> Response:
    """What is sought, announced or agreed and was neither held nor called off."""
    return _matters(desk(request), "pending")


@router.get("/overdue")
@takes("view", question="overdue")
def overdue(request: Request) -> Response:
    """Announced engagements whose time has passed without any report of an outcome."""
    return _matters(desk(request), "overdue")


@router.get("/matters")
@takes(question="matters")
def matters(request: Request) -> Response:
    """Matters of all kinds, the last changed first; of these only the contested ones, if asked."""
    return _matters(desk(request), "matters")


def _matters(asked: Desk, name: str) -> Response:
    answer: Any = asked.ask(name)
    statuses = [s for s in STATUSES["engagements"] if any(m.thread.status == s for m in answer.items)]
    return shown(asked, "engagements.html", name, answer, which=name, statuses=statuses)


@router.get("/proposals")
@takes(question="proposals")
def proposals(request: Request) -> Response:
    """Plans and agreements, each with how many points are reported and who took a position."""
    asked = desk(request)
    return shown(asked, "proposals.html", "proposals", asked.ask("proposals", PLANS))


@router.get("/allegations")
@takes(question="allegations")
def allegations(request: Request) -> Response:
    """Who alleges what of whom, each hedge verbatim; who denied it, and how much of it."""
    asked = desk(request)
    return shown(asked, "allegations.html", "allegations", asked.ask("allegations"))


@router.get("/statements")
@takes(question="statements")
def statements(request: Request) -> Response:
    """Who said what: verbatim first, then partly quoted, then paraphrases; renderings of one utterance together."""
    asked = desk(request)
    answer: Any = asked.ask("statements")
    groups = pages.renderings(asked.store, answer.items, asked.view)
    return shown(asked, "statements.html", "statements", answer, groups=groups)


@router.get("/positions")
@takes(question="positions")
def positions(request: Request) -> Response:
    """Where parties stand, and on what."""
    asked = desk(request)
    return shown(asked, "positions.html", "positions", asked.ask("positions"))


@router.get("/events")
@takes(question="events")
def events(request: Request) -> Response:
    """What happened, will, may or is said to have happened; as PLOVER events if asked."""
    asked = desk(request)
    name = "plover" if asked.flag("plover") else "events"
    return shown(asked, f"{name}.html", name, asked.ask("events"))


@router.get("/basis")
@takes(question="basis")
def basis(request: Request) -> Response:
    """Facts that rest on a single source or on an inference, each with its reasons."""
    asked = desk(request)
    return shown(asked, "basis.html", "basis", asked.ask("basis"))


@router.get("/search")
@takes("q", question="search")
def search(request: Request) -> Response:
    """Records that hold all the words and phrases, the last reported first."""
    asked = desk(request)
    words = asked.address.get("q").strip()
    return shown(asked, "search.html", "search", asked.ask("search", text=words), words=words)
