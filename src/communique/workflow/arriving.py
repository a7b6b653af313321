"""An article arrives: is it in the store already, must it be read? Told without loading what reads and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from communique.records.texts import Article, Publication

if TYPE_CHECKING:
    from communique.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What adding an article came to; `outcome` as in `store.Added`. `why` is for people, `others` are other versions
    of it, `records` is how many records of it the store shows now, `dated` whether it came with a date."""

    outcome: Literal["new", "again", "appearance", "corrects", "differs"]
    article: str
    why: str = ""
    others: tuple[str, ...] = ()
    records: int = 0
    dated: bool = True


def known(store: Reader, article: Article) -> Entered | None:
    """Return what adding `article` would come to if that needs no reading and no writing; None if it has to enter."""
    if all((a.publisher, a.url, _days(a.published)) != appears_as(article) for a in store.appearances(article.id)):
        return None
    return Entered(outcome="again", article=article.id, why="this article is in the store already")


def needs_reading(store: Reader, article: Article) -> bool:
    """Return whether `article` has to be read before it enters: its text is new, or this is its first appearance."""
    earlier = store.appearances(article.id)[:1]
    return not earlier or _shown_first(article.published) <= _shown_first(earlier[0].published)


def appears_as(article: Article) -> object:
    """What of an appearance a reading may rest on."""
    return article.publisher, article.url, _days(article.published)


def _days(published: Publication | None) -> tuple[str, str] | None:
    return (published.from_, published.to) if published else None


def _shown_first(published: Publication | None) -> tuple[bool, str, str]:
    """The order of appearances by day, undated ones last; within a day anything may come first."""
    return (published is None, published.to if published else "", published.from_ if published else "")
