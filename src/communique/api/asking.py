"""The questions as routes, made of questions.parameters and named as on the command line; and the queue, log, store."""

from __future__ import annotations

import inspect
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from communique import clock, workflow
from communique.api.parameters import FORMAT, path, query
from communique.api.replies import answer, told
from communique.api.routes import Route
from communique.api.schemas import replies, responses
from communique.decide.review import ORDER
from communique.errors import QuestionError
from communique.questions import overviews
from communique.questions.asking import day, make_view
from communique.questions.parameters import QUESTIONS, SHARED, Question
from communique.records import to_data

router = APIRouter(route_class=Route, default_response_class=Response, tags=["questions"])

ITEMS: dict[str, tuple[str, ...]] = {
    "engagements": ("Matter",),
    "pending": ("Matter",),
    "overdue": ("Matter",),
    "proposals": ("Matrix",),
    "allegations": ("Ledger",),
    "matters": ("Matter",),
    "events": ("Told", "PloverEvent"),
    "actor": ("Told", "Matter", "Ledger"),
    "dyad": ("Told", "Matter", "Ledger", "PloverEvent"),
    "since": ("Change",),
    "basis": ("Ground",),
    "show": ("Told", "Matter", "Link", "Decision"),
    "why": ("Told", "Matter", "Link", "Decision"),
    "article": ("Article", "Told"),
    "brief": ("Line", "Note"),
}
"""Question -> shapes of what it answers with; records as told for one that is not here."""


def register(question: Question) -> None:
    """Add a question as a route: an id it takes is part of the path, all else stands behind the question mark."""

    def asked(request: Request, format: Any, **given: Any) -> Response:
        own = {p.name: given[p.identifier] for p in (*question.takes, *question.may)}
        return answer(request, question.name, {p.name: given[p.identifier] for p in SHARED}, own, format)

    of_path = [path(one) for one in question.takes if one.name == "id"]
    needed = [query(one, needed=True) for one in question.takes if one.name != "id"]
    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    options = [query(one) for one in (*question.may, *SHARED)]
    asked.__signature__ = inspect.Signature([request, *of_path, *needed, *options, FORMAT])  # type: ignore[attr-defined]
    asked.__name__, asked.__doc__ = question.name, question.help
    address = "/".join(("", question.name, *("{id}" for _ in of_path)))
    router.get(address, responses=replies(*ITEMS.get(question.name, ("Told",))))(asked)


for _question in QUESTIONS.values():
    register(_question)


@router.get("/log", responses=responses("Log"), tags=["corrections"])
def log(
    request: Request,
    id: Annotated[str | None, Query(max_length=80, description="A record, or a decision's number.")] = None,
) -> Response:
    """Who decided what and when, from what to what, why; and what was withdrawn."""
    store = request.app.state.store
    return told(request, lambda: [to_data(d) for d in workflow.decisions_on(store, id)])


@router.get("/review", responses=responses("Queue"), tags=["corrections"])
def review(
    request: Request,
    as_of: Annotated[str | None, Query(description="Overdue by this day (today).", examples=["2023-03-01"])] = None,
    topic: Annotated[list[str] | None, Query(description=f"Only {', '.join(ORDER)}.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="At most so many.")] = 20,
) -> Response:
    """What to look at, most pressing first: overdue, contradicting, inferred, unclear; and what settles it."""
    unknown = sorted(set(topic or ()) - set(ORDER))
    if unknown:
        raise QuestionError(f"there is no topic {unknown[0]}; there are {', '.join(ORDER)}")
    on = day(as_of, "--as-of") if as_of else clock.today()
    store = request.app.state.store

    def queue() -> list[dict[str, Any]]:
        items = [item for item in workflow.review(store, on) if not topic or item.topic in topic]
        return [{name: value for name, value in to_data(i).items() if name != "sort"} for i in items[:limit]]

    return told(request, queue)


@router.get("/store", responses=responses("Overview"))
def overview(request: Request) -> Response:
    """What the store holds today: how many records of each kind, how many articles, what read the last of them."""
    store = request.app.state.store

    def data() -> dict[str, Any]:
        found = overviews.overview(store, make_view(clock.today()))
        return {**to_data(found), "kinds": dict(found.kinds), "moment": store.moment()}

    return told(request, data)
