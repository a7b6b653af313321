"""At home in which state an article is: whose "the government" and "the army" are where nobody says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from communique.annotate.naming.mentions import Sketch
from communique.annotate.naming.phrases import Phrase
from communique.annotate.naming.places import Filed
from communique.reading import Token
from communique.records.actors import Actor

FEWEST = 3
"""In so many sentences at least the state must be named, or somebody who acts for it."""
NAMED = 2
"""So many sentences at least must name the state in which an article was filed, unless that was in its capital."""
RIVAL = 3
"""No other state may be named in more than one sentence for so many of its own."""
_SIDES = frozenset({"side", "party"})


def home_of(
    tokens: Sequence[Token], sketches: Sequence[Sketch], named: Mapping[int, Actor], filed: Filed | None = None
) -> str | None:
    """Return the code of the one state that an article is about, None for news between states and of none: where it
    speaks of "both countries" there are others ("dozens of countries" and "neighbouring countries" are any, and "both
    sides" may be a state and its rebels).

    `named` holds the people whose names are resolved, by the index of their mention. An article `filed` in a state is
    about that one if it names no other more often: from its capital, or from elsewhere if it does name it.
    """
    sentences: dict[str, set[int]] = {}
    acting: set[str] = set()
    inside = any(s.mention.actor is not None and s.mention.actor.kind == "armed_group" for s in sketches)
    for sketch in sketches:
        mention, phrase = sketch.mention, sketch.phrase
        if phrase is not None and _tells_of_several(tokens, phrase, inside):
            return None
        actor = named.get(mention.index) or mention.actor
        code = (actor.iso3 if actor is not None else None) or mention.iso3
        if code is None:
            continue
        sentences.setdefault(code, set()).add(mention.sentence)
        if actor is not None and actor.kind in ("organ", "person"):
            acting.add(code)
    ranked = sorted(sentences, key=lambda code: (-len(sentences[code]), code))
    counts = [len(sentences[code]) for code in ranked]
    if filed is not None:
        here = len(sentences.get(filed.iso3, ())) + filed.capital  # the dateline names it too
        if here >= max(counts, default=0) and here >= (1 if filed.capital else NAMED):
            return filed.iso3
    if not ranked or counts[0] < FEWEST or ranked[0] not in acting:
        return None
    return ranked[0] if len(counts) == 1 or counts[1] * RIVAL <= counts[0] else None


def _tells_of_several(tokens: Sequence[Token], phrase: Phrase, inside: bool) -> bool:
    """Whether a phrase is of several states; `inside`: an armed group is told of, which may be one of the sides."""
    if phrase.kind != "collective" or phrase.counted is not None or (inside and phrase.noun in _SIDES):
        return False
    return tokens[phrase.first].pos not in ("ADJ", "VERB")
