"""What a person should look at, most pressing first, each with the reason in words and the commands that settle it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, cast, get_args, get_type_hints

from communique.decide.attaching import Orphan, named, reattach
from communique.decide.changing import actors_in
from communique.decide.fields import BY_HAND
from communique.decide.ties import Conflict
from communique.records.actors import Actor, When
from communique.records.codec import to_data
from communique.records.links import Decision, Entry
from communique.records.record import Record
from communique.records.statements import Denial
from communique.records.views import State, unreported

Topic = Literal["conflict", "orphan", "overdue", "contested", "date", "reference", "name", "link"]
"""In the order of the queue: what people decided and does not hold comes first, then what is late or contradicts."""

ORDER: dict[str, int] = {topic: rank for rank, topic in enumerate(get_args(Topic))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look at. `record` is the id of the record in question ("" for none), `commands` name whole ids."""

    topic: Topic
    record: str
    about: str
    reason: str
    commands: tuple[str, ...]
    sort: tuple[str, ...] = ()


class Near(NamedTuple):
    """A record that was nearly put into a thread: the thread's head, how alike they are, and the reason in words."""

    record: str
    head: str
    score: float
    why: str


def queue(
    entries: Sequence[Entry],
    states: Iterable[State],
    decisions: Iterable[Decision],
    *,
    as_of: str,
    orphans: Iterable[Orphan] = (),
    conflicts: Iterable[Conflict] = (),
    near: Iterable[Near] = (),
) -> tuple[Item, ...]:
    """Return what is to be looked at on ISO day `as_of`; `entries` and `states` are those of a store, in any order.

    What somebody accepted, and what still reads as it did then, is not asked again.
    """
    known = {entry.record.id: entry for entry in entries}
    settled = set(accepted((entry.record for entry in known.values()), decisions))
    open_ = sorted((entry for entry in entries if entry.record.id not in settled), key=lambda entry: entry.order)
    items = [
        *map(_conflict, conflicts),
        *map(_orphan, orphans),
        *(item for state in states if state.head not in settled for item in _matter(state, known, as_of)),
        *(item for entry in open_ for item in (*_dates(entry), *_references(entry))),
        *_undated(entries),
        *_names(open_),
        *_near(near, known, settled),
    ]
    ordered = sorted(items, key=lambda item: (ORDER[item.topic], item.sort, item.record, item.reason))
    return tuple({(i.topic, i.about, i.reason): i for i in reversed(ordered)}.values())[::-1]  # copies are asked once


