"""Words by which a claim is held at arm's length: "may", "reportedly", "considering", "appears to"."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from communique.lexicon.files import read_table

KINDS = ("modal", "adverb", "verb")


@dataclass(frozen=True, slots=True)
class Hedges:
    """Hedging words: modals, adverbs, and verbs that only weigh what is alleged ("is considering sending")."""

    modals: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]


def load_hedges(overlay: Path | None = None) -> Hedges:
    """Load the hedges; LexiconError names file and line of a bad entry."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for row in read_table("cues/en/hedges", ("word", "kind"), overlay, key="word"):
        found[row.one_of("kind", KINDS)].add(row["word"])
    return Hedges(*(frozenset(found[kind]) for kind in KINDS))
