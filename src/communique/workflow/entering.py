"""A read article enters the store, or is read anew: in one transaction, wholly or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.decide.applying import Applied, apply
from communique.decide.attaching import Orphan
from communique.judgements import live
from communique.link.duplicates import bands, signature
from communique.records.codec import check_spans
from communique.records.record import Record
from communique.records.texts import Article
from communique.records.views import Run, View
from communique.workflow.arriving import Entered, appears_as
from communique.workflow.settling import held, settle

if TYPE_CHECKING:
    from communique.store import Reader, Store

MACHINE = View(machine_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What another reading of an article makes of its record, in text order; `changed` are (before, after)."""

    article: str
    gained: tuple[Record, ...] = ()
    lost: tuple[Record, ...] = ()
    changed: tuple[tuple[Record, Record], ...] = ()
    attached: int = 0
    orphans: tuple[Orphan, ...] = ()


def enter(store: Store, article: Article, records: Sequence[Record], run: Run, at: str) -> Entered:
    """Store `article` with its `records`, as `run` read them; link and fold what that touches; say what it came to.

    A text is read as it first appeared, whatever the order of adding: `records` count only where `article` is that
    first appearance. RecordError: a span that is not in the text; StoreError: the store cannot be written to.
    """
    signed = signature(article.text)
    with store.writing(at, held) as writer:
        appeared = writer.appearances(article.id)
        added = writer.put_article(article, signature=signed, bands=bands(signed))
        if added.outcome not in ("again", "differs"):
            first = writer.article(article.id)
            if not appeared or appears_as(first) == appears_as(article):
                shown = apply(article.id, records, live(writer, article=article.id)).shown
                writer.put_records(article.id, records, run, shown=shown)
            settle(writer, {article.id, *added.changed})
        count = len(writer.of_articles([article.id]))
    dated = article.published is not None
    return Entered(
        outcome=added.outcome, article=article.id, why=added.why, others=added.others, records=count, dated=dated
    )


def compare(store: Reader, article: str, records: Sequence[Record]) -> Difference:
    """Return how `records`, another reading of a stored article, differ from the one in the store; nothing changes."""
    before = {e.record.id: e.record for e in store.of_articles([article], MACHINE)}
    after = {record.id: record for record in records}
    applied = apply(article, records, live(store, article=article))
    return Difference(
        article=article,
        gained=_in_text_order(record for id, record in after.items() if id not in before),
        lost=_in_text_order(record for id, record in before.items() if id not in after),
        changed=tuple(
            (before[r.id], r) for r in _in_text_order(after.values()) if r.id in before and before[r.id] != r
        ),
        attached=len(applied.attached),
        orphans=applied.orphans,
    )


def reread(store: Store, article: str, records: Sequence[Record], run: Run, at: str) -> Difference:
    """Close what the store holds as read in an article and open `records` in its place; see `compare`.

    Decisions are carried out on the new records; those that find theirs no more are orphans.
    """
    check_spans(store.article(article), records)
    with store.writing(at, held) as writer:
        difference = compare(writer, article, records)
        applied: Applied = apply(article, records, live(writer, article=article))
        writer.put_records(article, records, run, shown=applied.shown)
        settle(writer, [article])
    return difference


def _in_text_order(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda r: (min(e.start for e in r.evidence), r.kind, r.id)))
