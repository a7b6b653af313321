"""Whose mission abroad "the embassy" is: never that of the country it stands in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from communique.annotate.naming.phrases import Phrase
from communique.annotate.referring.resolution import Resolution
from communique.lexicon.files import read_table
from communique.reading import Mention
from communique.records.actors import Actor


def is_mission(phrase: Phrase) -> bool:
    """Return whether a phrase names a state's post abroad: "the embassy", "the consulate"."""
    return phrase.kind == "organ" and phrase.noun in _heads()


def mission_of_its_head(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """Return the embassy of the ambassador of whom the text spoke last: "the Croatian ambassador ... the embassy"."""
    office = _heads().get(phrase.noun, "")
    for candidate in state.focus.recent(mention.sentence):
        head = candidate.actor
        title = head.role.title.lower() if head is not None and head.role is not None else ""
        if head is None or office not in title.split() or not head.iso3:
            continue
        known = state.registry.known.get(f"state/{head.iso3}")
        made = state.maker.describe(replace(phrase, owners=(known,))) if known is not None else None
        if made is not None:
            state.why[mention.index] = f"led by {head.id}"
            return replace(made, form="description", basis="inferred")
    return None


@cache
def _heads() -> dict[str, str]:
    """Who leads each kind of mission."""
    rows = read_table("actors/missions", ["mission", "head"], key="mission")
    return {row.cells["mission"]: row.cells["head"] for row in rows}
