"""One article's records, ready to be laid out: what each section needs to turn a record into a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.text import Text

from communique.cli.layout import Row, marked
from communique.cli.places import elsewhere, excerpt, shown
from communique.questions import phrases
from communique.questions.reasons import reasons
from communique.questions.sentences import marks
from communique.records import Article, Record, Span

DOTS = "\N{HORIZONTAL ELLIPSIS}"

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Page:
    """The records of an article in text order; `why` puts the reasons under each row."""

    article: Article
    records: tuple[Record, ...]
    why: bool = False

    def of(self, kind: type[R]) -> list[R]:
        """Return the records of one kind, in text order."""
        return [r for r in self.records if isinstance(r, kind)]

    def row(self, record: Record, cells: Sequence[Text | str], sentence: Text | None = None) -> Row:
        """Return the record as a row with its sentence (or the one given)."""
        notes = tuple(Text(line, "note") for line in reasons(record)) if self.why else ()
        texts = tuple(c if isinstance(c, Text) else Text(c) for c in cells)
        return Row(record.id[:8], texts, sentence or self.sentence(record), notes)

    def rows(self, records: Iterable[R], to_cells: Callable[[R], Sequence[Text | str]]) -> list[Row]:
        """Return rows in the order given; of those in a row that share a sentence, later ones show their part of it."""
        found: list[Row] = []
        printed = None
        for record in records:
            around = shown(self.article, record)
            text = self.part(record, around) if around == printed else None
            found.append(self.row(record, to_cells(record), text))
            printed = around
        return found

    def part(self, record: Record, sentence: Span) -> Text:
        """Return the words of a sentence that show the record, with dots for the rest."""
        words = excerpt(self.article, record, sentence)
        before = f"{DOTS} " if words.start > sentence.start else ""
        after = f" {DOTS}" if words.end < sentence.end else ""
        own = marked(words, marks(record, words))
        return Text.assemble((before, "sentence"), own, (after, "sentence"))

    def bare(self, record: Record, cells: Sequence[Text | str]) -> Row:
        """Return the record as a row whose sentence is printed elsewhere."""
        row = self.row(record, cells)
        return Row(row.id, row.cells, None, row.notes)

    def sentence(self, record: Record, *others: Record) -> Text:
        """Return the record's sentence with its evidence (and that of others) marked, its layer and its repetitions."""
        around = shown(self.article, record)
        evidence = [e for r in (record, *others) for e in marks(r, around)]
        layer = f"[{record.layer}] " if record.layer in ("caption", "headline") else ""
        told = elsewhere(self.article, record)
        again = f"  (told again in {phrases.plural(told, 'sentence')})" if told else ""
        return Text.assemble((layer, "note"), marked(around, evidence), (again, "note"))
