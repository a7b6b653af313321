"""Who is meant by a name that a person types: "china", "Zelenskyy", UKR, "state/CHN", "Chinese"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from communique.errors import WhoError
from communique.lexicon.actors import Known, Registry
from communique.lexicon.spellings import pieces, slug

Present = Callable[[str], bool]
"""Whether an actor (id or ISO3 code) takes part in any record of the store."""

MOST = 8
"""So many candidates of an ambiguous name are listed."""


def find_actor(name: str, registry: Registry, present: Present) -> str:
    """Return the ISO3 code of a state, else the id of the actor that `name` means.

    Capitals do not matter. A name with several meanings means the one that is in the store, if there is just one
    (`present`); WhoError lists the candidates otherwise, or says that nobody is called so.
    """
    name = " ".join(name.split())
    if f"state/{name.upper()}" in registry.known:
        return name.upper()
    if "/" in name:
        return _by_id(name, registry, present)
    found = _known(name, registry)
    if not found:
        return _label(name, present)
    if len(found) == 1:
        return key(found[0])
    there = [known for known in found if present(key(known))]
    if len(there) == 1:
        return key(there[0])
    found = there or found
    raise WhoError(_ambiguous(name, found), name, [(known.name, key(known)) for known in found[:MOST]])


def display_name(actor: str, registry: Registry) -> str:
    """Return the name of an actor given by ISO3 code or id."""
    known = registry.known.get(actor) or registry.known.get(f"state/{actor}")
    if known is not None:
        return known.name
    kind, _, words = actor.partition("/")
    plain = words.replace("-", " ") or actor
    return plain.title() if kind == "person" else plain


def key(known: Known) -> str:
    """Return what a store is asked for: the ISO3 code of a state, which takes in all who act for it; else the id."""
    return known.id.removeprefix("state/") if known.kind == "state" else known.id


def _known(name: str, registry: Registry) -> list[Known]:
    """Return the entries that may be meant, best reading first: as written, then whatever the capitals, then short
    names of people."""
    words = " ".join(pieces(name.removeprefix("the ").removeprefix("The ")))
    senses = registry.find(name) or registry.senses(words)
    parties = [sense.known for sense in senses if sense.known.kind != "place"]
    states = _each_once(known for known in parties if known.kind == "state")
    if len(states) == 1 and all(known.iso3 == states[0].iso3 for known in parties):
        return states  # "the Kremlin": the organ and the state it stands for, which takes in the organ
    return _each_once(parties or registry.called(name))


def _each_once(found: Iterable[Known]) -> list[Known]:
    return list({known.id: known for known in found}.values())


def _by_id(name: str, registry: Registry, present: Present) -> str:
    if name in registry.known:
        return key(registry.known[name])
    if present(name):
        return name
    raise WhoError(f"no actor has the id {name!r}, neither in the registry nor in this store", name)


def _label(name: str, present: Present) -> str:
    """Return the id of somebody whom the registry does not know: by name, or by what a text calls them."""
    for id in (f"person/{slug(name)}", f"mention/{slug(name)}"):
        if present(id):
            return id
    raise WhoError(f"nobody is called {name!r}, neither in the registry nor in this store; give the full name", name)


def _ambiguous(name: str, found: list[Known]) -> str:
    listed = ", ".join(f"{known.name} ({key(known)})" for known in found[:MOST])
    rest = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return f"{name!r} may be {listed}{rest}; name one of them, or give the id in brackets"
