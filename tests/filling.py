"""Fills a store with hand-made records, linked and folded: what `communique add` does, without reading anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from communique.link.folding import states
from communique.link.keys import keys
from communique.link.relinking import link_all
from communique.records import Article, Record
from communique.records.links import Entry
from communique.records.views import NOW, Run
from communique.store import Store, open_store

AT = "2024-02-01T00:00:00.000000Z"
RUN = Run(version="0", model="by hand", lexicon="none")


def fill(path: str | Path, told: Iterable[tuple[Article, Sequence[Record]]], at: str = AT) -> Store:
    """Return the store at `path` with these articles added at a moment, all threads folded anew."""
    store = open_store(path)
    with store.writing(at, held=lambda record: keys(record).held) as w:
        for article, records in told:
            w.put_article(article)
            w.put_records(article.id, records, RUN)
        entries = list(w.export(NOW))
        placed = link_all(entries)
        w.put_placements(placed)
        threads: dict[str, list[Entry]] = {}
        for entry in entries:
            place = placed.get(entry.record.id)
            if place is not None:
                threads.setdefault(place[1], []).append(entry)
        w.put_states({head: states(members) for head, members in threads.items()})
    return store
