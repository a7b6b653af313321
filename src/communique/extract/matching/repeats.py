"""The same thing told twice in an article is one record: how alike two contents are, and what is joined.

A headline, a caption or a later paragraph that repeats an allegation or a denial gives it more evidence, not company.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from communique.lexicon.relations import Relations
from communique.reading import Reading
from communique.records.actors import Actor
from communique.records.statements import Allegation, Denial
from communique.records.texts import Span

SAME_CLAIM = 0.75
"""Likeness from which two allegations between the same parties are one."""

_CONTENT_POS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_LAYERS = ("main", "background", "caption", "headline")
_Record = TypeVar("_Record", Allegation, Denial)


def likeness(reading: Reading, relations: Relations, one: Span, other: Span) -> float:
    """Return the share of the shorter content's words that both have; names alone make no likeness.

    Words are the lemmas of nouns, verbs, names and adjectives; verbs of giving ("send", "supply", "ship") count as one.
    """
    a, b = (_content_words(reading, relations, span) for span in (one, other))
    common = a.keys() & b.keys()
    return len(common) / min(len(a), len(b)) if any(a[word] != "PROPN" for word in common) else 0.0


def _content_words(reading: Reading, relations: Relations, span: Span) -> dict[str, str]:
    """Return word -> part of speech of the content words in `span`."""
    inside = (token for token in reading.tokens_in(span) if token.pos in _CONTENT_POS)
    return {"give" if "to" in relations.recipients.get(t.lemma, ()) else t.lemma: t.pos for t in inside}


def join_allegations(reading: Reading, relations: Relations, records: Sequence[Allegation]) -> list[Allegation]:
    """Return `records` with those joined that allege the same between the same parties in different sentences."""
    kept: list[Allegation] = []
    for record in sorted(records, key=lambda r: _LAYERS.index(r.layer)):
        first = next((one for one in kept if _is_same_allegation(reading, relations, one, record)), None)
        if first is None:
            kept.append(record)
        else:
            kept[kept.index(first)] = _joined(first, record)
    return sorted(kept, key=lambda a: (a.content.start, a.content.end, a.ordinal))


def _is_same_allegation(reading: Reading, relations: Relations, one: Allegation, other: Allegation) -> bool:
    if _ids(one.accusers) != _ids(other.accusers) or _ids(one.accused) != _ids(other.accused):
        return False
    if one.when is not None and other.when is not None and one.when.value != other.when.value:
        return False
    if one.cue is not None and other.cue is not None and one.cue.start == other.cue.start:
        return False  # two parts of one accusation
    return likeness(reading, relations, one.content, other.content) >= SAME_CLAIM


def join_denials(records: Sequence[Denial]) -> list[Denial]:
    """Return `records` with those joined by which the same party denies the same allegations."""
    kept: list[Denial] = []
    for record in sorted(records, key=lambda r: _LAYERS.index(r.layer)):
        first = next((one for one in kept if _is_same_denial(one, record)), None)
        if first is None:
            kept.append(record)
        else:
            kept[kept.index(first)] = _joined(first, record)
    return sorted(kept, key=lambda d: d.cue.start)


def _is_same_denial(one: Denial, other: Denial) -> bool:
    if not one.of or set(one.of) != set(other.of) or one.denier is None or other.denier is None:
        return False
    return one.denier.id == other.denier.id and one.scope == other.scope and one.layer != other.layer


def _ids(actors: Iterable[Actor]) -> set[str]:
    return {actor.id for actor in actors}


def _joined(first: _Record, again: _Record) -> _Record:
    """Return `first` with the evidence of `again`, and its time if it has none of its own."""
    evidence = tuple(dict.fromkeys((*first.evidence, *again.evidence)))
    return replace(first, evidence=evidence, when=first.when or again.when)
