"""A reader at a desk: the store, the address, and what the address asks: view, filter, order, form.

Days, names, statuses and types are checked by questions.asking, as on the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from fastapi import Request

from communique.errors import QuestionError
from communique.lexicon.actors import Registry, load_actors
from communique.lexicon.codebook import Codebook, load_codebook
from communique.questions.asking import Wanted, make_view
from communique.questions.catalogue import Asked
from communique.records.views import Filter, View
from communique.store import Store
from communique.web.addresses import Address

LIMIT, MOST = 50, 1000
"""Rows of a list, if nothing else is asked; and at most."""


def today() -> str:
    """Return the present day: the one place where pages read a clock."""
    return date.today().isoformat()


@dataclass(frozen=True)
class Desk:
    """What one request asks, and of what."""

    store: Store
    lexicon: Path | None
    address: Address
    today: str

    @cached_property
    def registry(self) -> Registry:
        """The actors that names are looked up among."""
        return load_actors(self.lexicon)

    @cached_property
    def codebook(self) -> Codebook:
        """The PLOVER codebook."""
        return load_codebook(self.lexicon)

    @cached_property
    def view(self) -> View:
        """The day (today, if none is given), the moment and the hand looked from; QuestionError if impossible."""
        as_of = self.address.get("as_of") or self.today
        return make_view(as_of, self.address.get("known_at") or None, machine_only=self.flag("machine_only"))

    def wanted(self, limit: int = LIMIT) -> Wanted:
        """Return what the address asks of a list, `limit` rows if it does not say how many."""
        return Wanted(
            actor=self.each("actor"),
            with_=self.each("with"),
            status=self.each("status"),
            type=self.each("type"),
            source=self.each("source"),
            from_=self.address.get("from") or None,
            to=self.address.get("to") or None,
            open=self.flag("open"),
            min_sources=self.number("min_sources", 0, 99),
            limit=self.number("limit", limit, MOST),
            all=self.flag("all"),
        )

    def asking(self, limit: int = LIMIT) -> Asked:
        """Return what the address asks as each face asks it: of the store, with these filters, from this day."""
        wanted = self.wanted(limit)
        return Asked(store=self.store, wanted=wanted, view=self.view, today=self.today, lexicon=self.lexicon)

    def filter(self, question: str) -> Filter:
        """Return what the store is asked; QuestionError for a name, day, status or type that does not exist."""
        return self.asking().filter(question)

    def actor(self, name: str) -> str:
        """Return who is meant by a name; QuestionError if it is unknown or ambiguous."""
        return self.asking().actor(name)

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


def desk(request: Request) -> Desk:
    """Return the desk of a request: the application's state holds `store` and, if it was given, `lexicon`."""
    state = request.app.state
    return Desk(
        store=state.store,
        lexicon=getattr(state, "lexicon", None),
        address=Address(request.url.path, tuple(request.query_params.multi_items())),
        today=today(),
    )
