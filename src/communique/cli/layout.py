"""How a section of the report looks: aligned columns, and under each row its sentence with the telling words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from communique.questions.tones import tone_of
from communique.records import Evidence, Span

THEME = Theme(
    {
        "heading": "bold bright_blue",
        "column": "dim",
        "id": "dim",
        "who": "bold",
        "sentence": "dim",
        "told": "not dim",
        "cue": "not dim bold yellow",
        "quote": "not dim italic cyan",
        "hedge": "not dim underline magenta",
        "note": "dim italic",
        "settled": "green",
        "pending": "cyan",
        "wished": "yellow",
        "failed": "red",
        "halted": "magenta",
        "past": "dim",
    }
)

MARKED: dict[str, str] = {
    "trigger": "cue",
    "cue": "cue",
    "hedge": "hedge",
    "quote": "quote",
    "content": "told",
    "provision": "told",
}
"""Role of evidence -> style; later entries are painted first, so that a cue shows inside a content."""

INDENT = 10
LONG_WORD = 18
"""Longer words may be broken over lines in any table."""
ROOM = 22
"""What a column that grows gets before others get more than their longest word."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a section: its heading, its widest sensible width, and whether it takes what room is left."""

    heading: str
    most: int = 14
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One record: short id, cells, its sentence, and lines of explanation under it."""

    id: str
    cells: tuple[Text, ...]
    sentence: Text | None = None
    notes: tuple[Text, ...] = ()


def tone(status: str) -> Text:
    """Return a status in the colour of its meaning, with blanks for underscores."""
    return Text(status.replace("_", " "), tone_of(status))


def marked(sentence: Span, evidence: Iterable[Evidence]) -> Text:
    """Return the sentence in one line with its evidence marked."""
    text = Text(sentence.text, "sentence")
    painted = sorted(evidence, key=lambda e: -list(MARKED).index(e.role) if e.role in MARKED else 1)
    for piece in painted:
        if piece.role in MARKED:
            text.stylize(MARKED[piece.role], max(0, piece.start - sentence.start), max(0, piece.end - sentence.start))
    text.plain = text.plain.replace("\n", " ").replace("\t", " ")
    return text


def heading(title: str, count: int | str = "") -> Text:
    """Return the title of a section with its number of records."""
    return Text.assemble(("\n" + title.upper(), "heading"), (f"  {count}" if count != "" else "", "column"))


def below(content: RenderableType, indent: int = INDENT) -> Padding:
    """Return content set under a row."""
    return Padding(content, (0, 0, 0, indent))


@dataclass(frozen=True)
class Rows:
    """A table whose sentences run the full width under their rows; columns are as wide as their cells need."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    headed: bool = True
    indent: int = 0
    peers: Sequence[Row] = ()
    """All rows of the section, where it comes in several parts: their columns stand under one another."""

    @property
    def _all(self) -> tuple[Column, ...]:
        return (Column("id", 12), *(self.columns[i] for i in self._filled))

    @cached_property
    def _filled(self) -> list[int]:
        """Columns in which some row has something; an empty column only costs room."""
        return [i for i in range(len(self.columns)) if any(row.cells[i].plain for row in self.peers or self.rows)]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the rows out for the width at hand."""
        widths, gap = self._widths(options.max_width - self.indent)
        if self.headed and self.rows:
            yield self._line([Text(c.heading.upper(), "column") for c in self._all], widths, gap)
        for row in self.rows:
            yield self._line([Text(row.id, "id"), *(row.cells[i] for i in self._filled)], widths, gap)
            for under in (row.sentence, *row.notes):
                if under is not None:
                    yield below(under, self.indent + min(INDENT, options.max_width // 8))

    def _widths(self, available: int) -> tuple[list[int], int]:
        """Return the width of each column, and how many blanks stand between two: fewer where there is no room."""
        cells = [[Text(row.id), *(row.cells[i] for i in self._filled)] for row in self.peers or self.rows]
        needs = [self._need(i, cells) for i in range(len(self._all))]
        words = [self._longest_word(i, cells) for i in range(len(self._all))]
        gap = 2 if sum(words) + 2 * len(words) <= available else 1
        spare = available - sum(needs) - gap * (len(needs) - 1)
        growing = [i for i, column in enumerate(self._all) if column.grows]
        for i in growing:
            longest = max([cell_len(row[i].plain) for row in cells], default=0)
            extra = max(min(spare // len(growing), longest - needs[i]), min(longest, ROOM) - needs[i])
            needs[i] += extra
            spare -= extra
        firm = [i for i in range(1, len(needs)) if i not in growing]
        return self._squeezed(needs, words, firm, -spare), gap

    def _need(self, column: int, cells: Sequence[Sequence[Text]]) -> int:
        kind = self._all[column]
        longest = max([cell_len(row[column].plain) for row in cells], default=0)
        return max(len(kind.heading), min(longest, kind.most))

    @staticmethod
    def _longest_word(column: int, cells: Sequence[Sequence[Text]]) -> int:
        """The length of a column's longest word, as far as words ought not to be broken."""
        words = (word for row in cells for word in row[column].plain.split())
        return min(max(map(cell_len, words), default=0), LONG_WORD)

    @staticmethod
    def _squeezed(widths: list[int], words: Sequence[int], firm: Sequence[int], over: int) -> list[int]:
        """Narrow the widest columns, ids excepted, until the row fits: `firm` ones first, and words last."""
        while over > 0 and max(widths[1:], default=0) > 4:
            loose = [i for i in range(1, len(widths)) if widths[i] > words[i]] or range(1, len(widths))
            widths[max([i for i in loose if i in firm] or loose, key=widths.__getitem__)] -= 1
            over -= 1
        return widths

    def _line(self, cells: Sequence[Text], widths: Sequence[int], gap: int) -> Padding:
        grid = Table.grid(padding=(0, gap, 0, 0))
        for width in widths:
            grid.add_column(width=width, overflow="fold")
        grid.add_row(*cells)
        return below(grid, self.indent)
