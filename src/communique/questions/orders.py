"""The order of a list as its column heads ask for it: by the words of a column, what has none last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from communique.errors import QuestionError
from communique.questions import lines, phrases, wording
from communique.questions.answers import Answer, Change, Ground, Ledger, Matrix, Matter, Told
from communique.records.actors import When
from communique.records.events import Event, time_of
from communique.records.statements import Statement

Key = Callable[[Any], Any]


def _day(when: When | None) -> str:
    return ((when.from_ or when.to) if when is not None else None) or ""


def _matter(item: Matter | Ledger | Matrix) -> Matter:
    return item if isinstance(item, Matter) else item.matter


def _told(item: Told | Ground) -> Told:
    return item if isinstance(item, Told) else item.told


MATTERS: dict[str, Key] = {
    "id": lambda m: _matter(m).short,
    "type": lambda m: _matter(m).thread.type,
    "who": lambda m: lines.parties(_matter(m)).lower(),
    "status": lambda m: _matter(m).thread.status,
    "since": lambda m: _matter(m).since or "",
    "when": lambda m: _day(_matter(m).thread.when or _matter(m).thread.window),
    "where": lambda m: where.name if (where := _matter(m).thread.where) else "",
    "reports": lambda m: (_matter(m).thread.reports, _matter(m).thread.independent_sources),
}
"""Orders of matters, charges and plans."""

RECORDS: dict[str, Key] = {
    "id": lambda t: _told(t).short,
    "kind": lambda t: _told(t).record.kind,
    "who": lambda t: wording.summary(_told(t).record)[0].lower(),
    "what": lambda t: wording.summary(_told(t).record)[1].lower(),
    "status": lambda t: getattr(_told(t).record, "status", ""),
    "type": lambda t: lines.kind(r) if isinstance(r := _told(t).record, Event) else getattr(r, "act", ""),
    "mode": lambda t: lines.QUOTED[r.mode] if isinstance(r := _told(t).record, Statement) else "",
    "when": lambda t: _day(time_of(_told(t).record)),
    "reported": lambda t: _told(t).entry.order[0],
    "by": lambda t: phrases.vouching(_told(t).record.holder).lower(),
}
"""Orders of records."""


def ordered(answer: Answer[Any], sort: str) -> Answer[Any]:
    """Return the answer with its items in the order of a column ("who", or "-who" for the reverse).

    QuestionError for a column that does not exist. "" is the answer's own order; what has no value comes last.
    """
    if not sort or not answer.items or isinstance(answer.items[0], Change):
        return answer
    orders = MATTERS if isinstance(answer.items[0], Matter | Ledger | Matrix) else RECORDS
    key = orders.get(sort.removeprefix("-"))
    if key is None:
        raise QuestionError(f"sort {sort!r} is none of {', '.join(orders)}")
    some = [item for item in answer.items if key(item)]
    none = [item for item in answer.items if not key(item)]
    return replace(answer, items=(*sorted(some, key=key, reverse=sort.startswith("-")), *none))
