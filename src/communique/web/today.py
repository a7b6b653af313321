"""Today: what changed last as the papers tell it, what is overdue, denied or contradicted; what the store learnt."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request, Response

from communique.questions import catalogue
from communique.questions.asking import beginning
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.web.refusals import Route, takes
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

FEW, LAST, LEARNT = 5, 16, 50
"""Matters that a section shows, and the section of those that changed last; changed records that are counted."""


@router.get("/")
@takes("since")
def today(request: Request) -> Response:
    """The page to begin the morning with."""
    asked = desk(request)
    few, moment = asked.asking(FEW), _moment(asked)
    learnt = catalogue.since(few.but(limit=LEARNT), moment)
    contested = catalogue.matters(few.but(limit=LAST), contested=True)  # allegations denied stand in their own section
    return render(
        asked,
        "today.html",
        latest=catalogue.matters(few.but(limit=LAST)),
        contested=contested,
        unsettled=[matter for matter in contested.items if matter.thread.of != "allegation"][:FEW],
        pending=catalogue.pending(few),
        overdue=catalogue.overdue(few),
        denied=catalogue.allegations(few.but(status=("denied", "partly_denied"))),
        turned=[change for change in learnt.items if change.what == "status" and change.before][:FEW],
        since=moment,
        learnt=learnt,
        counts=Counter(change.what for change in learnt.items),
    )


@router.get("/since")
@takes("since", question="since")
def since(request: Request) -> Response:
    """What this store has learnt since a moment: changed matters, decisions, records."""
    asked = desk(request)
    moment = _moment(asked)
    answer = asked.ask("since", when=moment)
    return file(asked, "since", answer) or render(asked, "since.html", answer=answer, since=moment)


def _moment(asked: Desk) -> str:
    return beginning(asked.address.get("since") or "yesterday", asked.today)
