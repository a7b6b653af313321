"""What a denial denies: the allegation in its own sentence, one like it, or the one just before ("this")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.extract.matching import contents
from communique.extract.matching.repeats import likeness
from communique.lexicon.relations import Relations
from communique.reading import Clause, Reading, Token
from communique.records.actors import Actor, home
from communique.records.statements import Allegation, Denial, Scope, Statement
from communique.records.texts import Span

POINTERS = frozenset({"this", "that", "it", "these", "those", "all"})
_POINTING = frozenset({"this", "that", "these", "those", "such"})
PARTS = frozenset({"some", "part", "parts", "most", "aspects", "elements", "one"})

_NEAR = 3
"""An anaphor ("this", "the claims") reaches back at most this many sentences."""

_SAME = 0.5
"""Share of the shorter content's words that two contents must have in common to be about the same thing."""


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied: `noun` the claim noun or pronoun, `content` the words that say it, `owner` whose claim it is.

    A `vague` content ("any involvement") takes its meaning from what was alleged before; of some only a `part` is
    denied ("some of the details").
    """

    content: Span | None
    noun: int | None
    owner: tuple[Actor, ...] = ()
    vague: bool = False
    part: bool = False


def link_allegations(
    reading: Reading,
    relations: Relations,
    allegations: Sequence[Allegation],
    clause: Clause,
    denied: Denied,
    deniers: Sequence[Actor],
) -> tuple[list[Allegation], Scope]:
    """Return the allegations denied and whether the denial covers them whole, in part, or nobody can tell."""
    noun = reading.tokens[denied.noun] if denied.noun is not None else None
    partial = denied.part or (noun is not None and _is_partial(reading, noun.index))
    scope: Scope = "part" if partial else "whole"
    here = [a for a in allegations if noun is not None and _is_at(a, noun)]
    if here:
        return here, scope
    mine = [a for a in allegations if _answers(a, deniers) and (not denied.owner or _made_by(a, denied.owner))]
    if denied.content is not None and not denied.vague:
        alike = [a for a in mine if likeness(reading, relations, a.content, denied.content) >= _SAME]
        return alike or _in_other_words(reading, relations, mine, clause, denied.content), scope
    near = _nearest(reading, mine, clause) or _nearest(reading, _of_nobody(allegations, deniers), clause, 1)
    others = noun is not None and any(child.norm == "other" for child in reading.dependents[noun.index])
    if noun is not None and (others or noun.lemma in relations.words["remaining"]):
        return _remaining(reading, relations, near, clause), "part"
    several = len(near) > 1 and noun is not None and (noun.norm in POINTERS or noun.tag == "NN")
    return near, "ambiguous" if several and scope == "whole" else scope


def _in_other_words(
    reading: Reading, relations: Relations, allegations: Sequence[Allegation], clause: Clause, content: Span
) -> list[Allegation]:
    """Return the one charge of this sentence or the one before that a denial tells in words of its own.

    Something must tie the two: a word that both have, violence in both ("opened fire", "attacked first"), or a noun
    that points back ("for that purpose", "such a raid").
    """
    near = _nearest(reading, allegations, clause, 1)
    tied = [a for a in near if _tied(reading, relations, a.content, content)]
    return tied if len(tied) == 1 else []


def _tied(reading: Reading, relations: Relations, one: Span, other: Span) -> bool:
    violent = relations.words["violent"]
    both = (any(token.lemma in violent for token in reading.tokens_in(span)) for span in (one, other))
    told = reading.tokens_in(other)
    points = any(t.norm in _POINTING and t.dep in ("det", "predet", "amod") for t in told)
    whatever = any(t.norm in relations.words["whatever"] for t in told)  # "denied that it held anybody"
    return likeness(reading, relations, one, other) > 0 or all(both) or points or whatever


def _remaining(reading: Reading, relations: Relations, near: Sequence[Allegation], clause: Clause) -> list[Allegation]:
    """Return the charges of which nothing is granted before "but denied the rest"."""
    sentence = reading.sentences[clause.sentence]
    before = reading.span(sentence.first, clause.head) if clause.head > sentence.first else None
    left = [a for a in near if before is None or likeness(reading, relations, a.content, before) < _SAME]
    return left or list(near)


def _is_at(allegation: Allegation, noun: Token) -> bool:
    """Whether the claim noun is the allegation's own cue, or a word of its content ("war crimes, which B denies")."""
    content, cue = allegation.content, allegation.cue
    return (cue is not None and cue.start == noun.start) or (content.start <= noun.start and noun.end <= content.end)


