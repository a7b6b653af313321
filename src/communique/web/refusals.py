"""Errors in words: what was asked wrongly, or is not there, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.routing import APIRoute

from communique.errors import CommuniqueError, QuestionError, StoreError, WhoError
from communique.questions.parameters import LOOKING, QUESTIONS, SHARED
from communique.web.addresses import Address
from communique.web.desks import Desk, desk, store_of
from communique.web.downloads import checked_form
from communique.web.rendering import faced, render

TITLES = {400: "This cannot be asked so", 404: "Not in this record", 405: "Not this way", 503: "The store is busy"}

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
LISTED = (*(one.name for one in SHARED), "format")


def takes(*names: str, question: str = "") -> Callable[[Endpoint], Endpoint]:
    """Say which parameters a page has besides the as-of control: `names`, and those of a question it answers."""
    own = [*LISTED, *(one.name for one in QUESTIONS[question].may)] if question else []

    def marked(endpoint: Endpoint) -> Endpoint:
        endpoint.takes = frozenset((*LOOKING, *names, *own))  # type: ignore[attr-defined]
        return endpoint

    return marked


class Route(APIRoute):
    """A route of a page: all it reads is of one moment of the store, and a refusal becomes a page in words.

    A parameter that the page does not have is refused: a misspelt filter would answer another question. What an address
    names and is not there is a 404.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **named: Any) -> None:
        """Make the route; a page that only reads reads in a snapshot."""
        self.names: frozenset[str] = getattr(endpoint, "takes", frozenset(LOOKING))
        super().__init__(path, endpoint if iscoroutinefunction(endpoint) else in_snapshot(endpoint), **named)

    def get_route_handler(self) -> Handler:
        """Return the handler with its refusals told."""
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                self._check(request)
                try:
                    return await handle(request)
                except QuestionError as error:
                    return refuse(request, 404 if request.path_params else 400, error)
            except StoreError as error:
                return refuse(request, 503, error)
            except CommuniqueError as error:
                return refuse(request, 400, error)

        return told

    def _check(self, request: Request) -> None:
        """Refuse parameters that no page could be made of, whatever the address names."""
        unknown = next((name for name in request.query_params if name not in self.names), None)
        if unknown is not None:
            raise QuestionError(f"this page has no parameter {unknown[:60]!r}; it has {', '.join(sorted(self.names))}")
        asked = desk(request)
        _ = asked.view
        checked_form(asked)


def in_snapshot(endpoint: Callable[..., Response]) -> Callable[..., Response]:
    """Return the page read in one snapshot of the store: whatever a batch writes meanwhile, it shows one state."""

    @wraps(endpoint)
    def seen(request: Request, **given: Any) -> Response:
        with store_of(request).snapshot() as reader:
            request.state.reader = reader
            try:
                return endpoint(request=request, **given)
            finally:
                del request.state.reader

    return seen


def refuse(request: Request, status: int, why: Exception | str) -> Response:
    """Return the page that says why not, with ways on; the as-of control is kept, to look from another day."""
    asked = desk(request)
    try:
        _ = asked.view
    except QuestionError:
        asked = replace(asked, address=Address(asked.address.path))
    title = TITLES.get(status, "Something went wrong")
    return render(
        asked, "refusal.html", status, heading=title, words=faced(str(why)), ways=list(_ways(asked, why)),
        bare=status == 400 and bool(asked.address.query),
    )  # fmt: skip


def _ways(asked: Desk, why: Exception | str) -> Iterator[tuple[str, str]]:
    """Yield what may have been meant, with where it leads: each of several namesakes, or the words as a search."""
    if not isinstance(why, WhoError):
        return
    here = asked.address
    for name, id in why.choices:
        if here.path.startswith("/actor/"):
            yield name, here.url(f"/actor/{id}")
        else:
            pairs = [(key, id if " ".join(value.split()) == why.name else value) for key, value in here.query]
            yield name, Address(here.path, tuple(pairs)).here()
    if not why.choices:
        yield f"search for “{why.name}”", here.url("/search", q=why.name)
