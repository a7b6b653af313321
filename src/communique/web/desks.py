"""A reader at a desk: the store, the address, and what the address asks: view, filter, order, form.

The address has the parameters of questions.parameters, which every face has; days, names, statuses and types are
checked by questions.asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from fastapi import Request

from communique import clock
from communique.errors import QuestionError
from communique.lexicon.codebook import Codebook, load_codebook
from communique.questions.asking import make_view
from communique.questions.catalogue import Asked, ask, asked_of
from communique.questions.forms import Reply
from communique.questions.parameters import LIMIT, MOST, QUESTIONS, SHARED, Parameter
from communique.records.views import View
from communique.store import Store
from communique.store.reading import Reader
from communique.web.addresses import Address


@dataclass(frozen=True)
class Desk:
    """What one request asks, and of what: `place` is where the store is, `base` the address of the server."""

    store: Reader
    place: str
    lexicon: Path | None
    address: Address
    base: str = ""
    today: str = field(default_factory=clock.today)

    @cached_property
    def codebook(self) -> Codebook:
        """The PLOVER codebook."""
        return load_codebook(self.lexicon)

    @cached_property
    def view(self) -> View:
        """The day (today, if none is given), the moment and the hand looked from; QuestionError if impossible."""
        as_of = self.address.get("as_of") or self.today
        return make_view(as_of, self.address.get("known_at") or None, machine_only=self.flag("machine_only"))

    def asking(self, limit: int = LIMIT) -> Asked:
        """Return what the address asks as each face asks it; `limit` items, if it does not say how many."""
        given = {one.name: self._value(one) for one in SHARED} | {"limit": self.number("limit", limit, MOST)}
        return asked_of(self.store, given, self.today, self.lexicon)

    def ask(self, question: str, limit: int = LIMIT, **own: Any) -> Reply:
        """Return the answer to a question as the address asks it; `own` is what it must be told."""
        may = {one.name: self._value(one) for one in QUESTIONS[question].may}
        return ask(question, self.asking(limit), own | may)

    def _value(self, parameter: Parameter) -> Any:
        """Return what the address gives for a parameter."""
        name = parameter.name
        if parameter.kind == "number":
            return self.number(name, parameter.default, parameter.most)
        if parameter.kind == "flag":
            return self.flag(name)
        return self.each(name) if parameter.kind == "texts" else self.address.get(name).strip() or None

    def step(self, days: int) -> str:
        """Return the day so many days after the one looked from; the same day at either end of the calendar."""
        try:
            return (date.fromisoformat(self.view.as_of or self.today) + timedelta(days=days)).isoformat()
        except OverflowError:
            return self.view.as_of or self.today

    def each(self, name: str) -> Sequence[str]:
        """Return all values of a parameter that say something."""
        return [value.strip() for key, value in self.address.query if key == name and value.strip()]

    def flag(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return self.address.get(name).lower() in ("1", "on", "true", "yes")

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number from 0 to `most`; QuestionError for anything else."""
        given = self.address.get(name).strip()
        if not given:
            return default
        if not given.isascii() or not given.isdigit() or len(given) > 9:
            raise QuestionError(f"{name.replace('_', ' ')} {given!r} is no whole number")
        return min(int(given), most)


def store_of(request: Request) -> Store:
    """Return the store of the application, for what is written."""
    store: Store = request.app.state.store
    return store


def desk(request: Request) -> Desk:
    """Return the desk of a request; it reads in the snapshot that the route has opened, if it has (refusals.Route)."""
    store = store_of(request)
    return Desk(
        store=getattr(request.state, "reader", store),
        place=store.place,
        lexicon=getattr(request.app.state, "lexicon", None),
        address=Address(request.url.path, tuple(request.query_params.multi_items())),
        base=str(request.base_url),
    )