def accepted(records: Iterable[Record], decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield the ids of records that stand as somebody accepted them; rule and confidence may differ."""
    by_article: dict[str, dict[str, Record]] = {}
    for record in records:
        by_article.setdefault(record.article, {})[record.id] = record
    for decision in decisions:
        if decision.verb != "accept" or decision.withdrawn is not None:
            continue
        there = by_article.get(decision.target.article, {})
        id = reattach(decision.target, there.values())
        if id is not None and _told(to_data(there[id])) == _told(decision.after or {}):
            yield id


def _told(data: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name not in ("rule", "confidence", "evidence")}


def _conflict(conflict: Conflict) -> Item:
    undo = tuple(f"undo {d.number}" for d in (*conflict.because, conflict.merge))
    about = f"decision {conflict.merge.number}"
    return Item(topic="conflict", record="", about=about, reason=conflict.why, commands=undo, sort=(about,))


def _orphan(orphan: Orphan) -> Item:
    decision = orphan.decision
    about = f"decision {decision.number}: {decision.verb} {named(decision.target)}"
    commands = (f"log {decision.number}", f"undo {decision.number}")
    return Item(topic="orphan", record="", about=about, reason=orphan.why, commands=commands, sort=(about,))


def _matter(state: State, known: Mapping[str, Entry], as_of: str) -> Iterator[Item]:
    """Yield that a slot passed without word, that reports contradict; the longest overdue and the newest first."""
    late = state.window_to is not None and unreported(state.of, state.status, state.window_to, as_of)
    contested = state.contested and state.of != "allegation"  # that a charge is denied is what the ledger shows
    if not (late or contested):
        return
    entry = known.get(state.head)
    about = " ".join((state.type or state.of).split("_")) + (f" {entry.once(_who)}" if entry else "")
    if late and state.window_to:
        yield Item(
            topic="overdue",
            record=state.head,
            about=about,
            reason=f"{state.status} for a time that ended on {state.window_to}; no report tells the outcome",
            commands=(f"set-status {state.head} held", f"set-status {state.head} cancelled", f"accept {state.head}"),
            sort=(state.window_to,),
        )
    if contested:
        yield Item(
            topic="contested",
            record=state.head,
            about=about,
            reason=f"reports contradict one another; it stands as {state.status}",
            commands=(f"show {state.head}", f"set-status {state.head} {state.status}", f"accept {state.head}"),
            sort=(state.from_,),
        )


def _undated(entries: Iterable[Entry]) -> Iterator[Item]:
    """Yield each article without a date of publication: it is in no view of a day, its relative times are open."""
    for article in sorted({entry.record.article for entry in entries if entry.published is None}):
        reason = "it bears no date, so no answer as of a day counts it and its relative times stay unresolved"
        command = f"correct {article} published=YYYY-MM-DD"
        about = f"article {article}"
        yield Item(topic="date", record="", about=about, reason=reason, commands=(command,), sort=("",))


def _dates(entry: Entry) -> Iterator[Item]:
    """Yield the times that rules worked out, the unresolved ones first."""
    record = entry.record
    for name in _times(cast(Hashable, type(record))) if record.layer == "main" else ():
        when = getattr(record, name)
        if when is None or when.basis != "inferred" or when.why == BY_HAND:
            continue
        yield Item(
            topic="date",
            record=record.id,
            about=f"{record.kind} {entry.once(_who)}",
            reason=_inferred(name, when),
            commands=(f"accept {record.id}", f"correct {record.id} {name}=YYYY-MM-DD"),
            sort=("1" if when.from_ or when.to else "0", *entry.order),
        )


def _inferred(name: str, when: When) -> str:
    """Return what was made of the words for a time, and why."""
    words = f" (“{when.text.text}”)" if when.text else ""
    if when.from_ is None and when.to is None:
        return f"{name} is unresolved{words}: {(when.why or '').removeprefix('unresolved: ')}"
    days = when.from_ if when.from_ == when.to else f"{when.from_ or '..'}/{when.to or '..'}"
    return f"{name} {days}{words} is inferred: {when.why}"


@cache
def _times(kind: Any) -> tuple[str, ...]:
    """Return the fields of a kind of record that hold a time, or none."""
    return tuple(name for name, hint in get_type_hints(kind).items() if hint in (When, When | None))


def _references(entry: Entry) -> Iterator[Item]:
    """Yield who may be meant, and what was denied, where the text leaves it open."""
    record = entry.record
    for actor in {a.mention: a for a in entry.once(_actors)}.values():
        nameless = actor.form != "name" and not actor.members
        if nameless and (actor.kind == "collective" or (actor.kind == "person" and actor.id.startswith("mention/"))):
            yield Item(
                topic="reference",
                record=record.id,
                about=f"{record.kind} {entry.once(_who)}",
                reason=f"who is meant by “{actor.mention.text}”?",
                commands=(f"alias {actor.id} ACTOR --in {record.id}", f"accept {record.id}"),
                sort=entry.order,
            )
    if isinstance(record, Denial) and (record.scope == "ambiguous" or not record.of):
        what = "how much of the charge is denied?" if record.of else "what is denied?"
        assignment = "scope=whole" if record.of else "of=+ID"
        commands = (f"correct {record.id} {assignment}", f"accept {record.id}")
        about = f"denial {entry.once(_who)}"
        yield Item(topic="reference", record=record.id, about=about, reason=what, commands=commands, sort=entry.order)


def _names(entries: Iterable[Entry]) -> Iterator[Item]:
    """Yield each name that no registry knows, at the first record that has it."""
    seen: dict[str, tuple[Entry, str]] = {}
    counts: dict[str, int] = {}
    for entry in entries:
        for actor in {a.id: a for a in entry.once(_actors)}.values():
            if actor.id.startswith("mention/") and actor.form == "name":
                seen.setdefault(actor.id, (entry, actor.name))
                counts[actor.id] = counts.get(actor.id, 0) + 1
    for id, (entry, name) in seen.items():
        record = entry.record
        reason = f"“{name}” is in no registry; {counts[id]} record{'s' if counts[id] > 1 else ''} so far"
        commands = (f"alias {id} ACTOR", f"accept {record.id}")
        about = f"{record.kind} {entry.once(_who)}"
        yield Item(topic="name", record=record.id, about=about, reason=reason, commands=commands, sort=entry.order)


def _near(near: Iterable[Near], known: Mapping[str, Entry], settled: Collection[str]) -> Iterator[Item]:
    for one in near:
        entry = known.get(one.record)
        if entry is None or one.record in settled:
            continue
        commands = (f"merge {one.record} {one.head}", f"distinct {one.record} {one.head}")
        reason = f"may be one matter with {one.head} ({one.score:.2f}): {one.why}"
        sort = (f"{1 - one.score:.4f}",)
        about = f"{entry.record.kind} {entry.once(_who)}"
        yield Item(topic="link", record=one.record, about=about, reason=reason, commands=commands, sort=sort)


def _actors(entry: Entry) -> list[Actor]:
    return actors_in(entry.record)


def _who(entry: Entry) -> str:
    """Return the record's words, and who is in it."""
    names = list(dict.fromkeys(actor.name for actor in entry.once(_actors)))
    words = " ".join(" ... ".join(span.text for span in entry.record.defining).split())
    short = words if len(words) <= 50 else words[:47] + "..."
    return f"“{short}”" + (f" ({', '.join(names[:4])})" if names else "")
