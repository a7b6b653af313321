"""Human decisions: appended, carried out on the records that people see, then linked and folded like any change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.decide.applying import apply, reaches
from communique.decide.attaching import Orphan
from communique.errors import DecisionError
from communique.judgements import judgements, live
from communique.records.links import Decision
from communique.records.texts import Publication
from communique.workflow.entering import MACHINE
from communique.workflow.settling import held, settle

if TYPE_CHECKING:
    from communique.store import Store, Writer


def decide(store: Store, decision: Decision, at: str) -> int:
    """Append `decision` and carry it out; return its number. DecisionError if it finds no record to be about."""
    with store.writing(at, held) as writer:
        numbered = writer.put_decision(decision)
        orphans = [*_reshow(writer, numbered), *judgements(writer).ties.orphans]
        lost = next((orphan for orphan in orphans if orphan.decision.number == numbered.number), None)
        if lost is not None:
            raise DecisionError(lost.why)
        settle(writer, _touched(writer, numbered))
    return numbered.number


def undo(store: Store, number: int, at: str) -> None:
    """Withdraw decision `number`: the store shows what it would show without it. AbsentError if there is none."""
    with store.writing(at, held) as writer:
        decision = next((d for d in writer.decisions() if d.number == number), None)
        writer.withdraw(number)
        if decision is not None:
            _reshow(writer, decision)
            settle(writer, _touched(writer, decision))


def redate(
    store: Store, article: str, publisher: str | None, url: str | None, published: Publication | None, at: str
) -> None:
    """Give one appearance of an article another date; what was reported when is linked and folded anew.

    Relative times in its records were read by the old date: `rerun` reads them by the new one.
    """
    with store.writing(at, held) as writer:
        settle(writer, {article, *writer.redate(article, publisher, url, published).changed})


def _reshow(writer: Writer, decision: Decision) -> Iterable[Orphan]:
    """Show the articles that a decision reaches as the live decisions have them; return what found no record."""
    orphans: list[Orphan] = []
    for article in _touched(writer, decision):
        read = [entry.record for entry in writer.of_articles([article], MACHINE)]
        applied = apply(article, read, live(writer, article=article))
        orphans += applied.orphans
        writer.put_shown(article, applied.shown)
    return orphans


def _touched(writer: Writer, decision: Decision) -> Iterable[str]:
    """Return the articles whose records a decision may change; an alias without an article reaches all."""
    articles = reaches(decision)
    return writer.article_ids() if articles is None else articles
