"""The traits of a clause that the trained finder weighs: its word, grammar, roles, and what governs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from communique.lexicon.rules import EventRules
from communique.reading import Clause, Reading

DIRECT = frozenset({"object", "complement", "attribute"})
DOERS = frozenset({"subject", "object", "possessor", "compound"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
NOBODY = "-"


def traits_of(reading: Reading, clause: Clause, around: Sequence[str], rules: EventRules) -> list[str]:
    """Return the traits of a clause as short names; `around` are the kinds of actors that its sentence names."""
    return [
        *_of_word(reading.tokens[clause.head].lemma, clause.predicate, clause.pos),
        *_of_grammar(reading, clause),
        *_of_governor(reading, clause),
        *_of_arguments(reading, clause),
        *_of_rules(reading, clause, rules),
        *(f"around {kind} {clause.pos}" for kind in around or (NOBODY,)),
    ]


def words_of(reading: Reading, clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the words whose vectors are weighed, each with its place; not those of the whole sentence."""
    yield "word", reading.tokens[clause.head].lemma
    for argument in clause.arguments:
        role = argument.role
        place = "object" if role in DIRECT else "subject" if role == "subject" else "prepositional"
        if role not in ("possessor", "compound", "indirect"):
            yield place, reading.tokens[argument.head].lemma
    if clause.under is not None:
        yield "governor", reading.clauses[clause.under].word


@lru_cache(maxsize=20000)
def _of_word(lemma: str, predicate: str, pos: str) -> tuple[str, ...]:
    return (
        f"lemma {lemma}",
        f"lemma {lemma} {pos}",
        *((f"phrase {predicate}",) if predicate != lemma else ()),
        *(f"ends {lemma[-length:]} {pos}" for length in (3, 4)),
        *(f"begins {lemma[:length]}" for length in (4, 5)),
    )


def _of_grammar(reading: Reading, clause: Clause) -> Iterator[str]:
    token = reading.tokens[clause.head]
    yield f"tag {token.tag}"
    yield f"dep {token.dep} {clause.pos}"
    yield f"link {clause.link} {clause.pos}"
    yield f"mark {clause.mark} {clause.pos}"
    yield f"form {clause.tense} {clause.infinitive} {clause.passive} {clause.pos}"
    yield f"modal {clause.modal} {clause.negated}"
    yield f"layer {reading.sentences[clause.sentence].layer} {clause.pos}"


def _of_governor(reading: Reading, clause: Clause) -> Iterator[str]:
    if clause.under is None:
        yield f"top {clause.pos}"
        return
    above = reading.clauses[clause.under]
    role = next((argument.role for argument in above.arguments if argument.head == clause.head), NOBODY)
    yield f"under {above.predicate}"
    yield f"under {above.pos} {role} {clause.pos}"


def _of_arguments(reading: Reading, clause: Clause) -> Iterator[str]:
    acting: set[str] = set()
    for argument in clause.arguments:
        role, kind = argument.role, _kind(reading, argument.head)
        yield f"has {role} {clause.pos}"
        yield f"filled {role} {kind} {clause.pos}"
        yield f"with {role} {reading.tokens[argument.head].lemma}"
        actor = reading.actor_at(argument.head)
        if actor is not None and actor.diplomatic:
            acting.add(role if role in DOERS else "prepositional")
    yield f"acting {len(acting)} {clause.pos}"
    yield from (f"acts {role} {clause.pos}" for role in sorted(acting))


def _of_rules(reading: Reading, clause: Clause, rules: EventRules) -> Iterator[str]:
    """For which types the rules know the word, that of its governor, and those of its closest arguments."""
    known = rules.types_of(reading.tokens[clause.head].lemma)
    yield from (f"known {kind} {clause.pos}" for kind in known or (NOBODY,))
    if clause.under is not None:
        yield from (f"under known {kind} {clause.pos}" for kind in rules.types_of(reading.clauses[clause.under].word))
    for argument in clause.arguments:
        if argument.role in DIRECT or argument.role in ("to", "of"):
            for kind in rules.types_of(reading.tokens[argument.head].lemma):
                yield f"with known {argument.role} {kind}"


def _kind(reading: Reading, head: int) -> str:
    """What fills a role: the kind of its actor, its owner's, else what its words are."""
    mention = reading.mention_at.get(head)
    if mention is not None:
        return (
            "nobody known" if mention.actor is None else "place" if mention.reading == "place" else mention.actor.kind
        )
    owner = reading.actor_at(head)
    if owner is not None:
        return f"of {owner.kind}"
    token = reading.tokens[head]
    return token.pos if token.pos in ("PRON", "NUM") else token.entity or NOBODY


def placed(words: Iterable[tuple[str, str]], numbers: dict[str, int]) -> dict[str, list[int]]:
    """Return the numbers of the words by their places; words without one get the next in `numbers`."""
    found: dict[str, list[int]] = {}
    for place, word in words:
        found.setdefault(place, []).append(numbers.setdefault(word, len(numbers)))
    return found


def kinds_around(reading: Reading) -> Mapping[int, tuple[str, ...]]:
    """Return the kinds of actors and places that each sentence names, by its index."""
    found: dict[int, set[str]] = {}
    for mention in reading.mentions:
        if mention.actor is not None:
            kind = "place" if mention.reading == "place" else mention.actor.kind
            found.setdefault(mention.sentence, set()).add(kind)
    return {sentence: tuple(sorted(kinds)) for sentence, kinds in found.items()}
