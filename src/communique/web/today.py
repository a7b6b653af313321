"""Today: what changed last as the papers tell it, what is overdue, denied or contradicted; what the store learnt."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request, Response

from communique.questions import histories, lists
from communique.questions.asking import beginning
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.web.refusals import Route
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

FEW, LOOKED = 5, 60
"""Matters a section shows; and among which contradictions are looked for."""


@router.get("/")
def today(request: Request) -> Response:
    """The page to begin the morning with."""
    asked = desk(request)
    some = replace(asked.filter("engagements"), limit=FEW)
    latest = lists.threads(asked.store, "latest", histories.FOLLOWED, replace(some, limit=LOOKED), asked.view)
    return render(
        asked,
        "today.html",
        latest=latest,
        contested=[matter for matter in latest.items if matter.thread.contested],
        pending=lists.pending(asked.store, some, asked.view),
        overdue=lists.overdue(asked.store, some, asked.view),
        denied=lists.allegations(asked.store, replace(some, statuses=("denied", "partly_denied")), asked.view),
        few=FEW,
        learnt=histories.since(asked.store, _moment(asked), replace(some, limit=1), asked.view),
    )


@router.get("/since")
def since(request: Request) -> Response:
    """What this store has learnt since a moment: changed matters, decisions, records."""
    asked = desk(request)
    moment = _moment(asked)
    answer = histories.since(asked.store, moment, asked.filter("since"), asked.view)
    return file(asked, "since", answer) or render(asked, "since.html", answer=answer, since=moment)


def _moment(asked: Desk) -> str:
    return beginning(asked.address.get("since") or "yesterday", asked.today)
