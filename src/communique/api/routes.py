"""A route of the API: it refuses parameters that it does not have, so that a misspelt filter is no silent answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from communique.api.problems import problem

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Route(APIRoute):
    """A route with only the parameters of its document."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """Make the route; note its parameters."""
        super().__init__(*given, **named)
        self.names = _names(self.dependant)

    def get_route_handler(self) -> Handler:
        """Return the handler, after a look at the names of the parameters."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            unknown = next((name for name in request.query_params if name not in self.names), None)
            if unknown is not None:
                there = ", ".join(sorted(self.names)) or "none"
                return problem(422, f"there is no parameter {unknown[:60]!r} here; there are {there}")
            return await handle(request)

        return handled


def _names(dependant: Dependant) -> set[str]:
    """Return the names of the parameters of a route, those of its dependencies included."""
    own = {field.alias for field in dependant.query_params}
    return own.union(*(_names(inner) for inner in dependant.dependencies))
