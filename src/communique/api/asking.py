"""The questions as routes, named as on the command line; each takes the same parameters."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from communique import workflow
from communique.api.parameters import Shared, now_day, shared
from communique.api.replies import answer, told
from communique.api.routes import Route
from communique.api.schemas import replies, responses
from communique.decide.review import ORDER
from communique.errors import QuestionError
from communique.questions import catalogue, overviews
from communique.questions.asking import day, make_view
from communique.records import to_data

router = APIRouter(route_class=Route, default_response_class=Response, tags=["questions"])

Common = Annotated[Shared, Depends(shared)]
Id = Annotated[str, Path(max_length=80, description="An id, as lists show it.", examples=["eng-7f3a"])]
Name = Annotated[str, Query(max_length=300, description="A name, an ISO3 code or an id.", examples=["Zelenskyy"])]


@router.get("/engagements", responses=replies("Matter"))
def engagements(request: Request, common: Common) -> Response:
    """Meetings, visits, calls and talks: who with whom, how they stand, since when, by whose word."""
    return answer(request, common, catalogue.engagements)


@router.get("/pending", responses=replies("Matter"))
def pending(request: Request, common: Common) -> Response:
    """What is sought, announced or agreed and was neither held nor called off; overdue ones are marked."""
    return answer(request, common, catalogue.pending)


@router.get("/overdue", responses=replies("Matter"))
def overdue(request: Request, common: Common) -> Response:
    """Announced engagements whose time has passed without any report of an outcome."""
    return answer(request, common, catalogue.overdue)


@router.get("/proposals", responses=replies("Matrix"))
def proposals(request: Request, common: Common) -> Response:
    """Plans and agreements: each reported point against each party, silence as "not reported"."""
    return answer(request, common, catalogue.proposals)


@router.get("/allegations", responses=replies("Ledger"))
def allegations(request: Request, common: Common) -> Response:
    """Who alleges what of whom, each hedge verbatim; who denied it, and how much of it."""
    return answer(request, common, catalogue.allegations)


@router.get("/statements", responses=replies("Told"))
def statements(
    request: Request,
    common: Common,
    quoted: Annotated[bool, Query(description="Only what stands in quotation marks, at least in part.")] = False,
) -> Response:
    """Who said what: verbatim first, then partly quoted, then paraphrases, each with where it was said."""
    return answer(request, common, lambda asked: catalogue.statements(asked, quoted=quoted))


@router.get("/positions", responses=replies("Told"))
def positions(request: Request, common: Common) -> Response:
    """Where parties stand, and on what."""
    return answer(request, common, catalogue.positions)


@router.get("/events", responses=replies("Told", "PloverEvent"))
def events(
    request: Request,
    common: Common,
    plover: Annotated[bool, Query(description="As PLOVER events, speech and engagements included.")] = False,
) -> Response:
    """What happened, will, may or is said to have happened, and according to whom."""
    return answer(request, common, lambda asked: catalogue.events(asked, plover=plover))


@router.get("/actor", responses=replies("Told", "Matter", "Ledger"))
def actor(request: Request, common: Common, name: Name) -> Response:
    """All that is told of somebody: posts, ties, epithets, meetings, charges, words; and who says so."""
    return answer(request, common, lambda asked: catalogue.actor(asked, name))


@router.get("/dyad", responses=replies("Told", "Matter", "Ledger", "PloverEvent"))
def dyad(request: Request, common: Common, a: Name, b: Name) -> Response:
    """What two parties did, said, sought and alleged of each other."""
    return answer(request, common, lambda asked: catalogue.dyad(asked, a, b))


@router.get("/timeline", responses=replies("Told"))
def timeline(request: Request, common: Common) -> Response:
    """What happened or is to happen, in the order of its own time."""
    return answer(request, common, catalogue.timeline)


@router.get("/since", responses=replies("Change"))
def since(
    request: Request,
    common: Common,
    when: Annotated[str, Query(max_length=60, description="A moment (UTC), a day, yesterday.", examples=["yesterday"])],
) -> Response:
    """What this store has learnt since a moment: changed matters, decisions, records."""
    return answer(request, common, lambda asked: catalogue.since(asked, when))


@router.get("/search", responses=replies("Told"))
def search(
    request: Request,
    common: Common,
    text: Annotated[str, Query(max_length=500, description='Words and "quoted phrases".', examples=['"peace plan"'])],
) -> Response:
    """Records that hold all the words, the last reported first."""
    return answer(request, common, lambda asked: catalogue.search(asked, text))


@router.get("/basis", responses=replies("Ground"))
def basis(request: Request, common: Common) -> Response:
    """Facts that rest on a single source or on an inference, each with its reasons."""
    return answer(request, common, catalogue.basis)


@router.get("/show/{id}", responses=replies("Told", "Matter", "Link", "Decision"))
def show(request: Request, common: Common, id: Id) -> Response:
    """A record with its sentence, its matter over time, its links and the decisions on it."""
    return answer(request, common, lambda asked: catalogue.show(asked, id))


@router.get("/why/{id}", responses=replies("Told", "Matter", "Link", "Decision"))
def why(request: Request, common: Common, id: Id) -> Response:
    """Why a record says what it says: its times, places and actors carry the rule that read them so."""
    return answer(request, common, lambda asked: catalogue.why(asked, id))


@router.get("/article/{id}", responses=replies("Article", "Told"))
def article(request: Request, common: Common, id: Id) -> Response:
    """An article with its text, and the records read from it."""
    return answer(request, common, lambda asked: catalogue.article(asked, id))


@router.get("/brief", responses=replies("Line", "Note"))
def brief(
    request: Request,
    common: Common,
    topic: Annotated[str, Query(max_length=500, description="Only what holds these words.")] = "",
) -> Response:
    """A briefing, every line footnoted to its sentence; `format=md` is the page."""
    return answer(request, common, lambda asked: catalogue.brief(asked, topic))


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
    on = day(as_of, "--as-of") if as_of else now_day()
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
        found = overviews.overview(store, make_view(now_day()))
        return {**to_data(found), "kinds": dict(found.kinds), "moment": store.moment()}

    return told(request, data)
