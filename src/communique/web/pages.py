"""All pages, put into an application."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from communique.web import articles, data, dossiers, lists, records, reviewing, today, writing
from communique.web.refusals import refuse

ROUTERS: tuple[APIRouter, ...] = (
    today.router,
    lists.router,
    records.router,
    dossiers.router,
    articles.router,
    reviewing.router,
    writing.router,
    data.router,
)
STATIC = Path(__file__).parent / "static"


def mount(application: FastAPI) -> None:
    """Add the pages, their styles and scripts to `application`, whose state holds the `store` (and a `lexicon`)."""
    application.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        application.include_router(router)


async def told(request: Request, error: Exception) -> Response:
    """Return the page for an address that does not exist; for the application's handlers of HTTP errors."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = {404: f"there is no page {request.url.path}", 405: "this address takes no such request"}
    return refuse(request, status, words.get(status, "the program met something it did not expect; the log says more"))
