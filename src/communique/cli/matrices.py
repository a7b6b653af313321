"""A plan as a matrix for people: its reported points down, the parties across, silence as "not reported"."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from communique.cli.layout import heading, tone
from communique.questions import phrases, wording
from communique.questions.answers import Line, Matrix, Party


def matrix(plan: Matrix) -> Iterator[RenderableType]:
    """Yield the plan's title, its status and counts, then the matrix; under it where each stance is said."""
    thread = plan.matter.thread
    yield heading(plan.proposal.title, plan.matter.short)
    by = f"by {phrases.names(plan.proposal.proposer)}" if plan.proposal.proposer else ""
    author = by and (f" {by}" if thread.status == "put_forward" else f"; put forward {by}")
    yield Text.assemble(tone(thread.status), f"{author}{wording.counted(plan)}")
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="column", show_edge=False)
    grid.add_column("POINT", ratio=3, overflow="fold")
    for party in plan.parties:
        grid.add_column(party.name.upper(), ratio=1, overflow="fold")
    for line in (plan.whole, *plan.lines):
        grid.add_row(Text(wording.words(line), "who"), *(_cell(plan, line, party) for party in plan.parties))
    yield grid
    for name, told, _ in plan.positions:
        if told.passage is not None:
            yield Text(f"{told.short} {name}: {phrases.flat(told.passage.sentence.text)}", "sentence")


def _cell(plan: Matrix, line: Line, party: Party) -> Text:
    stands = line.of(party)
    answer = wording.answer(plan, line, party)
    if len(stands) == 1:
        return tone(stands[0].stance)
    return Text(answer, "past" if answer == wording.NOT_REPORTED else "")
