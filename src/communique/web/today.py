"""Today: what changed last as the papers tell it, what is overdue, denied or contradicted; what the store learnt."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.questions import catalogue
from communique.questions.asking import beginning
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.web.refusals import Route, takes
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

FEW, LOOKED = 5, 60
"""Matters a section shows; and among which contradictions are looked for."""


@router.get("/")
@takes("since")
def today(request: Request) -> Response:
    """The page to begin the morning with."""
    asked = desk(request)
    few = asked.asking(FEW)
    latest = catalogue.matters(few.but(limit=LOOKED))
    return render(
        asked,
        "today.html",
        latest=latest,
        contested=[matter for matter in latest.items if matter.thread.contested],
        pending=catalogue.pending(few),
        overdue=catalogue.overdue(few),
        denied=catalogue.allegations(few.but(status=("denied", "partly_denied"))),
        few=FEW,
        learnt=catalogue.since(few.but(limit=1), _moment(asked)),
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
