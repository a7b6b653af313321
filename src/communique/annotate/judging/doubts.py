"""Second opinions on facts: which clauses that show a fact by their grammar alone are likely none, by a trained judge.

Rules name the words that make a plan or a charge of a happening; where they know none of the words around it, a
happening counts as a fact. The judge has learned what the words are like under which it is none ("mulls *jets*",
"inches closer to *quitting*").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, cast

from communique.annotate.judging.operators import is_definite, role_of
from communique.annotate.judging.traits import placed
from communique.annotate.parsing.nlp import Model
from communique.lexicon.rules import EventRules
from communique.lexicon.weights import Traits, Weighed, Weights
from communique.reading import Clause, Doubt, Factuality, Reading
from communique.records.events import REAL, EventStatus

MATTERS = frozenset({"object", "attribute", "complement"})
SHOWN = frozenset({"det", "advmod", "amod", "neg", "aux", "prt", "mark", "nummod", "compound", "predet", "cc"})
"""What is weighed by its word among the words below a clause's head; of others only that they are there."""
ABOVE = frozenset({"advmod", "neg", "prt", "acomp", "attr"})
"""And of those below its governor."""
FUNCTION = frozenset({"ADP", "AUX", "PART", "SCONJ"})


def find_doubts(reading: Reading, judge: Weights, rules: EventRules, model: Model) -> tuple[Doubt, ...]:
    """Return the doubts about clauses that are facts only because their governor says nothing else that is known, as
    sure as the judge must be. A model without word vectors has none: the judge weighs meanings.

    Only clauses of which an event may be told are weighed: what becomes of the others no record says.
    """
    told = (c for c in reading.clauses if c.under is not None and _may_be_told(reading, c, rules))
    plain = [c for c in told if is_plain(reading.factuality[c.index])]
    if not plain or not model.has_vectors:
        return ()
    weighed, words = gather(reading, plain, reading.factuality, model)
    unreal = [number for number, kind in enumerate(judge.kinds) if kind not in REAL]
    found = []
    for clause, row in zip(plain, judge.weigh(weighed, words), strict=True):
        sureness = float(row[unreal].sum())
        if sureness >= judge.sure:
            status = cast(EventStatus, judge.kinds[max(unreal, key=lambda number: row[number])])
            found.append(Doubt(clause.index, status, round(sureness, 3)))
    return tuple(found)


def _may_be_told(reading: Reading, clause: Clause, rules: EventRules) -> bool:
    """Whether the rules or the finder know the word for a happening, or rules any verb with its modal, or it may be the
    verb that carries one."""
    known = clause.word in rules.by_word or clause.index in reading.guess_at or clause.modal is not None
    return known or clause.predicate in rules.classes["light"] or clause.predicate in rules.classes["occur"]


def is_plain(told: Factuality) -> bool:
    """Return whether a clause is told as a fact, and no governing word decided that."""
    return told.status in REAL and not told.scope


def gather(
    reading: Reading, clauses: Sequence[Clause], told: Sequence[Factuality], model: Model
) -> tuple[list[Weighed], Any]:
    """Return what the judge weighs of each clause, and the vectors of the words of them all; `told` runs parallel to
    the reading's clauses."""
    numbers: dict[str, int] = {}
    weighed: list[Weighed] = [
        (list(_traits(reading, clause, told)), placed(_words(reading, clause), numbers)) for clause in clauses
    ]
    return weighed, model.vectors(numbers)


def _words(reading: Reading, clause: Clause) -> Iterator[tuple[str, str]]:
    """Yield the words whose vectors are weighed, each with its place."""
    tokens = reading.tokens
    yield "word", tokens[clause.head].lemma
    yield from (
        ("adverb", tokens[c].lemma) for c in reading.children[clause.head] if tokens[c].dep in ("advmod", "amod")
    )
    for argument in clause.arguments:
        if argument.role in MATTERS or argument.role == "subject":
            yield "object" if argument.role in MATTERS else "subject", tokens[argument.head].lemma
    above = reading.clauses[clause.under] if clause.under is not None else None
    if above is not None:
        yield "governor", above.word
        yield from (("adverb", tokens[c].lemma) for c in reading.children[above.head] if tokens[c].dep == "acomp")
        if above.under is not None:
            yield "above", reading.clauses[above.under].word
    held = _held(reading, clause)
    if held is not None and (above is None or held != above.head):
        yield "governor", tokens[held].lemma


