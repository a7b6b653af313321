"""The record as people corrected it: the machine's reading of one article, with the live decisions on top.

Decisions are carried out in the order of their numbers, each on what the ones before it left. Nothing is kept between
two calls: a decision that is withdrawn has never been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.decide.attaching import Orphan, fits, named, reattach, why_orphaned
from communique.decide.changing import divided, edited, renamed, repointed, spans_from
from communique.errors import CommuniqueError
from communique.records.codec import record_from_data
from communique.records.links import Decision
from communique.records.proposals import Provision
from communique.records.record import Record

RULE = "rule"
"""Who stands for a record that nobody has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One article as people see it: records in text order, each with "rule" or "analyst:<who>"; what found no record;
    decision number -> the record that it is about now."""

    shown: tuple[tuple[Record, str], ...]
    orphans: tuple[Orphan, ...]
    attached: Mapping[int, str]


def apply(article: str, read: Sequence[Record], decisions: Iterable[Decision]) -> Applied:
    """Return article `article` as people corrected it; `read` are its records as the rules read them.

    Decisions that are withdrawn, about other articles or about pairs (merge, distinct: see `tie`) are passed over.
    """
    sheet = _Sheet(records={record.id: record for record in read})
    orphans, attached = [], {}
    for decision in sorted(decisions, key=lambda d: d.number):
        if decision.withdrawn is not None or decision.target.article not in (article, ""):
            continue
        outcome = _carry_out(sheet, decision)
        if isinstance(outcome, Orphan):
            orphans.append(outcome)
        elif outcome:
            attached[decision.number] = outcome
    return Applied(shown=_shown(sheet), orphans=tuple(orphans), attached=attached)


def reaches(decision: Decision) -> tuple[str, ...] | None:
    """Return the articles whose records `decision` may change: one, none (accept, merge, distinct,
    and set_status, which is about the matter), or None for all."""
    if decision.verb in ("accept", "merge", "distinct", "set_status"):
        return ()
    return (decision.target.article,) if decision.target.article else None


@dataclass(slots=True)
class _Sheet:
    """The records of an article while decisions are carried out, one after the other.

    `gone` tells which decision took a record out, `moved` which record stands in the place of another.
    """

    records: dict[str, Record]
    by: dict[str, str] = field(default_factory=dict)
    gone: dict[str, tuple[Record, int]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    def put(self, record: Record, decision: Decision) -> None:
        self.records[record.id] = record
        self.by[record.id] = f"analyst:{decision.who}"


def _carry_out(sheet: _Sheet, decision: Decision) -> str | Orphan | None:
    """Return the id of the record that `decision` is about; None for one about no record; else why it is an orphan."""
    if decision.verb in ("merge", "distinct"):
        return None
    if decision.verb == "alias" and not decision.target.record:
        _alias(sheet, decision)
        return None
    try:
        if decision.verb == "add":
            return _add(sheet, decision)
        id = reattach(decision.target, sheet.records.values())
        if id is None:
            return _lost(sheet, decision)
        _VERBS[decision.verb](sheet, decision, id)
    except CommuniqueError as error:
        return Orphan(decision=decision, why=f"it cannot be carried out any more: {error}")
    return id


def _lost(sheet: _Sheet, decision: Decision) -> Orphan:
    taken = fits(decision.target, [record for record, _ in sheet.gone.values()])
    if not fits(decision.target, sheet.records.values()) and taken:
        number = sheet.gone[taken[0].id][1]
        return Orphan(decision=decision, why=f"decision {number} took {named(decision.target)} out")
    return why_orphaned(decision, decision.target, sheet.records.values())


def _add(sheet: _Sheet, decision: Decision) -> str:
    """Put the record; if the rules have come to find it too, the analyst's stands in the place of theirs."""
    record = record_from_data(decision.after or {})
    found = reattach(decision.target, sheet.records.values())
    if found is not None and found != record.id:
        del sheet.records[found]
        sheet.moved[found] = record.id
    sheet.put(record, decision)
    return record.id


def _edit(sheet: _Sheet, decision: Decision, id: str) -> None:
    sheet.put(edited(sheet.records[id], decision.after or {}), decision)


def _reject(sheet: _Sheet, decision: Decision, id: str) -> None:
    sheet.gone[id] = (sheet.records.pop(id), decision.number)


def _split(sheet: _Sheet, decision: Decision, id: str) -> None:
    parts = divided(sheet.records[id], spans_from((decision.after or {})["parts"]))
    del sheet.records[id]
    for part in parts:
        if part.id not in sheet.records:  # the rules may have come to tell them apart themselves
            sheet.put(part, decision)
    if all(part.id != id for part in parts):
        sheet.moved[id] = parts[0].id


def _alias(sheet: _Sheet, decision: Decision, id: str = "") -> None:
    name = str((decision.before or {})["name"])
    for record in list(sheet.records.values()):
        changed = renamed(record, name, decision.after or {})
        if changed != record:
            sheet.put(changed, decision)


def _accept(sheet: _Sheet, decision: Decision, id: str) -> None:
    """The record stays: acceptance is for the review queue, a status set from outside the text for the fold."""


_VERBS: dict[str, Callable[[_Sheet, Decision, str], None]] = {
    "accept": _accept,
    "edit": _edit,
    "set_status": _accept,
    "pin_date": _edit,
    "role": _edit,
    "reject": _reject,
    "split": _split,
    "alias": _alias,
}


def _shown(sheet: _Sheet) -> tuple[tuple[Record, str], ...]:
    """Return the records in text order; what pointed at a record that is gone points at nothing, the points of a
    rejected proposal go with it."""

    def to(id: str) -> str | None:
        seen = {id}
        while id not in sheet.records and sheet.moved.get(id, id) not in seen:
            id = sheet.moved[id]
            seen.add(id)
        return None if id in sheet.gone and id not in sheet.records else id

    kept = [r for r in sheet.records.values() if not (isinstance(r, Provision) and to(r.proposal) is None)]
    ordered = sorted(kept, key=lambda r: (min(e.start for e in r.evidence), r.kind, r.id))
    return tuple((repointed(r, to), sheet.by.get(r.id, RULE)) for r in ordered)
