"""communique turns news articles into a diplomatic record: who did, said, sought or denied what, according to whom.

A thin door: it loads no language model and no spaCy until `read` is called. Rooms inside never import from here.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Article, Record

try:
    __version__ = version("communique")
except PackageNotFoundError:  # the source tree without an installation
    __version__ = "0+unknown"

__all__ = ["__version__", "read"]


def read(article: Article, *, lexicon_dir: Path | None = None, model: str | None = None) -> list[Record]:
    """Return the diplomatic record of one article, in text order; see `communique.workflow.read`."""
    from communique import workflow

    return workflow.read(article, lexicon_dir=lexicon_dir, model=model)
