"""The pages at which the record is corrected: the queue, the form of a record, the form for a missed one, the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from communique import workflow
from communique.decide.changing import WORDS, actors_in
from communique.decide.fields import Sheet
from communique.decide.forms import PARTS, slots
from communique.decide.making import CHARGE
from communique.decide.review import ORDER
from communique.decide.telling import changes, differing, pairs, subject
from communique.errors import DecisionError, QuestionError
from communique.questions import pages
from communique.questions.sentences import sentence_at
from communique.records.codec import to_data
from communique.records.links import Decision
from communique.records.record import Record
from communique.records.texts import Span
from communique.records.views import View
from communique.web.cases import cases
from communique.web.desks import Desk, desk
from communique.web.quoting import Pieces
from communique.web.refusals import Route, takes
from communique.web.rendering import render
from communique.web.verbs import FIELD, chosen
from communique.web.writing import shown_once, signed

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

QUEUE, LOG = 20, 50
"""Cases, and decisions, that a page shows if nothing else is asked."""


@router.get("/review")
@takes("topic", "limit")
def review(request: Request) -> Response:
    """What to look at, most pressing first, each case with its sentence and what settles it."""
    asked = desk(request)
    topics = asked.each("topic")
    unknown = next((topic for topic in topics if topic not in ORDER), None)
    if unknown is not None:
        raise QuestionError(f"there is no topic {unknown!r}; there are {', '.join(ORDER)}")
    everything = workflow.review(asked.store, asked.view.as_of or asked.today)
    counts = {topic: sum(item.topic == topic for item in everything) for topic in ORDER}
    wanted = [item for item in everything if not topics or item.topic in topics]
    limit = max(1, asked.number("limit", QUEUE, 200))
    last = next((d for d in reversed(asked.store.decisions()) if d.withdrawn is None), None)
    return _page(
        request,
        asked,
        "review.html",
        cases=cases(asked.store, wanted[:limit]),
        total=len(wanted),
        everything=len(everything),
        counts=counts,
        last=last,
        subject=subject,
    )


@router.get("/log")
@takes("id", "limit")
def log(request: Request) -> Response:
    """Who decided what and when, from what to what, why; and what was withdrawn; the last first."""
    asked = desk(request)
    id = asked.address.get("id").strip() or None
    decisions = workflow.decisions_on(asked.store, id)[::-1]
    limit = max(1, asked.number("limit", LOG, 1000))
    shown, more = decisions[:limit], len(decisions) > limit
    return _page(
        request, asked, "log.html", id=id, decisions=shown, total=len(decisions), more=more, **_telling(asked, shown)
    )


@router.get("/record/{id}/correct")
def correct(request: Request, id: str) -> Response:
    """The fields of a record as a form; what the rules read beside what people made of it; what was decided on it."""
    asked = desk(request)
    page = pages.show(asked.store, id, View())
    record = page.told.record
    read = asked.store.entry(record.id, View(machine_only=True))
    sheet = workflow.sheet_of(asked.store, record.article)
    decisions = workflow.decisions_on(asked.store, record.id)[::-1]
    return _page(
        request,
        asked,
        "correct.html",
        page=page,
        record=record,
        slots=slots(record.kind, to_data(record)),
        read=_read_so(read.record if read else None, record),
        by=page.told.entry.by,
        statuses=_statuses(record),
        decisions=decisions,
        **_telling(asked, decisions),
        **_choices(sheet),
    )


@router.get("/article/{id}/add")
@takes("kind", "start", "end", "words")
def add(request: Request, id: str) -> Response:
    """The fields of a record that was missed, on the words that were selected; other kinds are a click away."""
    asked = desk(request)
    kind = asked.address.get("kind") or "engagement"
    if kind not in WORDS:
        raise QuestionError(f"{kind!r} cannot be added; there are {', '.join(WORDS)}")
    sheet = workflow.sheet_of(asked.store, id)
    sent = {name: asked.address.get(name) for name in ("start", "end", "words")}
    why, place = "", None
    try:
        place = sheet.words(chosen(sheet.article, sent))
    except DecisionError as error:
        why = str(error)
    return _page(
        request,
        asked,
        "add.html",
        article=sheet.article,
        kind=kind,
        kinds=tuple(WORDS),
        place=place,
        sentence=_around(sheet, place) if place else [],
        why=why,
        slots=slots(kind),
        sent=sent,
        **_choices(sheet),
    )


def _page(request: Request, asked: Desk, template: str, **context: Any) -> Response:
    """Return a page with forms: it says once what was decided last."""
    return shown_once(request, render(asked, template, field=FIELD, **context, **signed(request)))


def _telling(asked: Desk, decisions: Sequence[Decision]) -> dict[str, Any]:
    """Return how decisions are told, and the short ids of the records they are about, where these are still shown."""
    targets = {t.record for d in decisions for t in (d.target, d.other) if t is not None and t.record}
    entries = asked.store.by_id(sorted(targets))
    return {"changes": changes, "pairs": pairs, "subject": subject, "short": asked.store.short_ids(entries.values())}


def _read_so(read: Record | None, shown: Record) -> list[tuple[str, str, str]]:
    """Return in which fields the record differs from what the rules read; none where they did not read it."""
    return differing(to_data(read), to_data(shown)) if read is not None else []


def _statuses(record: Record) -> tuple[str, ...]:
    """Return the statuses that the matter of a record may be given from outside the text; () for kinds without."""
    if record.kind == "allegation":
        return CHARGE
    found = next((slot for slot in slots(record.kind) if slot.name == "status"), None)
    return found.allowed if found is not None else ()


def _choices(sheet: Sheet) -> dict[str, Any]:
    """Return what fields may be filled with: who is named in the article, its records, the parts of a meeting."""
    actors = {actor.id: actor.name for actor in actors_in(tuple(sheet.records))}
    states = {id: known.name for id, known in sheet.registry.known.items() if id.startswith("state/")}
    return {"actors": {**actors, **states}, "records": sheet.records, "parts": PARTS}


def _around(sheet: Sheet, place: Span) -> Pieces:
    """Return the sentence of some words, cut at these words."""
    sentence = sentence_at(sheet.article, place)
    start, end = place.start - sentence.start, place.end - sentence.start
    text = sentence.text
    return [(text[:start], ""), (text[start:end], "trigger"), (text[end:], "")]
