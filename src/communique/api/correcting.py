"""Corrections over HTTP, named as on the command line; each needs the token of the server and is in the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from communique import clock, workflow
from communique.api.routes import Route
from communique.api.schemas import responses
from communique.api.security import writing
from communique.decide import making
from communique.decide.making import Hand
from communique.questions.asking import day
from communique.records import to_data
from communique.records.links import Decision
from communique.workflow import Desk

router = APIRouter(
    route_class=Route, default_response_class=Response, tags=["corrections"], dependencies=[Depends(writing)]
)

Id = Annotated[str, Path(max_length=80, description="A record, as lists show it.", examples=["eng-7f3a"])]
Article = Annotated[str, Path(max_length=80, description="An article's id, or its beginning.")]
Short = Annotated[str, Field(max_length=300)]
Text = Annotated[str, Field(max_length=2000)]
TAKEN = responses("Taken", 201)


class Sent(BaseModel):
    """Who decides, and why; it stands in the log."""

    model_config = ConfigDict(extra="forbid")

    who: Annotated[str, Field(min_length=1, max_length=60, examples=["ana"])] = "api"
    reason: Annotated[Text, Field(examples=["the ministry's site says so"])] = ""


class Place(BaseModel):
    """A place in the text of an article: code points, `end` excluded."""

    model_config = ConfigDict(extra="forbid")

    start: Annotated[int, Field(ge=0, le=10_000_000)]
    end: Annotated[int, Field(ge=1, le=10_000_000)]


Spans = Annotated[list[Place | Text], Field(max_length=20, description="Places, or words letter by letter.")]
Fields = Annotated[
    dict[Short, Text],
    Field(max_length=40, description="Fields as `communique correct` takes them.", examples=[{"status": "held"}]),
]


class Correction(Sent):
    """Fields of a record with what they should be."""

    fields: Fields


class Addition(Sent):
    """A record that was missed: the words that say it, and its fields."""

    kind: Annotated[Short, Field(examples=["engagement"])]
    spans: Spans
    fields: Fields = {}


class Division(Sent):
    """The words of each of the things that one record tells of."""

    spans: Spans


class Pair(Sent):
    """The other record."""

    other: Annotated[Short, Field(examples=["eng-81c2"])]


class Standing(Sent):
    """How a matter stands, and from which day."""

    status: Annotated[Short, Field(examples=["held"])]
    since: Annotated[Short | None, Field(examples=["2023-04-26"])] = None


class Alias(Sent):
    """Who is meant by a name; `within` a record: in its article only."""

    name: Annotated[Short, Field(examples=["mention/kim"])]
    actor: Annotated[Short, Field(examples=["state/KOR"])]
    within: Short | None = None


class Dating(BaseModel):
    """The date of an appearance of an article ("none": none is known); publisher and address say of which."""

    model_config = ConfigDict(extra="forbid")

    published: Annotated[Short, Field(examples=["2023-02-25"])]
    source: Short | None = None
    url: Text | None = None


def _take(request: Request, sent: Sent, make: Callable[[Desk], Decision]) -> Response:
    """Make a decision, store it, return it with the contradictions that it has a part in."""
    hand = Hand(who=" ".join(sent.who.split()) or "api", when=clock.now(), reason=sent.reason.strip())
    taken = workflow.take(Desk(request.app.state.store, hand), make)
    prefix = request.url.path.rpartition("/api/v1/")[0] + "/api/v1"
    data: dict[str, Any] = {
        "decision": to_data(taken.decision),
        "conflicts": [conflict.why for conflict in taken.conflicts],
        "undo": f"{prefix}/undo/{taken.decision.number}",
    }
    return JSONResponse(data, 201)


def _assigned(fields: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in fields.items()]


def _places(spans: list[Place | str]) -> list[str]:
    return [f"{s.start}:{s.end}" if isinstance(s, Place) else s for s in spans]


@router.post("/accept/{id}", status_code=201, responses=TAKEN)
def accept(request: Request, id: Id, sent: Sent) -> Response:
    """Say that a record is right as it stands."""
    return _take(request, sent, lambda desk: making.accept(desk.record(id), desk.hand))


@router.post("/reject/{id}", status_code=201, responses=TAKEN)
def reject(request: Request, id: Id, sent: Sent) -> Response:
    """Say that the article does not tell this; the record stays out, whatever is read later."""
    return _take(request, sent, lambda desk: making.reject(desk.record(id), desk.hand))


@router.post("/correct/{id}", status_code=201, responses=TAKEN)
def correct(request: Request, id: Id, sent: Correction) -> Response:
    """Correct fields that were misread: times alone pin a date, parts alone give roles, all else is an edit."""

    def make(desk: Desk) -> Decision:
        record = desk.record(id)
        return making.edit(record, _assigned(sent.fields), desk.sheet(record.article), desk.hand)

    return _take(request, sent, make)


@router.post("/add-record/{article}", status_code=201, responses=TAKEN)
def add_record(request: Request, article: Article, sent: Addition) -> Response:
    """Add a record that was missed."""
    words, fields = _places(sent.spans), _assigned(sent.fields)
    return _take(request, sent, lambda desk: making.add(desk.sheet(article), sent.kind, words, fields, desk.hand))


@router.post("/split/{id}", status_code=201, responses=TAKEN)
def split(request: Request, id: Id, sent: Division) -> Response:
    """Divide a record that tells of several things."""

    def make(desk: Desk) -> Decision:
        record = desk.record(id)
        return making.split(record, _places(sent.spans), desk.sheet(record.article), desk.hand)

    return _take(request, sent, make)


@router.post("/merge/{id}", status_code=201, responses=TAKEN)
def merge(request: Request, id: Id, sent: Pair) -> Response:
    """Say that two records tell of one matter."""
    return _take(request, sent, lambda desk: making.merge(desk.record(id), desk.record(sent.other), desk.hand))


@router.post("/distinct/{id}", status_code=201, responses=TAKEN)
def distinct(request: Request, id: Id, sent: Pair) -> Response:
    """Say that two records tell of two matters."""
    return _take(request, sent, lambda desk: making.distinct(desk.record(id), desk.record(sent.other), desk.hand))


@router.post("/set-status/{id}", status_code=201, responses=TAKEN)
def set_status(request: Request, id: Id, sent: Standing) -> Response:
    """Say how a matter stands, known from elsewhere; what the article says stays as it is."""
    on = day(sent.since, "--since") if sent.since else None
    return _take(request, sent, lambda desk: making.set_status(desk.record(id), sent.status, on, desk.hand))


@router.post("/alias", status_code=201, responses=TAKEN)
def alias(request: Request, sent: Alias) -> Response:
    """Say who is meant by a name: in the article of one record, or in the whole store, articles to come included."""

    def make(desk: Desk) -> Decision:
        record = desk.record(sent.within) if sent.within else None
        sheet = desk.sheet(record.article) if record else None
        return making.alias(sent.name, sent.actor, sheet, desk.hand, record)

    return _take(request, sent, make)


@router.post("/published/{article}", responses=responses("Dated"))
def published(request: Request, article: Article, sent: Dating) -> Response:
    """Give an appearance of an article another date; `communique rerun` reads its relative times by it."""
    desk = Desk(request.app.state.store, Hand(who="api", when=clock.now()))
    whole = workflow.date_article(desk, article, sent.published, sent.source, sent.url)
    return JSONResponse({"article": whole, "published": sent.published})


@router.post("/undo/{number}", responses=responses("Undone"))
def undo(request: Request, number: Annotated[int, Path(ge=1, le=1_000_000_000)]) -> Response:
    """Take a decision back: the record is as if it had never been taken; the log keeps both."""
    waiting = workflow.take_back(request.app.state.store, number, clock.now())
    told = [f"decision {orphan.decision.number} waits: {orphan.why}" for orphan in waiting]
    return JSONResponse({"withdrawn": number, "waiting": told})
