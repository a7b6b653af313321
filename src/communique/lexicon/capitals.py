"""The capital of each state: data/actors/states.csv."""

from __future__ import annotations

from functools import cache

from communique.lexicon.files import read_table

STATES = ("id", "name", "aliases", "demonyms", "capital", "metonyms", "since", "until")
"""The columns of data/actors/states.csv."""


@cache
def load_capitals() -> dict[str, str]:
    """Return the capital of every state by its code; LexiconError names file and line of a bad entry."""
    rows = read_table("actors/states", STATES)
    return {row["id"]: row["capital"].partition(",")[0] for row in rows if row["capital"]}
