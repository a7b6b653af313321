"""The page of a record (why it says so), of a matter (its history) and of a plan (its points against the parties)."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.errors import QuestionError
from communique.questions import pages, plans
from communique.records.views import Filter
from communique.web.desks import desk
from communique.web.downloads import file
from communique.web.refusals import Route, takes
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)


@router.get("/record/{id}")
@takes("format")
def record(request: Request, id: str) -> Response:
    """A record: its sentence, the reasons for every part of it, its matter, links and decisions."""
    asked = desk(request)
    page = pages.show(asked.store, id, asked.view)
    return file(asked, page.told.short, page) or render(asked, "record.html", page=page)


@router.get("/matter/{id}")
@takes("format", "sort")
def matter(request: Request, id: str) -> Response:
    """A matter: how it stands, the history of every status, all reports, what is not told."""
    asked = desk(request)
    course = pages.course(asked.store, id, asked.view)
    return file(asked, course.matter.short, course.answer) or render(
        asked, "matter.html", course=course, by_id={told.record.id: told for told in course.answer.items}
    )


@router.get("/proposal/{id}")
@takes("format")
def proposal(request: Request, id: str) -> Response:
    """A plan: its provisions against the parties, the sentence of each position, what nobody reported."""
    asked = desk(request)
    answer = plans.proposals(asked.store, Filter(ids=(asked.store.resolve(id),), limit=1), asked.view)
    if not answer.items:
        raise QuestionError(f"no plan {id!r} was reported by {asked.view.as_of}")
    return file(asked, answer.items[0].matter.short, answer) or render(asked, "proposal.html", answer=answer)
