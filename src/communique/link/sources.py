"""Which articles are one independent source: copies of one text, and whatever one agency supplied.

A cluster is a name: "agency/<slug>", or the id of the first article of which the others are copies. Like threads,
clusters look back only: a later copy never changes the cluster of an earlier article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.link.duplicates import alike
from communique.records.texts import Article


class Copy(NamedTuple):
    """An article as far as copies are found by it; `published` is its last possible day, None if unknown."""

    article: str
    published: str | None
    signature: tuple[int, ...]
    cluster: str


def credited(article: Article) -> str | None:
    """Return the agency that dateline, byline or sign-off credit ("RIGA (Baltic Wire) -"), as a slug; None if none.

    The credit of a photograph is none of the text.
    """
    for segment in article.segments:
        words = article.text[segment.start : segment.end]
        for credit in load_links().credits:
            found = credit.pattern.search(words) if segment.kind in credit.segments else None
            if found is not None:
                return "-".join(found["agency"].casefold().split())
    return None


def cluster(article: Article, signature: Sequence[int], earlier: Iterable[Copy]) -> str:
    """Return the cluster of an article among the `earlier` ones that share a band with its signature.

    A credited agency is the source. Else that of the article most like it, if they are near-duplicates; else its own.
    """
    agency = credited(article)
    if agency is not None:
        return f"agency/{agency}"
    bar = load_links().weights["duplicates.alike"]
    likeness = [(alike(signature, other.signature), other) for other in earlier if other.article != article.id]
    copies = sorted(
        (-score, other.published or "9999", other.article, other.cluster) for score, other in likeness if score >= bar
    )
    return copies[0][3] if copies else article.id
