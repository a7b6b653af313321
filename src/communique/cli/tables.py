"""Answers as tables for people: aligned columns, and under each row the sentence that says so, with its source.

What is not reported is said to be so; it is never shown as "no".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from communique.cli.cells import Cells, position_cells
from communique.cli.layout import Column, Row, Rows, marked, tone
from communique.cli.matrices import matrix
from communique.cli.page import DOTS
from communique.plover import PloverEvent
from communique.questions import lines, phrases, wording
from communique.questions.answers import Answer, Change, Ground, Ledger, Matrix, Matter, Told
from communique.questions.sentences import marks
from communique.records import Event, Position, Statement
from communique.records.events import time_of

Parts = Iterator[RenderableType]

MATTER = (
    Column("type", 15), Column("who", 22, grows=True), Column("status", 18), Column("since", 10),
    Column("when [slot]", 24), Column("where", 14), Column("told by", 22),
)  # fmt: skip
LEDGER = (
    Column("accuser", 20, grows=True), Column("accused", 20), Column("hedge", 22), Column("when", 22),
    Column("status", 14), Column("denied by", 22), Column("scope", 10), Column("told by", 20),
)  # fmt: skip
STATEMENT = (
    Column("who", 22, grows=True), Column("act", 12), Column("mode", 13), Column("when", 16), Column("to", 18),
    Column("where", 22),
)  # fmt: skip
POSITION = (Column("party", 22), Column("stance", 18), Column("on", 40, grows=True), Column("through", 22))
EVENT = (
    Column("type", 20), Column("status", 12), Column("who", 24, grows=True), Column("when", 22), Column("where", 14),
    Column("according to", 22),
)  # fmt: skip
RECORD = (
    Column("kind", 12), Column("who", 30, grows=True), Column("what", 20), Column("when", 22),
    Column("according to", 22),
)  # fmt: skip
PLOVER = (
    Column("type", 20), Column("actors", 14), Column("recipients", 14), Column("quad", 4), Column("score", 6),
    Column("status", 12), Column("when", 22), Column("folding", 20, grows=True),
)  # fmt: skip


def table(answer: Answer[object]) -> Parts:
    """Yield the rows of an answer: a table for each kind of item, a matrix for each plan."""
    items = answer.items
    yield from _rows(MATTER, [_matter(i) for i in items if isinstance(i, Matter)])
    yield from _rows(LEDGER, [_ledger(i) for i in items if isinstance(i, Ledger)])
    for item in items:
        if isinstance(item, Matrix):
            yield from matrix(item)
    told = [i for i in items if isinstance(i, Told)]
    columns, cells = KINDS.get(told[0].record.kind, (RECORD, _any)) if len({t.record.kind for t in told}) == 1 else (
        RECORD, _any,
    )  # fmt: skip
    yield from _rows(columns, [_told(t, cells(t), before) for before, t in zip((None, *told), told, strict=False)])
    yield from _rows(RECORD, [_ground(i) for i in items if isinstance(i, Ground)])
    yield from _rows(RECORD, [_change(i) for i in items if isinstance(i, Change)])
    yield from _rows(PLOVER, [_plover(i) for i in items if isinstance(i, PloverEvent)])


def quoted(told: Told | None) -> Text | None:
    """Return the sentence of a record with its words marked, its layer, its outlet and day of publication."""
    if told is None or told.passage is None:
        return None
    passage, record = told.passage, told.record
    layer = f"[{record.layer}] " if record.layer in ("caption", "headline", "background") else ""
    where = " ".join(filter(None, (passage.publisher, wording.published(passage.published))))
    words = marked(passage.sentence, marks(record, passage.sentence))
    return Text.assemble((layer, "note"), words, (f"  ({where})", "note"))


def _rows(columns: tuple[Column, ...], rows: Sequence[Row]) -> Parts:
    if rows:
        yield Rows(columns, rows)


def _row(id: str, cells: Cells, sentence: Text | None, notes: Sequence[str] = ()) -> Row:
    texts = tuple(c if isinstance(c, Text) else Text(c) for c in cells)
    return Row(id, texts, sentence, tuple(Text(note, "note") for note in notes))


def _matter(matter: Matter) -> Row:
    thread = matter.thread
    when = lines.slot(matter)
    cells = (
        phrases.spaced(thread.type),
        Text(lines.parties(matter), "who"),
        tone(thread.status),
        matter.since or "",
        Text(when, "past" if when == wording.NONE_REPORTED else ""),
        thread.where.name if thread.where else "",
        lines.counts(matter),
    )
    return _row(matter.short, cells, quoted(matter.last), list(lines.notes(matter)))


def _ledger(ledger: Ledger) -> Row:
    charges, answers = list(ledger.charges), list(ledger.answers)
    cells = (
        Text(lines.accusers(charges) or wording.NOT_REPORTED, "who"),
        lines.accused(charges),
        Text(lines.each(phrases.quoted(c.hedge.text) for c in charges if c.hedge), "hedge"),
        lines.each(wording.stated(c.when) for c in charges),
        tone(ledger.matter.thread.status),
        lines.denied_by(ledger),
        lines.each(d.scope for d in answers),
        lines.counts(ledger.matter),
    )
    shown = quoted(ledger.allegations[0] if ledger.allegations else ledger.matter.last)
    denials = [f"denial {d.short}: {phrases.flat(d.passage.sentence.text)}" for d in ledger.denials if d.passage]
    return _row(ledger.matter.short, cells, shown, list(dict.fromkeys(denials)))


def _told(told: Told, cells: Cells, before: Told | None) -> Row:
    """Return a row; where its sentence stands above already, only the record's own words."""
    doubt = ["possibly within the days asked for"] if told.within == "possibly" else []
    again = before is not None and before.passage == told.passage
    own = Text(f"{DOTS} {wording.own_words(told.record)} {DOTS}", "told")
    return _row(told.short, cells, own if again else quoted(told), doubt)


