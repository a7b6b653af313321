"""communique turns news articles into a diplomatic record: who did, said, sought or denied what, according to whom.

A thin door: it loads no language model, no spaCy and no SQL until a function is called. Rooms inside never import
from here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Article, Record
    from communique.store import Store

__all__ = ["open_store", "read"]


def read(article: Article, *, lexicon_dir: Path | None = None, model: str | None = None) -> list[Record]:
    """Return the diplomatic record of one article, in text order; see `communique.workflow.read`."""
    from communique import workflow

    return workflow.read(article, lexicon_dir=lexicon_dir, model=model)


def open_store(store: str | Path = "communique.db", *, read_only: bool = True) -> Store:
    """Return an existing record store, to be asked by the functions of `communique.questions`; a context manager.

    `store` is a file or postgresql://...; StoreError, in one line that says how to mend it, if it cannot be used.
    """
    from communique.store import open_store as opened

    return opened(store, create=False, read_only=read_only)


def __getattr__(name: str) -> str:
    """Return `__version__` when it is asked for: reading package metadata takes longer than all else here."""
    if name == "__version__":
        from importlib.metadata import version

        return version("communique")
    raise AttributeError(name)
