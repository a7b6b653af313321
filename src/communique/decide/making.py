"""Decisions as people take them: each verb checked against the record it is about, before anything is stored.

A decision made here has number 0: the store numbers it. DecisionError says in one line what cannot be done, and why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from communique.decide.attaching import named, target_of
from communique.decide.changing import WORDS, divided, edited
from communique.decide.fields import Sheet, assign, hints_of, one_of, who_is
from communique.errors import CommuniqueError, DecisionError
from communique.records.codec import KINDS, check_spans, record_from_data, to_data
from communique.records.events import Engagement, Event
from communique.records.links import Decision, Target, Verb
from communique.records.proposals import Proposal
from communique.records.record import Record
from communique.records.statements import Allegation

TIMES = frozenset({"when", "window", "announced_when"})
PARTS = frozenset({"participants", "actors", "recipients", "accusers", "accused", "beneficiary", "initiator"})
CHARGE = ("alleged", "denied", "partly_denied", "admitted", "withdrawn")
"""What may become of an allegation (data/links/allegation_steps.csv)."""
MATTERS = (
    ("engagement",),
    ("event",),
    ("proposal", "provision", "position"),
    ("allegation", "denial"),
    ("statement",),
)
"""Kinds of record that may tell of one matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who decides, when (UTC, ISO), and why."""

    who: str
    when: str
    reason: str = ""


def accept(record: Record, hand: Hand) -> Decision:
    """Return that `record` is right as it stands; should another reading change it, it is asked for again."""
    return _decision(hand, "accept", target_of(record), after=to_data(record))


def reject(record: Record, hand: Hand) -> Decision:
    """Return that the article does not say this; the record stays out, whatever later rules read."""
    return _decision(hand, "reject", target_of(record), before=to_data(record))


def edit(record: Record, assignments: Sequence[str], sheet: Sheet, hand: Hand) -> Decision:
    """Return the correction of fields: pin_date if all are times, role if all say who takes which part, else edit."""
    old = to_data(record)
    new = assign(old, type(record), assignments, sheet)
    names = [name for name in new if new[name] != old[name]]
    if not names:
        raise DecisionError(f"nothing would change: {named(target_of(record))} says so already")
    after = {name: new[name] for name in names}
    _checked(sheet, lambda: edited(record, after))
    verb: Verb = "pin_date" if TIMES.issuperset(names) else "role" if PARTS.issuperset(names) else "edit"
    return _decision(hand, verb, target_of(record), before={name: old[name] for name in names}, after=after)


def set_status(record: Record, status: str, day: str | None, hand: Hand) -> Decision:
    """Return that the world moved: from `day` (ISO; None: the day of the decision) on the matter has `status`, though
    no report here says so. What the article says, and earlier days, stay as they are."""
    if isinstance(record, Allegation):
        one_of(status, CHARGE)
    elif isinstance(record, Engagement | Event | Proposal):
        one_of(status, get_args(hints_of(type(record))["status"]))
    else:
        raise DecisionError(f"a {record.kind} has no status to set; engagements, events, proposals, allegations have")
    after = {"status": status, "when": day or hand.when[:10]}
    before = {"status": getattr(record, "status", None)}
    return _decision(hand, "set_status", target_of(record), before=before, after=after)


def add(sheet: Sheet, kind: str, words: Sequence[str], assignments: Sequence[str], hand: Hand) -> Decision:
    """Return a record that the rules missed: its `words` are places in the article, its fields are given as in edit."""
    if kind not in WORDS:
        raise DecisionError(f"{kind!r} cannot be added; there are {', '.join(WORDS)}")
    field, role = WORDS[kind]
    spans = [sheet.words(given) for given in words]
    if not spans:
        raise DecisionError("which words say it? Give at least one --spans")
    main = [to_data(span) for span in spans] if kind == "statement" else to_data(spans[0])
    common = {"kind": kind, "article": sheet.article.id, "rule": f"analyst:{hand.who}", "confidence": 1.0,
              "evidence": [{**to_data(span), "role": role} for span in spans], field: main}  # fmt: skip
    record = _checked(sheet, lambda: record_from_data(assign(common, KINDS[kind], assignments, sheet)))
    if any(other.id == record.id for other in sheet.records):
        raise DecisionError(f"{named(target_of(record))} is recorded already; correct it instead")
    return _decision(hand, "add", target_of(record), after=to_data(record))


def split(record: Record, words: Sequence[str], sheet: Sheet, hand: Hand) -> Decision:
    """Return that `record` tells of several things: one record for each of `words` takes its place."""
    spans = [sheet.words(given) for given in words]
    if len(set(spans)) < 2:
        raise DecisionError("a record is split into two or more: give --spans for each of them")
    parts = _checked(sheet, lambda: divided(record, spans))
    taken = [part for part in parts if part.id != record.id and any(part.id == r.id for r in sheet.records)]
    if taken:
        raise DecisionError(f"{named(target_of(taken[0]))} is recorded already")
    return _decision(hand, "split", target_of(record), after={"parts": [to_data(span) for span in spans]})


def merge(a: Record, b: Record, hand: Hand) -> Decision:
    """Return that two records tell of one matter."""
    return _pair("merge", a, b, hand)


def distinct(a: Record, b: Record, hand: Hand) -> Decision:
    """Return that two records tell of two matters."""
    return _pair("distinct", a, b, hand)


def alias(name: str, id: str, sheet: Sheet | None, hand: Hand, within: Record | None = None) -> Decision:
    """Return that `name` (words, or an actor's id) means the actor `id`: in the article of `within`, or everywhere."""
    target = target_of(within) if within else Target(article="", kind="", spans=(), record="")
    return _decision(hand, "alias", target, before={"name": name}, after=who_is(id, sheet))


def _pair(verb: Verb, a: Record, b: Record, hand: Hand) -> Decision:
    if a.id == b.id:
        raise DecisionError("that is one and the same record")
    if not any(a.kind in kinds and b.kind in kinds for kinds in MATTERS):
        raise DecisionError(f"{a.kind} and {b.kind} never tell of one matter")
    return _decision(hand, verb, target_of(a), other=target_of(b))


def _checked(sheet: Sheet, make: Any) -> Any:
    """Return what `make` makes, its spans checked; what the contract refuses becomes a DecisionError."""
    try:
        made = make()
        check_spans(sheet.article, made if isinstance(made, list) else [made])
    except DecisionError:
        raise
    except CommuniqueError as error:
        missing = " (a field that is needed and not given)" if "KeyError" in str(error) else ""
        raise DecisionError(f"{error}{missing}") from error
    return made


def _decision(
    hand: Hand, verb: Verb, target: Target, *, other: Target | None = None,
    before: Mapping[str, Any] | None = None, after: Mapping[str, Any] | None = None,
) -> Decision:  # fmt: skip
    return Decision(number=0, who=hand.who, when=hand.when, verb=verb, target=target, other=other,
                    before=before, after=after, reason=hand.reason)  # fmt: skip