def _statement(told: Told) -> Cells:
    record = told.record
    assert isinstance(record, Statement)
    to = phrases.reached(record)
    act, when = phrases.spaced(record.act), phrases.time(record.when)
    return Text(lines.speaker(record.speaker), "who"), act, lines.QUOTED[record.mode], when, to, lines.venue(told)


def _position(told: Told) -> Cells:
    record = told.record
    assert isinstance(record, Position)
    return position_cells(record)


def _event(told: Told) -> Cells:
    record = told.record
    assert isinstance(record, Event)
    where = record.where.name if record.where else ""
    said = phrases.vouching(record.holder)
    return (
        lines.kind(record),
        tone(record.status),
        Text(lines.doers(record), "who"),
        phrases.time(record.when),
        where,
        said,
    )


def _any(told: Told) -> Cells:
    record = told.record
    who, what = wording.summary(record)
    said = phrases.vouching(record.holder) or "the outlet"
    return record.kind, Text(who, "who"), tone(what), phrases.time(time_of(record)), said


KINDS: dict[str, tuple[tuple[Column, ...], Callable[[Told], Cells]]] = {
    "statement": (STATEMENT, _statement),
    "position": (POSITION, _position),
    "event": (EVENT, _event),
}


def _ground(ground: Ground) -> Row:
    sources = f"{phrases.plural(ground.sources or 1, 'source')}"
    reasons = [lines.reason(i) for i in ground.inferences]
    return _row(ground.told.short, _any(ground.told), quoted(ground.told), [sources, *reasons])


def _change(change: Change) -> Row:
    if change.matter is not None:
        matter = change.matter
        parties = Text(lines.parties(matter), "who")
        cells: Cells = (matter.thread.of, parties, lines.turned(change), matter.thread.since or "", "")
        return _row(matter.short, cells, quoted(matter.last))
    if change.decision is not None:
        made = change.decision
        return _row(
            str(made.number), (change.what, made.who, phrases.spaced(made.verb), made.when, ""), Text(made.reason)
        )
    assert change.told is not None
    _, who, what, when, said = _any(change.told)
    return _row(
        change.told.short, (f"{change.what} {change.told.record.kind}", who, what, when, said), quoted(change.told)
    )


def _plover(event: PloverEvent) -> Row:
    kind = f"{event.type} {event.mode}" if event.mode else event.type
    codes = " ".join(event.actors), " ".join(event.recipients)
    status, when = tone(event.status), phrases.time(event.when)
    cells = (kind, *codes, str(event.quad), str(event.score), status, when, event.folding or "")
    return _row(event.record[:8], cells, Text(phrases.flat(event.trigger.text), "sentence"))