def _held(reading: Reading, clause: Clause) -> int | None:
    """The word on which the preposition before a clause's head hangs."""
    before = reading.tokens[reading.tokens[clause.head].head]
    return before.head if before.dep == "prep" and before.index != clause.head else None


def _traits(reading: Reading, clause: Clause, told: Sequence[Factuality]) -> Iterator[Traits]:
    yield from _of_itself(reading, clause, told[clause.index])
    for child in reading.dependents[clause.head]:
        yield _of_child(child.dep, child.norm, clause.pos)
    yield from _of_governor(reading, clause, told)
    before = reading.tokens[reading.tokens[clause.head].head]
    yield (f"head {before.norm if before.pos in FUNCTION else before.pos} {clause.pos}",)
    if (held := _held(reading, clause)) is not None:
        yield (f"held {before.norm} {reading.tokens[held].lemma}",)


def _of_itself(reading: Reading, clause: Clause, told: Factuality) -> Iterator[Traits]:
    token, pos = reading.tokens[clause.head], clause.pos
    yield _of_word(token.lemma, token.tag, token.dep)
    yield _of_place(pos, clause.link, clause.mark, reading.sentences[clause.sentence].layer)
    yield _of_form(clause.tense, clause.infinitive, clause.passive, clause.progressive, clause.perfect)
    definite = is_definite(reading, clause) if pos == "noun" else None
    yield _of_telling(told.why, told.status, definite, bool(reading.quotations_around(token.start)), pos)
    for time in reading.times_at.get(clause.head, ()):
        yield (f"time {time.type}",)
    for argument in clause.arguments:
        yield (f"has {argument.role}",)


@lru_cache(maxsize=20000)
def _of_word(lemma: str, tag: str, dep: str) -> Traits:
    return (f"lemma {lemma}", f"tag {tag}", f"dep {dep}")


@lru_cache(maxsize=20000)
def _of_place(pos: str, link: str | None, mark: str | None, layer: str) -> Traits:
    return (f"link {link} {pos}", f"mark {mark}", f"layer {layer} {pos}")


@cache
def _of_form(tense: str, infinitive: bool, passive: bool, progressive: bool, perfect: bool) -> Traits:
    return (f"form {tense} {infinitive} {passive} {progressive} {perfect}",)


@lru_cache(maxsize=20000)
def _of_telling(why: str, status: str, definite: bool | None, quoted: bool, pos: str) -> Traits:
    named = () if definite is None else (f"definite {definite}",)
    return (f"why {why} {pos}", f"rules {status}", *named, f"quoted {quoted}")


@lru_cache(maxsize=20000)
def _of_child(dep: str, norm: str, pos: str) -> Traits:
    shown = f"child {dep} {norm if dep in SHOWN else ''}"
    return (shown, f"prep {norm} {pos}") if dep == "prep" else (shown,)


def _of_governor(reading: Reading, clause: Clause, told: Sequence[Factuality]) -> Iterator[Traits]:
    if clause.under is None:
        yield ("top",)
        return
    above = reading.clauses[clause.under]
    role = role_of(reading, clause, above)
    yield _under(above.predicate, above.pos, role, clause.pos)
    yield _above(above.tense, above.modal, above.negated, above.pos)
    yield _above_role(above.passive, role, told[above.index].status)
    for child in reading.dependents[above.head]:
        if child.dep in ABOVE:
            yield (f"above child {child.dep} {child.norm}",)
    if above.under is not None:
        yield (f"further above {reading.clauses[above.under].predicate}",)


@lru_cache(maxsize=20000)
def _under(predicate: str, above: str, role: str | None, pos: str) -> Traits:
    return (f"role {role} {pos}", f"under {predicate}", f"under {predicate} {role}", f"under pos {above} {role} {pos}")


@cache
def _above(tense: str, modal: str | None, negated: bool, pos: str) -> Traits:
    return (f"above {tense} {modal} {negated} {pos}",)


@lru_cache(maxsize=20000)
def _above_role(passive: bool, role: str | None, status: str) -> Traits:
    return (f"above passive {passive} {role}", f"above {status}")
