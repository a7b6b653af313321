"""When something was said: the day of the word of speech, or of the occasion at which it was said."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import load_words
from communique.reading import Attribution, Reading, Token
from communique.records.actors import When

_ON_OCCASION = frozenset({"at", "in", "during", "to"})
"""Prepositions of the occasion at which something is said."""


def said_when(reading: Reading, attribution: Attribution) -> When | None:
    """Return the time at which it was said: an expression that modifies the cue ("told parliament on Friday")."""
    for heads in (_spoken_words(attribution), _occasions(reading, attribution)):
        found = [t for head in heads for t in reading.times_at.get(head, ()) if t.type in ("DATE", "TIME")]
        if found:
            return min(found, key=lambda time: time.index).when
    return None


def _spoken_words(attribution: Attribution) -> list[int]:
    return [head for head in (attribution.cue_head, attribution.addressee_head) if head is not None]


def _occasions(reading: Reading, attribution: Attribution) -> Iterator[int]:
    """The words for the occasion at which it was said: "*speaking* on Sunday, X said", "told him in a *call* on May 2",
    "asked about it at a *news conference* in 2014, X called"."""
    heads = [attribution.cue_head]
    for head in heads:
        for child in reading.dependents[head]:
            asked = child.dep == "advcl" and child.tag in ("VBG", "VBN") and _is_occasion(child)
            if asked and child.index < attribution.cue_head:
                yield child.index
                heads.append(child.index)
            for noun in reading.dependents[child.index] if child.dep == "prep" else ():
                if noun.dep == "pobj" and child.norm in _ON_OCCASION and _is_occasion(noun):
                    yield noun.index
                elif noun.dep == "pobj" and head != attribution.cue_head:
                    heads.append(noun.index)


def _is_occasion(token: Token) -> bool:
    return token.lemma in load_words("cues/en/occasions")
