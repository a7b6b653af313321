"""Many articles into a store: processes read, this one writes, each article in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique import workflow
from communique.batch.gathering import Found
from communique.batch.pool import Read, Unread, read_all
from communique.errors import ArticleError, RecordError
from communique.records.record import Record
from communique.records.texts import Article
from communique.records.views import Run
from communique.workflow import Difference, Entered

if TYPE_CHECKING:
    from communique.store import Store

Clock = Callable[[], str]
"""Says what time it is (UTC, ISO); given by the face, for nothing below reads a clock."""

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
    jobs = ((one, _to_read(store, one[1])) for one in found)
    for (source, article), records in read_all(jobs, read, workers):
        if isinstance(article, ArticleError):
            yield Outcome(source, aside=article)
        elif isinstance(records, Unread):
            yield Outcome(
                source, aside=ArticleError(_named(source, article), f"cannot be read ({records.why})", REPORT)
            )
        else:
            yield _entered(store, source, article, records or [], run, clock)


def rerun(
    store: Store, read: Read, run: Run, clock: Clock, *, workers: int = 1, dry: bool = False
) -> Iterator[Difference | ArticleError]:
    """Read all stored articles again, in canonical order, and yield what that makes of each; `dry` changes nothing.

    What cannot be read stays as it was, and comes out as an error.
    """
    jobs = ((id, store.article(id)) for id in store.article_ids())
    for id, records in read_all(jobs, read, workers):
        if isinstance(records, Unread):
            yield ArticleError(f"article {id}", f"cannot be read ({records.why})", "it stays as it was")
        elif dry:
            yield workflow.compare(store, id, records or [])
        else:
            yield workflow.reread(store, id, records or [], run, clock())


def _to_read(store: Store, article: Article | ArticleError) -> Article | None:
    """Return the article if it has to be read before it can enter."""
    if isinstance(article, ArticleError) or workflow.known(store, article) is not None:
        return None
    return article if workflow.needs_reading(store, article) else None


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
