"""Stores and applications for tests of pages: hand-made affairs, the bundled stories, a browser's server."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from fastapi import FastAPI

from communique.api.application import create_application
from communique.store import Store, open_store
from communique.web import pages

STORIES = Path(__file__).parents[1] / "src" / "communique" / "data" / "stories"
LEXICON = STORIES / "kell_strait" / "lexicon"


def application(store: Store, lexicon: Path | None = None) -> FastAPI:
    """Return an application with all pages over `store`."""
    made = create_application(store, lexicon=lexicon, hosts=None)
    pages.mount(made)
    made.state.told = pages.told
    return made


def tell_stories(path: Path) -> Store:
    """Return a store with both bundled stories, read as `communique demo` reads them."""
    from communique import batch, workflow

    store = open_store(path)
    moments = (f"2024-05-01T12:00:{n // 60:02}.{n % 60:06}Z" for n in range(3600))
    for name, lexicon in (("caucasus", None), ("kell_strait", LEXICON)):
        found = batch.gather([str(STORIES / name / "articles.jsonl")])
        read = partial(workflow.read, lexicon_dir=lexicon)
        run = workflow.present_run(lexicon, None)
        outcomes = batch.add(store, found, read, run, lambda: next(moments), workers=1)
        assert all(outcome.entered is not None for outcome in outcomes)
    return store
