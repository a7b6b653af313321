"""Many articles into a store: processes read, this one writes, each article in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from communique import workflow
from communique.batch.gathering import Found
from communique.batch.pool import Read, Task, Unread, read_all
from communique.errors import ArticleError, LexiconError, RecordError
from communique.records.record import Record
from communique.records.texts import Article
from communique.records.views import Run

if TYPE_CHECKING:
    from communique.store import Store
    from communique.workflow import Difference, Entered

Clock = Callable[[], str]
"""Says what time it is (UTC, ISO); given by the face, for nothing below reads a clock."""

Reader = Callable[[Path | None], tuple[Read, Run]]
"""Gives what reads with a lexicon laid over the built-in one (None: without), and its run; LexiconError: it is gone."""

REPORT = "leave it out, and please report it with the text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: it entered, or it was set aside."""

    source: str
    entered: Entered | None = None
    aside: ArticleError | None = None


def add(
    store: Store, found: Iterable[Found], read: Read, run: Run, clock: Clock, *, workers: int = 1
) -> Iterator[Outcome]:
    """Enter articles one after the other, in the order given, and yield what became of each.

    The result does not depend on `workers`. An article that is there already is not read. Whatever ends this, kill -9
    included, leaves every article wholly in the store or out of it: doing it again goes on from there.
    StoreError, ModelError, LexiconError end it; anything else sets the article aside.
    """
    jobs = (_job(store, source, article, read) for source, article in found)
    for (source, article, there), records in read_all(jobs, workers):
        if isinstance(article, ArticleError):
            yield Outcome(source, aside=article)
        elif there is not None:
            yield Outcome(source, there)
        elif isinstance(records, Unread):
            yield Outcome(
                source, aside=ArticleError(_named(source, article), f"cannot be read ({records.why})", REPORT)
            )
        else:
            yield _entered(store, source, article, records or [], run, clock)


def rerun(
    store: Store, reader: Reader, clock: Clock, *, workers: int = 1, dry: bool = False
) -> Iterator[Difference | ArticleError]:
    """Read all stored articles again, in canonical order, and yield what that makes of each; `dry` changes nothing.

    Each is read with the lexicon that was laid over the built-in one before, unless `reader` decides otherwise. What
    cannot be read stays as it was, and comes out as an error. In the end everything is linked and folded anew, for
    those rules may have changed too.
    """
    for (id, run), records in read_all(_again(store, reader), workers):
        if records is None:
            what = "was read with a lexicon whose folder is gone"
            yield ArticleError(f"article {id}", what, "it stays as it was; name the folder with --lexicon")
        elif isinstance(records, Unread):
            yield ArticleError(f"article {id}", f"cannot be read ({records.why})", "it stays as it was")
        elif dry:
            yield workflow.compare(store, id, records)
        else:
            yield workflow.reread(store, id, records, run, clock())
    if not dry:
        workflow.settle_all(store, clock())


def _again(store: Store, reader: Reader) -> Iterator[tuple[tuple[str, Run], Task | None]]:
    """Yield each stored article with its task; None if the lexicon for it is gone."""
    for id in store.article_ids():
        last = store.run_of(id)
        overlay = workflow.overlay_of(last) if last else None
        try:
            read, run = reader(overlay)
        except LexiconError:
            if last is None or overlay is None or overlay.is_dir():
                raise
            yield (id, last), None
        else:
            yield (id, run), partial(read, store.article(id))


def _job(
    store: Store, source: str, article: Article | ArticleError, read: Read
) -> tuple[tuple[str, Article | ArticleError, Entered | None], Task | None]:
    """Return an article with what is known of it, and its reading if it has to be read before it can enter."""
    if isinstance(article, ArticleError):
        return (source, article, None), None
    there = workflow.known(store, article)
    unread = there is None and workflow.needs_reading(store, article)
    return (source, article, there), partial(read, article) if unread else None


def _entered(store: Store, source: str, article: Article, records: list[Record], run: Run, clock: Clock) -> Outcome:
    try:
        entered = workflow.known(store, article) or workflow.enter(store, article, records, run, clock())
    except RecordError as error:
        return Outcome(source, aside=ArticleError(_named(source, article), str(error), REPORT))
    if entered.outcome == "differs":
        what, _, mend = entered.why.partition("; ")
        return Outcome(source, aside=ArticleError(_named(source, article), what, mend))
    return Outcome(source, entered)


def _named(source: str, article: Article) -> str:
    return f"{source} ({article.title})" if article.title else source