def _is_partial(reading: Reading, index: int) -> bool:
    above = reading.tokens[reading.tokens[index].head].head
    return any(reading.tokens[other].norm in PARTS for other in (above, *reading.children[index]))


def _answers(allegation: Allegation, deniers: Sequence[Actor]) -> bool:
    """Whether the deniers (or their state, or people of theirs) are among the accused; a denier nobody names may answer
    anything."""
    return not deniers or any(is_answerable(a, b) for a in allegation.accused for b in deniers)


def is_answerable(accused: Actor, denier: Actor) -> bool:
    """Return whether a denier speaks for the accused: is of that side, or of the state whose people are accused."""
    return contents.is_own(accused, denier) or (denier.iso3 is not None and denier.iso3 == home(accused))


def calls_false(reading: Reading, relations: Relations, word: Token) -> bool:
    """Return whether a word says that something is not so, alone or with its adverb: "baseless", "far-fetched"."""
    beside = (f"{t.norm}-{word.norm}" for t in reading.dependents[word.index] if t.dep == "advmod")
    return not relations.words["verdict"].isdisjoint((word.lemma, word.norm, *beside))


def _of_nobody(allegations: Sequence[Allegation], deniers: Sequence[Actor]) -> list[Allegation]:
    """The charges against somebody whom no table knows ("the crew"), which another than the accuser may deny."""
    return [a for a in allegations if not a.accused and not _made_by(a, deniers)]


def _made_by(allegation: Allegation, owner: Sequence[Actor]) -> bool:
    return any(contents.is_own(a, b) for a in allegation.accusers for b in owner)


def _nearest(
    reading: Reading, allegations: Sequence[Allegation], clause: Clause, reach: int = _NEAR
) -> list[Allegation]:
    """Return the allegations of the nearest sentence at or before the denial that holds any."""
    for sentence in reversed(reading.sentences[max(0, clause.sentence - reach) : clause.sentence + 1]):
        inside = [a for a in allegations if sentence.start <= a.content.start and a.content.end <= sentence.end]
        if inside:
            return inside
    return []


def deny_statements(
    reading: Reading, relations: Relations, denials: Sequence[Denial], statements: Sequence[Statement]
) -> list[Denial]:
    """Return `denials`, those of nothing alleged linked to what others stated about the denier just before.

    "A said that B helped C. B rejected the claim": in hindsight A's statement is what B denies.
    """
    return [denial if denial.of else _of_statements(reading, relations, denial, statements) for denial in denials]


def _of_statements(reading: Reading, relations: Relations, denial: Denial, statements: Sequence[Statement]) -> Denial:
    others = [s for s in statements if denial.denier and s.speaker and not contents.is_own(s.speaker, denial.denier)]
    before = [s for s in others if s.content and s.content[-1].end <= denial.cue.start]
    if denial.content is not None:
        content = denial.content
        alike = [s for s in before if any(likeness(reading, relations, piece, content) >= _SAME for piece in s.content)]
        return replace(denial, of=tuple(s.id for s in alike))
    place = _sentence_at(reading, denial.cue)
    for sentence in reversed(reading.sentences[max(0, place - _NEAR) : place + 1]):
        near = [
            s for s in before if sentence.start <= s.content[0].start < sentence.end and _concerns(reading, s, denial)
        ]
        if near:
            return replace(denial, of=tuple(s.id for s in near), scope="ambiguous" if len(near) > 1 else denial.scope)
    return denial


def _sentence_at(reading: Reading, span: Span) -> int:
    found = reading.sentence_at(span.start)
    return found.index if found is not None else 0


def _concerns(reading: Reading, statement: Statement, denial: Denial) -> bool:
    """Whether the statement's content names the denier or its state."""
    for mention in reading.mentions:
        at = reading.tokens[mention.head].start
        inside = any(piece.start <= at < piece.end for piece in statement.content)
        if inside and mention.actor and denial.denier and contents.is_own(mention.actor, denial.denier):
            return True
    return False
