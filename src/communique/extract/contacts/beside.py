"""Who takes part by words beside the noun or the group: lists of names, "the first between A and B", who says "we"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from communique.extract.matching.parties import holders, phrases_after
from communique.lexicon.words import load_words
from communique.reading import Argument, Reading, Token
from communique.records.actors import Actor

SIDES = frozenset({"state", "armed_group", "organisation", "movement", "party"})
"""Kinds that send envoys, officials and delegations."""

_BRACKETS = {"-": "-", "–": "–", "—": "—", "--": "--", "(": ")", ",": ","}
_BETWEEN = frozenset({",", "and", "the"})
_PARTIES = frozenset({"by", "between", "of", "with", "among"})


def spelled_out(reading: Reading, head: int) -> tuple[Actor, ...]:
    """Return the parties that a list beside a noun names: "the members of the pact - Norway, Iceland and Denmark"."""
    last = max(reading.subtree(head), default=head)
    for at in range(head + 1, last):
        if (closing := _BRACKETS.get(reading.tokens[at].text)) is None:
            continue
        found = _names(reading, at + 1, closing)
        several = reading.tokens[head].tag in ("NNS", "NNPS")
        if len(found) >= (2 if several and closing != "," else 3):
            return found
    return ()


def _names(reading: Reading, first: int, closing: str) -> tuple[Actor, ...]:
    """The parties named one after another from a token to the closing mark, where nothing else stands between them."""
    found: dict[str, Actor] = {}
    joined = False
    at, last = first, reading.sentences[reading.tokens[first].sentence].last
    while at < last:
        token = reading.tokens[at]
        if token.text == closing and (joined or closing != ","):  # ", Peru, Chile and Ecuador,"
            return tuple(found.values())
        begun = (m for m in reading.mentions_within(at, last) if m.first == at)
        named = [(m.last, m.actor) for m in begun if m.actor is not None and m.actor.kind in SIDES]
        if named:
            at, actor = max(named, key=lambda one: one[0])
            found[actor.id] = actor
        elif token.norm in _BETWEEN:
            joined = joined or token.norm == "and"
            at += 1
        else:
            return ()
    return ()


def ranked(reading: Reading, noun: int) -> Iterator[Argument]:
    """Yield who took part by what is said of an occasion among others: "the visit, the first by a Syrian minister",
    "Monday's meeting was the second between A and B"."""
    for rank in _ranks(reading, noun):
        for word in reading.dependents[rank.index]:
            if word.dep == "prep" and word.norm in _PARTIES:
                yield from _phrases(reading, word)


def ranked_at(reading: Reading, noun: int, prepositions: Container[str]) -> Iterator[int]:
    """Yield where it was by what is said of it among others: "the trip, the first by a Greek president to Skopje"."""
    for rank in _ranks(reading, noun):
        yield from phrases_after(reading, rank.index, prepositions)
        for argument in ranked(reading, noun):
            yield from phrases_after(reading, argument.head, prepositions)


def _ranks(reading: Reading, noun: int) -> Iterator[Token]:
    """Yield the words that tell which of several occasions it was: "the first", "the latest round"."""
    words = load_words("engagements/en/ordinal_words") | load_words("engagements/en/rank_words")
    own = reading.tokens[noun]
    ranks = [t for t in reading.dependents[noun] if t.dep == "appos"]
    if own.dep in ("nsubj", "nsubjpass") and reading.tokens[own.head].lemma == "be":
        ranks.extend(t for t in reading.dependents[own.head] if t.dep == "attr")
    for rank in ranks:
        below = reading.dependents[rank.index]
        same = rank.lemma in (own.lemma, *load_words("engagements/en/occasion_nouns"))
        if rank.norm in words or (same and any(t.norm in words for t in below)):
            yield rank


def _phrases(reading: Reading, preposition: Token) -> Iterator[Argument]:
    for token in reading.dependents[preposition.index]:
        if token.dep == "pobj":
            subtree = tuple(reading.subtree(token.index))
            yield Argument(preposition.norm, min(subtree), max(subtree) + 1, token.index)


def one_speaking(reading: Reading, head: int, actor: Actor) -> Actor:
    """Return who says "we" of what he did with another: "in a call with A we agreed", B wrote, is B himself."""
    if reading.tokens[head].norm not in ("we", "us") or actor.kind == "person":
        return actor
    people = [one for level in holders(reading, head)[-1:] for one in level if one.kind == "person"]
    same = [one for one in people if one.iso3 is not None and one.iso3 == actor.iso3]
    return same[0] if len(people) == len(same) == 1 else actor
