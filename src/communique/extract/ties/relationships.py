"""Finds lasting ties between parties: allies, counterparts, wars, members, mediators, organs of a state.

The patterns are data (data/relations/en/relationships.yaml); this module knows the shapes in which English puts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.matching import contents
from communique.extract.matching.parties import holders
from communique.extract.ties.ties import find_pairs, suits
from communique.lexicon.relations import Relations, RelationshipRule
from communique.reading import Mention, Reading, Token
from communique.records.actors import Actor, Holder
from communique.records.statements import Relationship
from communique.records.texts import Span


def find_relationships(reading: Reading, relations: Relations) -> list[Relationship]:
    """Return the relationships that a reading states, each pair of parties once for a relation, in text order."""
    drafts = [*_by_words(reading, relations), *_organs(reading, relations)]
    drafts.sort(key=lambda record: (record.evidence[0].start, record.a.id, record.b.id))
    found: dict[tuple[str, str, str], Relationship] = {}
    for record in drafts:
        key = (record.relation, record.a.id, record.b.id)
        if record.relation in ("at_war_with", "rival_of") and key not in found:
            key = min(key, (record.relation, record.b.id, record.a.id))
        found[key] = _with_evidence(found[key], record) if key in found else record
    return list(found.values())


def _with_evidence(first: Relationship, again: Relationship) -> Relationship:
    """One tie told twice is one record with several pieces of evidence."""
    new = tuple(piece for piece in again.evidence if piece not in first.evidence)
    return replace(first, evidence=(*first.evidence, *new))


def _by_words(reading: Reading, relations: Relations) -> Iterator[Relationship]:
    for token in reading.tokens:
        if token.lemma not in relations.tying and token.norm not in relations.tying:
            continue
        by_lemma = [rule for rule in relations.relationships if token.lemma in rule.words]
        for rule in dict.fromkeys(by_lemma + [rule for rule in relations.relationships if token.norm in rule.words]):
            for a, b in find_pairs(reading, relations, rule, token):
                if suits(rule, a, b):
                    yield _record(reading, rule, token, a, b)


def _organs(reading: Reading, relations: Relations) -> Iterator[Relationship]:
    """An organ named together with its state ("China's Foreign Ministry") is an organ of that state.

    "The Swiss government" and "U.S. troops" are the state itself: that they are the state's goes without saying.
    """
    for mention in reading.mentions:
        organ = mention.actor
        if organ is None or organ.kind != "organ" or reading.tokens[mention.head].lemma in relations.words["not_organ"]:
            continue
        for inner in _inside(reading, mention):
            state = inner.actor
            if state is not None and state.kind == "state" and (organ.iso3 is None or organ.iso3 == state.iso3):
                yield _organ_of(reading, mention, organ, state)
                break


def _inside(reading: Reading, mention: Mention) -> Iterator[Mention]:
    for inner in reading.mentions_within(mention.first, mention.last):
        if inner.index != mention.index:
            yield inner


def _organ_of(reading: Reading, mention: Mention, organ: Actor, state: Actor) -> Relationship:
    span, head = reading.span(mention.first, mention.last), reading.tokens[mention.head]
    return _built(reading, "organ.nested", "organ_of", span, (), head, organ, state)


def _record(reading: Reading, rule: RelationshipRule, token: Token, a: Actor, b: Actor) -> Relationship:
    is_predicate = rule.shape in ("verb", "adjective") or token.dep in ("attr", "oprd")
    holder = holders(reading, token.index) if is_predicate or _is_quoted(reading, token) else ()
    return _built(reading, rule.id, rule.relation, _words(reading, token, a, b), holder, token, a, b)


def _is_quoted(reading: Reading, token: Token) -> bool:
    """Whether the word stands in quotation marks; outside them "his ally" is the reporter's own phrase."""
    return bool(reading.quotations_around(token.start))


def _words(reading: Reading, token: Token, a: Actor, b: Actor) -> Span:
    """Return the words that show the tie: from the first to the last of its word and parties in the sentence."""
    sentence = reading.sentences[token.sentence]
    places = [(token.start, token.end)]
    places += [(m.start, m.end) for m in (a.mention, b.mention) if sentence.start <= m.start and m.end <= sentence.end]
    return reading.article.span(min(start for start, _ in places), max(end for _, end in places))


def _built(
    reading: Reading, rule: str, relation: str, span: Span, holder: Holder, token: Token, a: Actor, b: Actor
) -> Relationship:
    return Relationship(
        article=reading.article.id,
        evidence=contents.evidence([(span, "trigger"), (a.mention, "actor"), (b.mention, "recipient")]),
        rule=rule,
        confidence=0.85,
        holder=holder,
        layer=reading.sentences[token.sentence].layer,
        a=a,
        relation=relation,
        b=b,
    )
