"""Today: what changed last as the papers tell it, what is overdue, denied or contradicted; what the store learnt."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request, Response

from communique.questions import catalogue
from communique.questions.asking import PENDING, beginning
from communique.questions.histories import FOLLOWED
from communique.records.views import UNREPORTED
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.web.refusals import Route, takes
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

FEW, LAST, LEARNT = 5, 16, 50
"""Matters that a section shows, and the section of those that changed last; changed records whose matters are told."""

DISPUTED = tuple(kind for kind in FOLLOWED if kind != "allegation")
"""That an allegation is denied stands in a section of its own."""

AHEAD = tuple(status for status in PENDING if status != UNREPORTED)
"""What is pending, and not overdue: that stands in a section of its own."""


@router.get("/")
@takes("since")
def today(request: Request) -> Response:
    """The page to begin the morning with."""
    asked = desk(request)
    few, moment = asked.asking(FEW), _moment(asked)
    learnt = catalogue.since(few.but(limit=LEARNT), moment)
    return render(
        asked,
        "today.html",
        latest=catalogue.matters(few.but(limit=LAST)),
        contested=catalogue.matters(few, contested=True, kinds=DISPUTED),
        pending=catalogue.pending(few.but(status=AHEAD)),
        ahead=",".join(AHEAD),
        overdue=catalogue.overdue(few),
        denied=catalogue.allegations(few.but(status=("denied", "partly_denied"))),
        turned=[change for change in learnt.items if change.what == "status" and change.before][:FEW],
        since=moment,
        learnt=learnt,
        counts=Counter(change.what for change in learnt.items) | Counter(learnt.counts),
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
