"""The report for people: the records of one article as a page that an analyst reads in a minute.

Pure functions from records to rich renderables; nothing is printed here and no model is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.cli import sections
from communique.cli.page import Page
from communique.config import CONFIDENT
from communique.questions import phrases
from communique.questions.sentences import leading
from communique.records import (
    Absence,
    Allegation,
    Article,
    Denial,
    Engagement,
    Event,
    Label,
    Position,
    Proposal,
    Provision,
    Record,
    Relationship,
    Statement,
)

COUNTED: tuple[type[Record], ...] = (
    Engagement,
    Statement,
    Proposal,
    Provision,
    Position,
    Allegation,
    Denial,
    Event,
    Relationship,
    Label,
    Absence,
)

SECTIONS = (
    sections.engagements,
    sections.statements,
    sections.proposals,
    sections.allegations,
    sections.events,
    sections.ties,
    sections.absences,
)


def report(article: Article, records: Sequence[Record], *, why: bool = False, everything: bool = False) -> Group:
    """Return the whole page; `everything` shows doubtful records too, `why` adds rule, cues and spans to each row."""
    kept = [r for r in records if everything or r.confidence >= CONFIDENT]
    page = Page(article, tuple(sorted(kept, key=_place)), why)
    body = [part for section in SECTIONS for part in section(page)]
    return Group(*_head(page), *body, *_foot(len(records) - len(kept)))


def _place(record: Record) -> tuple[int, tuple[int, ...], str]:
    """Where a record stands in the page: by its leading evidence, then by what it is about."""
    return leading(record).start, tuple(span.start for span in record.defining), record.id


def _head(page: Page) -> Iterator[RenderableType]:
    """Yield title, origin, date with its basis, and how much the record holds."""
    date = page.article.published
    origin = [page.article.publisher or "", "no publication date", f"article {page.article.id[:8]}"]
    if date:
        origin[1] = f"published {_period(date.from_, date.to)}"
    yield Text(page.article.title or _first_words(page.article), "bold")
    yield Text(" \N{MIDDLE DOT} ".join(filter(None, origin)), "column")
    if date is None:
        yield Text("Relative dates stay unresolved; --date YYYY-MM-DD tells when it appeared.", "note")
    else:
        yield Text(f"date {date.basis}, {phrases.flat(date.why)}", "column")
    counts = [(len(page.of(kind)), kind.kind) for kind in COUNTED]
    found = ", ".join(phrases.plural(count, kind) for count, kind in counts if count)
    yield Text(found or "Nothing diplomatic found.")


def _first_words(article: Article) -> str:
    """Return the beginning of the body, for an article without a headline."""
    body = next((s for s in article.segments if s.kind == "body"), None)
    words = (article.text[body.start : body.end] if body else article.text).split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")


def _period(start: str, end: str) -> str:
    return start if start == end else f"between {start} and {end}"


def _foot(hidden: int) -> Iterator[RenderableType]:
    if hidden:
        shows = "shows it" if hidden == 1 else "shows them"
        yield Text(f"\n{phrases.plural(hidden, 'doubtful record')} hidden; --all {shows}", "note")
