"""The pages that list: engagements, charges, statements, positions, events, grounds, search; each as the CLI lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response

from communique.questions import catalogue, lists, pages
from communique.questions.answers import Answer
from communique.questions.asking import STATUSES
from communique.questions.histories import FOLLOWED
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.questions.orders import ordered
from communique.web.refusals import Route
from communique.web.rendering import render

PLANS = 16
"""Plans of a page, if nothing else is asked: each is a matrix of all that is reported of it."""

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)


def shown(asked: Desk, template: str, name: str, answer: Answer[Any], **context: Any) -> Response:
    """Return a list in the order asked for: as a page, or as the file that the address asks for."""
    inside = ordered(answer, asked.address.get("sort"))
    return file(asked, name, inside) or render(asked, template, answer=inside, **context)


@router.get("/engagements")
def engagements(request: Request) -> Response:
    """Meetings, visits, calls and talks, as a table or as a board by status."""
    asked = desk(request)
    return _matters(asked, "engagements", catalogue.engagements(asked.asking()))


@router.get("/pending")
def pending(request: Request) -> Response:
    """What is sought, announced or agreed and was neither held nor called off."""
    asked = desk(request)
    return _matters(asked, "pending", catalogue.pending(asked.asking()))


@router.get("/overdue")
def overdue(request: Request) -> Response:
    """Announced engagements whose time has passed without any report of an outcome."""
    asked = desk(request)
    return _matters(asked, "overdue", catalogue.overdue(asked.asking()))


@router.get("/matters")
def matters(request: Request) -> Response:
    """Matters of all kinds, the last changed first; of these only the contested ones, if asked."""
    asked = desk(request)
    answer = lists.threads(asked.store, "matters", FOLLOWED, asked.filter("matters"), asked.view)
    if asked.flag("contested"):
        answer = replace(answer, items=tuple(matter for matter in answer.items if matter.thread.contested))
    return _matters(asked, "matters", answer)


def _matters(asked: Desk, name: str, answer: Answer[Any]) -> Response:
    statuses = [s for s in STATUSES["engagements"] if any(m.thread.status == s for m in answer.items)]
    return shown(asked, "engagements.html", name, answer, which=name, statuses=statuses)


@router.get("/proposals")
def proposals(request: Request) -> Response:
    """Plans and agreements, each with how many points are reported and who took a position."""
    asked = desk(request)
    return shown(asked, "proposals.html", "proposals", catalogue.proposals(asked.asking(PLANS)))


@router.get("/allegations")
def allegations(request: Request) -> Response:
    """Who alleges what of whom, each hedge verbatim; who denied it, and how much of it."""
    asked = desk(request)
    return shown(asked, "allegations.html", "allegations", catalogue.allegations(asked.asking()))


@router.get("/statements")
def statements(request: Request) -> Response:
    """Who said what: verbatim first, then partly quoted, then paraphrases; renderings of one utterance together."""
    asked = desk(request)
    answer = catalogue.statements(asked.asking(), quoted=asked.flag("quoted"))
    groups = pages.renderings(asked.store, ordered(answer, asked.address.get("sort")).items, asked.view)
    return shown(asked, "statements.html", "statements", answer, groups=groups)


@router.get("/positions")
def positions(request: Request) -> Response:
    """Where parties stand, and on what."""
    asked = desk(request)
    return shown(asked, "positions.html", "positions", catalogue.positions(asked.asking()))


@router.get("/events")
def events(request: Request) -> Response:
    """What happened, will, may or is said to have happened; as PLOVER events if asked."""
    asked = desk(request)
    answer = catalogue.events(asked.asking(), plover=asked.flag("plover"))
    if asked.flag("plover"):
        return file(asked, "plover", answer) or render(asked, "plover.html", answer=answer)
    return shown(asked, "events.html", "events", answer)


@router.get("/basis")
def basis(request: Request) -> Response:
    """Facts that rest on a single source or on an inference, each with its reasons."""
    asked = desk(request)
    return shown(asked, "basis.html", "basis", catalogue.basis(asked.asking()))


@router.get("/search")
def search(request: Request) -> Response:
    """Records that hold all the words and phrases, the last reported first."""
    asked = desk(request)
    words = asked.address.get("q").strip()
    return shown(asked, "search.html", "search", catalogue.search(asked.asking(), words), words=words)
