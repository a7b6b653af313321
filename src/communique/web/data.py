"""Data: every list to take away, the codebook that it is written in, what read the articles, how exact it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

from communique.config import DATA
from communique.questions.overviews import Overview, overview
from communique.records.views import View
from communique.store.reading import Reader
from communique.web.desks import desk
from communique.web.papers import blocks
from communique.web.refusals import Route
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)

FIGURES = (DATA / "accuracy.md", Path(__file__).parents[3] / "docs" / "accuracy.md")
"""Where the figures are: in the installed package, or in the source."""


@dataclass(frozen=True)
class Held:
    """A store at a moment, seen from a view: what the same store, moment and view hold is counted once."""

    place: str
    moment: str | None
    view: View
    store: Reader = field(compare=False)


@lru_cache(maxsize=16)
def _overview(held: Held) -> Overview:
    return overview(held.store, held.view)


@router.get("/data")
def data(request: Request) -> Response:
    """Downloads, codebook, versions."""
    asked = desk(request)
    held = _overview(Held(asked.place, asked.store.moment(), asked.view, asked.store))
    return render(asked, "data.html", overview=held, codebook=asked.codebook)


@router.get("/data/accuracy")
def accuracy(request: Request) -> Response:
    """The figures of docs/accuracy.md."""
    there = next((path for path in FIGURES if path.is_file()), None)
    text = there.read_text(encoding="utf-8") if there else ""
    return render(desk(request), "accuracy.html", blocks=list(blocks(text)))
