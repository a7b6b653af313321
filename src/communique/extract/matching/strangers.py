"""People, ships and firms whom no table knows, by the state that their phrase names: "the crew of a Peruvian boat".

They act for no state; what they are charged with, that state may deny.
"""

from __future__ import annotations

from communique.extract.matching.parties import MODIFYING, phrases_after
from communique.lexicon.spellings import slug
from communique.reading import Reading
from communique.records.actors import Actor


def stranger(reading: Reading, head: int, *further: int) -> Actor | None:
    """Return the nameless party of a phrase whose only state is named by a demonym, as based there; else None.

    `further`: heads of phrases that belong to it though the parser put them elsewhere.
    "Malian traders" are of Mali, as is "the captain of a Malian ferry"; "the traders" are of nowhere.
    """
    token = reading.tokens[head]
    owners = [head, *further, *phrases_after(reading, head, ("of", "from", "aboard", "on"))]
    homes = {home for owner in owners for home in _named_by_people(reading, owner)}
    if token.tag not in ("NN", "NNS") or len(homes) != 1:
        return None
    before = min([head, *(child.index for child in reading.dependents[head] if child.dep in (*MODIFYING, "nummod"))])
    span = reading.span(before, head + 1)
    name = span.text
    return Actor(
        id=f"mention/{slug(name)}", name=name, kind="collective" if token.tag == "NNS" else "unknown", mention=span,
        form="description", based_in=tuple(homes),
    )  # fmt: skip


def _named_by_people(reading: Reading, head: int) -> list[str]:
    """The states whose people a phrase is called after: "*Angolan* boats"."""
    beside = [child.index for child in reading.dependents[head] if child.dep in MODIFYING]
    mentions = [reading.mention_at.get(index) for index in beside]
    found = [m.actor for m in mentions if m is not None and m.actor is not None and m.actor.form == "demonym"]
    return [actor.iso3 for actor in found if actor.iso3 is not None and actor.kind == "state"]
