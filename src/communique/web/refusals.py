"""Errors in words: what was asked wrongly, or is not there, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from communique.errors import CommuniqueError, QuestionError, StoreError
from communique.web.addresses import Address
from communique.web.desks import Desk, desk
from communique.web.rendering import faced, render

TITLES = {400: "This cannot be asked so", 404: "Not in this record", 405: "Not this way", 503: "The store is busy"}

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Route(APIRoute):
    """A route of a page: a refusal becomes a page in words. What an address names and is not there is a 404."""

    def get_route_handler(self) -> Handler:
        """Return the handler with its refusals told."""
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except QuestionError as error:
                return refuse(request, 404 if request.path_params else 400, str(error))
            except StoreError as error:
                return refuse(request, 503, str(error))
            except CommuniqueError as error:
                return refuse(request, 400, str(error))

        return told


def refuse(request: Request, status: int, words: str) -> Response:
    """Return the page that says why not; the as-of control is kept, so that one can look from another day."""
    asked = desk(request)
    try:
        _ = asked.view
    except QuestionError:
        asked = Desk(asked.store, asked.lexicon, Address(asked.address.path), asked.today)
    title = TITLES.get(status, "Something went wrong")
    return render(asked, "refusal.html", status, heading=title, words=faced(words))
