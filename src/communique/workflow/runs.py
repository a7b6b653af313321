"""What reads an article just now: version, language model, lexicon. Found without loading any of them."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from communique.config import DATA, MODELS, UPLOADS
from communique.records.views import Run

EXAMPLES = ("samples", "stories")
"""Folders of the data that hold articles, not knowledge."""


@lru_cache(maxsize=4)
def present_run(lexicon_dir: Path | None = None, model: str | None = None) -> Run:
    """Return what would read an article now; ModelError if there is no such model. See `overlay_of`."""
    return Run(version=version("communique"), model=_model(model), lexicon=_lexicon(lexicon_dir))


def overlay_of(run: Run) -> Path | None:
    """Return the folder that was laid over the built-in lexicon in a run; None if there was none."""
    folder = run.lexicon.partition(" ")[2]
    return Path(folder) if folder else None


def _model(name: str | None) -> str:
    """Return the name of a model as its own description gives it; one that has none here is loaded and asked."""
    names = (name,) if name else MODELS
    for candidate in [package for known in names for package in (known, UPLOADS.get(known, known))]:
        folder = _folder(candidate)
        told = folder / "meta.json" if folder else None
        if told is not None and told.is_file():
            meta = json.loads(told.read_text(encoding="utf-8"))
            return f"{meta['name']}-{meta['version']}"
    from communique.annotate.parsing.nlp import load_model

    return load_model(name).name


def _folder(candidate: str) -> Path | None:
    """Return the folder of a model that is a path or an installed package."""
    if Path(candidate).is_dir():
        return Path(candidate)
    found = find_spec(candidate) if candidate.isidentifier() else None
    return Path(found.origin).parent if found is not None and found.origin else None


def _lexicon(overlay: Path | None) -> str:
    """Return the first 16 hex digits of the SHA-256 of all tables, those of the overlay included, then its folder."""
    digest = hashlib.sha256()
    for root in (DATA, overlay) if overlay else (DATA,):
        for path in sorted(p for p in root.rglob("*") if p.suffix in (".csv", ".yaml", ".npz")):
            place = path.relative_to(root)
            if root is not DATA or place.parts[0] not in EXAMPLES:
                digest.update(f"{place.as_posix()}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16] + (f" {overlay.resolve()}" if overlay else "")
