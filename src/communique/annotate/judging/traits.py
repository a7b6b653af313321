"""The traits of a clause that the trained finder weighs: its word, grammar, roles, and what governs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from communique.lexicon.rules import EventRules
from communique.lexicon.weights import Traits
from communique.reading import Clause, Reading
from communique.records.actors import Actor

DIRECT = frozenset({"object", "complement", "attribute"})
CLOSE = DIRECT | {"to", "of"}
DOERS = frozenset({"subject", "object", "possessor", "compound"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
NOBODY = "-"


def traits_of(reading: Reading, clause: Clause, around: tuple[str, ...], rules: EventRules) -> list[Traits]:
    """Return the traits of a clause as short names; `around` are the kinds of actors that its sentence names."""
    token, pos = reading.tokens[clause.head], clause.pos
    layer = reading.sentences[clause.sentence].layer
    return [
        _of_word(token.lemma, clause.predicate, pos, rules.types_of(token.lemma)),
        _of_place(token.tag, token.dep, clause.link, clause.mark, pos),
        _of_form(clause.tense, clause.infinitive, clause.passive, clause.modal, clause.negated, layer, pos),
        _of_governor(reading, clause, rules),
        *_of_arguments(reading, clause, rules),
        _around(around, pos),
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
def _of_word(lemma: str, predicate: str, pos: str, kinds: tuple[str, ...]) -> Traits:
    """The word, and for which types the rules know it."""
    return (
        f"lemma {lemma}",
        f"lemma {lemma} {pos}",
        *((f"phrase {predicate}",) if predicate != lemma else ()),
        *(f"ends {lemma[-length:]} {pos}" for length in (3, 4)),
        *(f"begins {lemma[:length]}" for length in (4, 5)),
        *(f"known {kind} {pos}" for kind in kinds or (NOBODY,)),
    )


@lru_cache(maxsize=20000)
def _of_place(tag: str, dep: str, link: str | None, mark: str | None, pos: str) -> Traits:
    return (f"tag {tag}", f"dep {dep} {pos}", f"link {link} {pos}", f"mark {mark} {pos}")


@lru_cache(maxsize=20000)
def _of_form(
    tense: str, infinitive: bool, passive: bool, modal: str | None, negated: bool, layer: str, pos: str
) -> Traits:
    return (f"form {tense} {infinitive} {passive} {pos}", f"modal {modal} {negated}", f"layer {layer} {pos}")


def _of_governor(reading: Reading, clause: Clause, rules: EventRules) -> Traits:
    """Also for which types the rules know the word of the governor."""
    if clause.under is None:
        return _under(None, None, NOBODY, clause.pos, ())
    above = reading.clauses[clause.under]
    role = next((argument.role for argument in above.arguments if argument.head == clause.head), NOBODY)
    return _under(above.predicate, above.pos, role, clause.pos, rules.types_of(above.word))


@lru_cache(maxsize=20000)
def _under(predicate: str | None, above: str | None, role: str, pos: str, kinds: tuple[str, ...]) -> Traits:
    if predicate is None:
        return (f"top {pos}",)
    return (f"under {predicate}", f"under {above} {role} {pos}", *(f"under known {kind} {pos}" for kind in kinds))


def _of_arguments(reading: Reading, clause: Clause, rules: EventRules) -> Iterator[Traits]:
    acting: set[str] = set()
    for argument in clause.arguments:
        role, head = argument.role, argument.head
        actor = reading.actor_at(head)
        yield _filled(role, _kind(reading, head, actor), clause.pos)
        lemma = reading.tokens[head].lemma
        yield _with(role, lemma, rules.types_of(lemma) if role in CLOSE else ())
        if actor is not None and actor.diplomatic:
            acting.add(role if role in DOERS else "prepositional")
    yield _acting(tuple(sorted(acting)), clause.pos)


@lru_cache(maxsize=20000)
def _filled(role: str, kind: str, pos: str) -> Traits:
    return (f"has {role} {pos}", f"filled {role} {kind} {pos}")


@lru_cache(maxsize=20000)
def _with(role: str, lemma: str, kinds: tuple[str, ...]) -> Traits:
    """The word in a role, and for which types the rules know it if it stands close."""
    return (f"with {role} {lemma}", *(f"with known {role} {kind}" for kind in kinds))


@lru_cache(maxsize=20000)
def _acting(roles: tuple[str, ...], pos: str) -> Traits:
    return (f"acting {len(roles)} {pos}", *(f"acts {role} {pos}" for role in roles))


@cache
def _around(kinds: tuple[str, ...], pos: str) -> Traits:
    return tuple(f"around {kind} {pos}" for kind in kinds or (NOBODY,))


def _kind(reading: Reading, head: int, owner: Actor | None) -> str:
    """What fills a role: the kind of its actor, its owner's, else what its words are."""
    mention = reading.mention_at.get(head)
    if mention is not None:
        return (
            "nobody known" if mention.actor is None else "place" if mention.reading == "place" else mention.actor.kind
        )
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
