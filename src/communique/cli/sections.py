"""The sections of a report, one function each: a Page in, the parts to print out; an empty section has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from communique.cli import cells
from communique.cli.layout import Column, Rows, below, heading
from communique.cli.page import Page, R
from communique.cli.places import shown
from communique.questions import phrases
from communique.records import (
    Absence,
    Allegation,
    Denial,
    Engagement,
    Event,
    Label,
    Position,
    Proposal,
    Provision,
    Relationship,
    Statement,
)

Parts = Iterator[RenderableType]

ENGAGEMENT = (
    Column("type", 15),
    Column("who", 22, grows=True),
    Column("status", 12),
    Column("when [slot]", 24),
    Column("where", 14),
)
STATEMENT = (Column("act", 12), Column("mode", 13), Column("when", 24), Column("to", 24), Column("reported by", 26))
PROPOSAL = (
    Column("proposal", 30, grows=True),
    Column("status", 16),
    Column("by", 24),
    Column("when", 22),
    Column("points", 22),
)
PROVISION = (Column("provision", 36, grows=True), Column("asked of", 26), Column("topic", 20))
POSITION = (Column("party", 24), Column("stance", 18), Column("on", 30, grows=True), Column("through", 22))
ALLEGATION = (
    Column("accuser", 22, grows=True),
    Column("accused", 22),
    Column("hedge", 16),
    Column("when", 22),
    Column("answer", 16),
)
DENIAL = (Column("denied by", 30), Column("scope", 12), Column("when", 22), Column("reported by", 22))
EVENT = (
    Column("type", 22), Column("status", 12), Column("who", 20, grows=True), Column("when", 22), Column("where", 14),
    Column("according to", 22),
)  # fmt: skip
TIE = (Column("who", 24), Column("is", 20), Column("to whom", 30, grows=True))
LABEL = (Column("about", 24), Column("label", 40, grows=True), Column("by", 24))
ABSENCE = (Column("who", 40),)


def engagements(page: Page) -> Parts:
    """Yield the meetings, visits, calls and talks."""
    yield from _layered(page, "Engagements", page.of(Engagement), ENGAGEMENT, cells.engagement_cells)


def events(page: Page) -> Parts:
    """Yield what happened, will, might or is said to have happened, and who vouches for it."""
    yield from _layered(page, "Events", page.of(Event), EVENT, cells.event_cells)


def _layered(
    page: Page,
    title: str,
    found: Sequence[R],
    columns: tuple[Column, ...],
    to_cells: Callable[[R], Sequence[Text | str]],
) -> Parts:
    """Yield main matters first, then the background under a heading of its own."""
    main_first = sorted(found, key=lambda r: r.layer == "background")
    rows = page.rows(main_first, to_cells)
    count = sum(r.layer != "background" for r in found)
    main, past = rows[:count], rows[count:]
    if rows:
        yield heading(title, len(rows))
    if main:
        yield Rows(columns, main, peers=rows)
    if past:
        yield Text("background", "note")
        yield Rows(columns, past, headed=not main, peers=rows)


def statements(page: Page) -> Parts:
    """Yield the statements, grouped by speaker in order of first appearance."""
    found = page.of(Statement)
    if found:
        yield heading("Statements", len(found))
    titles: dict[str, str] = {}
    groups: dict[str, list[Statement]] = {}
    for statement in found:
        key = statement.speaker.id if statement.speaker else ""
        titles[key] = max(titles.get(key, ""), phrases.speaker(statement.speaker), key=len)
        groups.setdefault(key, []).append(statement)
    parts = {key: page.rows(own, cells.statement_cells) for key, own in groups.items()}
    every = [row for rows in parts.values() for row in rows]
    for number, (key, rows) in enumerate(parts.items()):
        yield Text.assemble((titles[key], "who"), (f"  {len(rows)}" if len(rows) > 1 else "", "column"))
        yield Rows(STATEMENT, rows, headed=number == 0, peers=every)


def proposals(page: Page) -> Parts:
    """Yield each proposal with its provisions by addressee and the positions of the parties."""
    found, positions = page.of(Proposal), page.of(Position)
    if found or positions:
        yield heading("Proposals and positions", len(found) + len(positions))
    provisions = page.of(Provision)
    own = {p.id: [v for v in provisions if v.proposal == p.id] for p in found}
    rows = [page.row(p, cells.proposal_cells(p, len(own[p.id])), page.sentence(p, *own[p.id])) for p in found]
    for number, (proposal, row) in enumerate(zip(found, rows, strict=True)):
        yield Rows(PROPOSAL, [row], headed=number == 0, peers=rows)
        yield from _provisions(page, own[proposal.id], shown(page.article, proposal).start)
        yield from _positions(page, [p for p in positions if p.on == proposal.id], indent=2)
    loose = [p for p in positions if p.on not in own]
    if loose and found:
        yield Text("on other matters", "note")
    yield from _positions(page, loose)


def _provisions(page: Page, provisions: Sequence[Provision], printed: int) -> Parts:
    """Yield the provisions; the sentence they share stands under them once, unless it is the proposal's own."""
    every = [page.bare(p, cells.provision_cells(p)) for p in provisions]
    rows = iter(every)
    for number, (start, group) in enumerate(groupby(provisions, key=lambda p: shown(page.article, p).start)):
        members = list(group)
        yield Rows(PROVISION, [next(rows) for _ in members], headed=number == 0, indent=2, peers=every)
        if start != printed:
            yield below(page.sentence(*members), 12)


def _positions(page: Page, positions: Sequence[Position], indent: int = 0) -> Parts:
    if positions:
        yield Rows(POSITION, page.rows(positions, cells.position_cells), indent=indent)


def allegations(page: Page) -> Parts:
    """Yield each allegation with its hedge and, under it, who denied it; then denials of anything else."""
    found, denials = page.of(Allegation), page.of(Denial)
    if found or denials:
        yield heading("Allegations and denials", len(found) + len(denials))
    rows = [page.row(a, cells.allegation_cells(a, any(a.id in d.of for d in denials))) for a in found]
    for number, (allegation, row) in enumerate(zip(found, rows, strict=True)):
        yield Rows(ALLEGATION, [row], headed=number == 0, peers=rows)
        yield from _denials(page, [d for d in denials if allegation.id in d.of], indent=2)
    known = {a.id for a in found}
    others = [d for d in denials if not known.intersection(d.of)]
    if others and found:
        yield Text("other denials", "note")
    yield from _denials(page, others)


def _denials(page: Page, denials: Sequence[Denial], indent: int = 0) -> Parts:
    if denials:
        yield Rows(DENIAL, page.rows(denials, cells.denial_cells), indent=indent)


def ties(page: Page) -> Parts:
    """Yield relationships and labels."""
    found, labels = page.of(Relationship), page.of(Label)
    if found or labels:
        yield heading("Relationships and labels", len(found) + len(labels))
    if found:
        yield Rows(TIE, page.rows(found, cells.tie_cells))
    if labels:
        yield Rows(LABEL, page.rows(labels, cells.label_cells))


def absences(page: Page) -> Parts:
    """Yield what the article says was not said."""
    found = page.of(Absence)
    if found:
        yield heading("Not said", len(found))
        yield Rows(ABSENCE, page.rows(found, cells.absence_cells))
