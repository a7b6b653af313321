"""What a store holds: how many records of each kind are in view, how many articles, what read the last of them."""

from __future__ import annotations

from dataclasses import dataclass

from communique.records.codec import KINDS
from communique.records.links import Appearance
from communique.records.views import Filter, Run, View
from communique.store.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is in view: kind -> records; articles of the whole store, the first and the last, what read the last one."""

    view: View
    kinds: tuple[tuple[str, int], ...]
    undated: int
    possibly: int
    articles: int
    first: Appearance | None = None
    last: Appearance | None = None
    run: Run | None = None


def overview(store: Reader, view: View) -> Overview:
    """Return what is in view on its day; articles without a date stand last, so the last one may have none."""
    ids = store.article_ids()
    kinds = tuple((kind, store.count(Filter(kinds=(kind,)), view)) for kind in KINDS)
    possibly, undated = store.outside(Filter(), view)
    ends = [next(iter(store.appearances(id, view.known_at)), None) for id in (ids[:1] + ids[-1:])]
    return Overview(
        view=view,
        kinds=kinds,
        undated=undated,
        possibly=possibly,
        articles=len(ids),
        first=ends[0] if ends else None,
        last=ends[-1] if ends else None,
        run=store.run_of(ids[-1]) if ids else None,
    )
