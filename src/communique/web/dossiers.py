"""The pages of an actor, of two parties, and of what came when: each with a picture and the sentences behind it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from communique.questions import catalogue
from communique.questions.phrases import ARROW
from communique.questions.scores import means
from communique.questions.scores import scored as with_scores
from communique.web.desks import Desk, desk
from communique.web.downloads import file
from communique.web.drawn import LANES, bars, direction, marks, scored, ties
from communique.web.pictures import Bar, curve, network, timeline
from communique.web.refusals import Route, takes
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

WIDE, NARROW = 1240.0, 350.0
"""How wide pictures are drawn, for a desk and for a narrow screen."""

DRAWN = 60
"""So many engagements of an actor, and scored events of two parties, are drawn: the last ones."""

HAPPENINGS = 80
"""So many happenings of two parties are drawn: the last ones."""

LISTS = {
    "engagements": "/engagements",
    "allegations": "/allegations",
    "events": "/events",
    "positions": "/positions",
    "statements": "/statements",
}
"""Section of a dossier -> the page that lists all of it."""

SPANS = (("30 days", 30), ("90 days", 90), ("a year", 365), ("5 years", 1826))


@router.get("/actor/{key:path}")
@takes(question="actor")
def actor(request: Request, key: str) -> Response:
    """Who somebody is and who says so; whom they engage; all that is told of them, by section."""
    asked = desk(request)
    asking = asked.asking()
    who = asking.actor(key)
    found = catalogue.actor(asking, who)
    many = catalogue.engagements(asking.but(actor=(who,), limit=DRAWN, offset=0))
    names: dict[str, str] = {}
    shared = ties(many.items, names, lambda a, b: asked.address.url("/dyad", a=a, b=b))
    links = {name: asked.address.url(f"/actor/{own}") for own, name in names.items()}
    drawn = [
        Markup(network(f"ties-{width:.0f}", f"Who engages whom around {found.name}", shared, width=min(width, 760),
                       centre=names.get(who), links=links))
        for width in (WIDE, NARROW)
    ]  # fmt: skip
    counted = {"counted": len(many.items), "cut": many.more, "keys": {name: own for own, name in names.items()}}
    context: dict[str, Any] = {"found": found, "ties": shared, "lists": LISTS, **counted}
    name = who.replace("/", "-")
    return file(asked, name, found) or render(asked, "actor.html", wide=drawn[0], narrow=drawn[1], **context)


@router.get("/dyad")
@takes("a", "b", question="dyad")
def dyad(request: Request) -> Response:
    """What two parties did, said and alleged of one another: their curve, their lanes over time, the records."""
    asked = desk(request)
    given = [asked.address.get(side).strip() for side in "ab"]
    if not all(given):
        return render(asked, "dyad.html", found=None)
    asking = asked.asking()
    keys = (asking.actor(given[0]), asking.actor(given[1]))
    pair = asking.but(actor=keys[:1], with_=keys[1:], offset=0)
    told: Any = catalogue.events(pair.but(limit=DRAWN), plover=True)
    found = catalogue.dyad(asking, *keys, told.items)
    course = catalogue.timeline(pair.but(limit=HAPPENINGS), quoted=False, last=True)
    scored_ones = with_scores(asked.store, *keys, told, asked.view, asked.codebook)
    lanes = [f"{a} {ARROW} {b}" for a, b in (found.names, found.names[::-1])]
    happenings = bars(course.items, _record(asked), direction(keys, found.names))
    title = f"Cooperation and conflict between {found.names[0]} and {found.names[1]}"
    points = marks(scored_ones.items, found.names, _record(asked))
    curves = [Markup(curve(f"curve-{w:.0f}", title, points, names=found.names, width=w)) for w in (WIDE, NARROW)]
    return file(asked, "-".join(keys).replace("/", "-"), found) or render(
        asked,
        "dyad.html",
        found=found,
        keys=keys,
        scores=scored_ones,
        scored=scored,
        means=means(scored_ones.items),
        course=course,
        lists=LISTS,
        curve_wide=curves[0],
        curve_narrow=curves[1],
        **_timelines("lanes", f"{found.names[0]} and {found.names[1]} over time", happenings, lanes, asked),
    )


@router.get("/timeline")
@takes(question="timeline")
def what_came_when(request: Request) -> Response:
    """What happened or is to happen, by its own time: bars for intervals, open ends faded, and the sentences."""
    asked = desk(request)
    answer: Any = asked.ask("timeline")
    drawn = _timelines("", "What came when", bars(answer.items, _record(asked)), LANES, asked)
    since = [(name, _back(asked, days)) for name, days in SPANS]
    return file(asked, "timeline", answer) or render(asked, "timeline.html", answer=answer, since=since, **drawn)


def _timelines(name: str, title: str, happenings: list[Bar], lanes: Any, asked: Desk) -> dict[str, Any]:
    """Return the timeline as a wide and as a narrow picture, under the names by which the template knows them."""
    prefix = f"{name}_" if name else ""
    today = asked.view.as_of if _near(happenings, asked.view.as_of) else None
    return {
        f"{prefix}{size}": Markup(
            timeline(f"time-{size}", title, happenings, width=width, lanes=tuple(lanes), today=today)
        )
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    }


def _near(happenings: list[Bar], day: str | None) -> bool:
    """Return whether the day looked from is worth room: it lies not much later than what is drawn."""
    ends = sorted(end[:10] for bar in happenings for end in (bar.first, bar.last) if end)
    if not ends or day is None:
        return False
    first, last, here = (date.fromisoformat(one) for one in (ends[0], ends[-1], day))
    return first <= here <= last + max(timedelta(days=14), (last - first) / 3)


def _record(asked: Desk) -> Any:
    return lambda short: asked.address.url(f"/record/{short}")


def _back(asked: Desk, days: int) -> str:
    """Return the ISO day so many days before the one looked from."""
    return (date.fromisoformat(asked.view.as_of or asked.today) - timedelta(days=days)).isoformat()
