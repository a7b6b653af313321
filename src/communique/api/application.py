"""The application: a store, its API under /api/v1, the guard before all of it; pages may be mounted on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException

from communique.api import asking, correcting, problems
from communique.api.schemas import components
from communique.api.security import HEADERS, LOOPBACK, Guard
from communique.errors import CommuniqueError
from communique.store import Store, open_store

PREFIX = "/api/v1"
Teller = Callable[[Request, Exception], Awaitable[Response]]

AT_ONCE = 8
"""So many requests are worked on at a time, each with a connection of its own; the others wait their turn."""


def create_application(
    store: Store | str | Path,
    *,
    token: str | None = None,
    lexicon: Path | None = None,
    hosts: Sequence[str] | None = LOOPBACK,
) -> FastAPI:
    """Return the application over a store (an open one, or its address, which is then opened and closed by it).

    Without `token` nothing can be written. `hosts` are the names it answers for; None: any.
    """
    opened = store if isinstance(store, Store) else open_store(store, create=False, read_only=token is None)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        yield
        if opened is not store:
            opened.close()

    made = FastAPI(
        title="communique",
        description="The diplomatic record: who did, said, sought or denied what, according to whom.",
        version=version("communique"),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
        lifespan=living,
    )
    made.state.store, made.state.token, made.state.lexicon = opened, token, lexicon
    for router in (asking.router, correcting.router):
        made.include_router(router, prefix=PREFIX)
    made.add_exception_handler(CommuniqueError, problems.refused)
    made.add_exception_handler(RequestValidationError, problems.misused)
    made.add_exception_handler(HTTPException, _missed)
    made.add_exception_handler(Exception, _failed)
    made.add_middleware(Guard, hosts=hosts)
    made.openapi = lambda: _document(made)  # type: ignore[method-assign]
    return made


async def _missed(request: Request, error: Exception) -> Response:
    """Tell what is not there: as a problem in the API, as a page elsewhere, if pages are mounted (`state.told`)."""
    return await _told(request, error, problems.missed)


async def _told(request: Request, error: Exception, otherwise: Teller) -> Response:
    """Tell an error as a page, where pages are mounted and one was asked for; otherwise as a problem."""
    told: Teller | None = getattr(request.app.state, "told", None)
    if told is None or request.url.path.startswith("/api/"):
        return await otherwise(request, error)
    return await told(request, error)


async def _failed(request: Request, error: Exception) -> Response:
    """Tell that the fault is ours; this answer passes no guard, so it gets the headers here."""
    try:
        response = await _told(request, error, problems.failed)
    except Exception:  # what broke the answer may break the page that says so
        response = await problems.failed(request, error)
    response.headers.update(HEADERS)
    return response


def _document(made: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document, with the shapes of records in it; made once."""
    if made.openapi_schema is None:
        document = get_openapi(title=made.title, version=made.version, description=made.description, routes=made.routes)
        shapes = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            shapes.pop(name, None)
        shapes |= components()
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        for path in document["paths"].values():
            if "post" in path:
                path["post"]["security"] = [{"token": []}]
        made.openapi_schema = document
    return made.openapi_schema
