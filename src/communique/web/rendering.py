"""Templates and what they may call: one environment, everything escaped, a name that is missing is an error."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from fastapi import Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.questions import forms, lines, phrases, wording
from communique.questions.asking import OPENS, STATUSES, TYPES
from communique.questions.inferences import inferences
from communique.questions.parameters import LOOKING
from communique.questions.reasons import reasons
from communique.questions.tones import tone_of
from communique.records.events import time_of
from communique.records.parties import parties_by_role
from communique.web import rows
from communique.web.desks import Desk
from communique.web.quoting import pieces, quoted

OPTION = re.compile(r" ?\(--[a-z-]+(?:, --[a-z-]+)*\)|--(?=[a-z])")
"""How the command line names its options in a sentence; a page has none."""

ROWS = ("grounds", "plain", "stances", "stated", "tied", "told_of")
"""Functions of rows.py that templates call."""

FILTERS = ("actor", "with", "status", "type", "mode", "source", "from", "to", "min_sources", "open", "quoted",
           "contested", "plover", "certainly", "all", "since")  # fmt: skip
"""Fields that a form over a list may show."""

PAGES = (
    ("/", "Today"),
    ("/engagements", "Engagements"),
    ("/proposals", "Proposals"),
    ("/allegations", "Allegations"),
    ("/statements", "Statements"),
    ("/positions", "Positions"),
    ("/events", "Events"),
    ("/timeline", "Timeline"),
    ("/dyad", "Two parties"),
    ("/basis", "Grounds"),
    ("/review", "Review"),
    ("/data", "Data"),
)
"""The pages of the navigation."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment."""
    made = Environment(
        loader=PackageLoader("communique.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"spaced": phrases.spaced, "flat": phrases.flat, "time": phrases.time, "capital": wording.capital}
    made.globals |= {
        **{name: getattr(rows, name) for name in ROWS},
        "inferences": inferences,
        "parties_by_role": parties_by_role,
        "lines": lines,
        "phrases": phrases,
        "pieces": pieces,
        "quoted": quoted,
        "reasons": reasons,
        "time_of": time_of,
        "tone_of": tone_of,
        "wording": wording,
        "FILTERS": (*FILTERS, "offset", "format", "limit"),
        "KEPT": (*LOOKING, "view", "sort", "q", "since", "offset", "limit"),
        "OPENS": OPENS,
        "STATUSES": STATUSES,
        "TYPES": TYPES,
        "PAGES": PAGES,
    }
    return made


def render(desk: Desk, template: str, status: int = 200, **context: Any) -> Response:
    """Return a page: the template with `desk`, `url` and `here` (see addresses) and what the page itself shows."""
    common = {
        "desk": desk,
        "url": desk.address.url,
        "here": desk.address.here,
        "version": version("communique"),
        "moment": desk.store.moment(),
        "said_of": lambda reply: faced(forms.clocks(reply, desk.today)),
    }
    return HTMLResponse(environment().get_template(template).render(common | context), status)


def faced(words: str) -> str:
    """Return a sentence of the command line as a page says it: without the names of options."""
    return OPTION.sub("", words)
