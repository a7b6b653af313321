"""The parameters that all questions share, in one place, turned into what is wanted and from where one looks.

They are the options of the command line, and go through the same functions (questions.asking).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Query

from communique.questions.asking import Wanted, make_view
from communique.records.views import View

Form = Literal["json", "csv", "md"]
LIMIT, MOST, FARTHEST = 50, 1000, 1_000_000


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What the parameters ask for. `given` says whether the day looked from was given; else it is today."""

    wanted: Wanted
    view: View
    today: str
    given: bool
    form: Form


def now_day() -> str:
    """Return the present day: the one place where the API reads a calendar."""
    return date.today().isoformat()


def shared(
    as_of: Annotated[
        str | None, Query(description="What was reported by this day (today).", examples=["2023-03-01"])
    ] = None,
    known_at: Annotated[
        str | None,
        Query(description="What this store held at this moment (now), UTC.", examples=["2023-03-01T09:30:00Z"]),
    ] = None,
    machine_only: Annotated[bool, Query(description="As the rules read it, without people's decisions.")] = False,
    from_: Annotated[
        str | None, Query(alias="from", description="It happened, or may have, on this day or later.")
    ] = None,
    to: Annotated[str | None, Query(description="It happened, or may have, on this day or earlier.")] = None,
    certainly: Annotated[bool, Query(description="Only what surely lies within the days.")] = False,
    status: Annotated[
        list[str] | None, Query(description="Only in this status; several with commas.", examples=[["sought"]])
    ] = None,
    open_: Annotated[bool, Query(alias="open", description="Only what is not held, cancelled or refused.")] = False,
    actor: Annotated[
        list[str] | None, Query(description="Who takes part: a name, ISO3 code or id.", examples=[["china"]])
    ] = None,
    with_: Annotated[list[str] | None, Query(alias="with", description="The other side.", examples=[["UKR"]])] = None,
    type_: Annotated[
        list[str] | None, Query(alias="type", description="Meeting, visit, AID, demand...; several with commas.")
    ] = None,
    source: Annotated[list[str] | None, Query(description="Only as told by this publisher.")] = None,
    min_sources: Annotated[int, Query(ge=0, le=999, description="At least so many independent sources.")] = 0,
    all_: Annotated[bool, Query(alias="all", description="Doubtful ones too (confidence below .5).")] = False,
    limit: Annotated[int, Query(ge=1, le=MOST, description="At most so many.")] = LIMIT,
    offset: Annotated[int, Query(ge=0, le=FARTHEST, description="Leave out the first so many; see `next`.")] = 0,
    format_: Annotated[
        Form, Query(alias="format", description="json, csv or md, as the command line prints.")
    ] = "json",
) -> Shared:
    """Return what is asked; QuestionError for a day or moment that does not exist."""
    today = now_day()
    wanted = Wanted(
        actor=actor or (),
        with_=with_ or (),
        status=status or (),
        type=type_ or (),
        source=source or (),
        from_=from_,
        to=to,
        open=open_,
        certainly=certainly,
        min_sources=min_sources,
        limit=limit,
        offset=offset,
        all=all_,
    )
    view = make_view(as_of or today, known_at, machine_only=machine_only)
    return Shared(wanted=wanted, view=view, today=today, given=bool(as_of), form=format_)
