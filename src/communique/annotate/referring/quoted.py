"""Who "I", "we" and "our country" are: the speaker of the words in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.lexicon.actors import Known, Registry
from communique.lexicon.spellings import slug
from communique.reading import Attribution, Mention, Reading, Token
from communique.records.actors import Actor
from communique.records.stretches import Stretches


def resolve_quoted(reading: Reading, registry: Registry) -> tuple[Mention, ...]:
    """Return the mentions of `reading` with those in the first person given to the speaker of their quotation.

    "I" is the speaker; "we" and "our country" are the state for which the speaker acts, else the speaker; "our
    countries"
    are that state and the one other of which the sentence speaks.
    """
    told = [
        (start, end, a) for a in reading.attributions if a.source_head is not None for start, end in _said(reading, a)
    ]
    spoken = Stretches((start, end, (end - start, a.index, a)) for start, end, a in told)
    return tuple(_resolved(reading, registry, mention, spoken) for mention in reading.mentions)


_Spoken = Stretches[tuple[int, int, Attribution]]
"""Attributed words: how long they are, the index of their attribution, and itself."""


def _said(reading: Reading, attribution: Attribution) -> Iterator[tuple[int, int]]:
    yield from ((span.start, span.end) for span in attribution.content)
    yield from ((reading.quotations[q].start, reading.quotations[q].end) for q in attribution.quotations)


def _resolved(reading: Reading, registry: Registry, mention: Mention, spoken: _Spoken) -> Mention:
    if mention.actor is not None:
        return mention
    tokens = reading.tokens[mention.first : mention.last]
    first = next((token for token in tokens if _first_person(registry, token)), None)
    if first is None:
        return mention
    inside = bool(reading.quotations_around(first.start))
    speaker = _speaker(reading, first, spoken) if inside else None
    if speaker is None:
        return mention
    state = registry.known.get(f"state/{speaker.iso3}") if speaker.iso3 else None
    actor = _meant(reading, registry, mention, speaker, state, registry.pronouns[first.norm]["number"] == "plural")
    why = f"the speaker is {speaker.id}"
    return replace(mention, actor=actor, iso3=actor.iso3 if actor else None, why=why)


def _first_person(registry: Registry, token: Token) -> bool:
    row = registry.pronouns.get(token.norm)
    return row is not None and row["person"] == "1"


def _meant(
    reading: Reading, registry: Registry, mention: Mention, speaker: Actor, state: Known | None, plural: bool
) -> Actor | None:
    span = reading.span(mention.first, mention.last)
    noun = reading.tokens[mention.last - 1]
    if mention.last - mention.first > 1:
        if noun.tag == "NNS":
            return _our_countries(reading, registry, mention, speaker, noun)
        if state is None:
            return None
    if (plural or mention.last - mention.first > 1) and state is not None:
        return Actor(
            id=state.id, name=state.name, kind="state", mention=span, form="pronoun", basis="inferred", iso3=state.iso3,
            as_="government",
        )  # fmt: skip
    return replace(speaker, mention=span, form="pronoun", basis="inferred", role=None)


def _speaker(reading: Reading, token: Token, spoken: _Spoken) -> Actor | None:
    """The speaker of the innermost attributed words in which `token` stands."""
    for _, _, attribution in sorted(spoken.around(token.start), key=lambda item: item[:2]):
        mention = reading.mention_at.get(attribution.source_head if attribution.source_head is not None else -1)
        if mention is not None and mention.actor is not None:
            return mention.actor
    return None


def _our_countries(reading: Reading, registry: Registry, mention: Mention, speaker: Actor, noun: Token) -> Actor | None:
    """The speaker's country and the one other of which the sentence speaks before; else members stay open."""
    row = registry.collective_words.get(noun.lemma) or registry.collective_words.get(noun.norm)
    if row is None or row["as"] not in ("state", "government", "people"):
        return None
    others: dict[str, None] = {}
    begin = reading.sentences[mention.sentence].first
    for other in reading.mentions_within(begin, mention.first):
        if other.actor is not None and other.iso3 not in (None, speaker.iso3) and other.reading == "actor":
            others[f"state/{other.iso3}"] = None
    members = (f"state/{speaker.iso3}", *others) if speaker.iso3 and len(others) == 1 else ()
    span = reading.span(mention.first, mention.last)
    name = " and ".join(registry.known[m].name for m in members) if members else span.text
    return Actor(
        id=f"collective/{slug(name)}", name=name, kind="collective", mention=span, form="description",
        basis="inferred" if members else "stated", members=members,
    )  # fmt: skip
