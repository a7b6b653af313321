"""Second opinions on facts: which clauses that show a fact by their grammar alone are likely none, by a trained judge.

Rules name the words that make a plan or a charge of a happening; where they know none of the words around it, a
happening counts as a fact. The judge has learned what the words are like under which it is none ("mulls *jets*",
"inches closer to *quitting*").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from communique.annotate.judging.operators import is_definite, role_of
from communique.annotate.judging.traits import placed
from communique.annotate.parsing.nlp import Model
from communique.lexicon.rules import EventRules
from communique.lexicon.weights import Weighed, Weights
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


def _traits(reading: Reading, clause: Clause, told: Sequence[Factuality]) -> Iterator[str]:
    yield from _of_itself(reading, clause, told[clause.index])
    yield from _of_children(reading, clause)
    yield from _of_governor(reading, clause, told)
    before = reading.tokens[reading.tokens[clause.head].head]
    yield f"head {before.norm if before.pos in FUNCTION else before.pos} {clause.pos}"
    if (held := _held(reading, clause)) is not None:
        yield f"held {before.norm} {reading.tokens[held].lemma}"


def _of_itself(reading: Reading, clause: Clause, told: Factuality) -> Iterator[str]:
    token = reading.tokens[clause.head]
    yield f"why {told.why} {clause.pos}"
    yield f"rules {told.status}"
    yield f"lemma {token.lemma}"
    yield f"tag {token.tag}"
    yield f"dep {token.dep}"
    yield f"link {clause.link} {clause.pos}"
    yield f"mark {clause.mark}"
    yield f"form {clause.tense} {clause.infinitive} {clause.passive} {clause.progressive} {clause.perfect}"
    yield f"layer {reading.sentences[clause.sentence].layer} {clause.pos}"
    if clause.pos == "noun":
        yield f"definite {is_definite(reading, clause)}"
    yield f"quoted {bool(reading.quotations_around(token.start))}"
    yield from (f"time {time.type}" for time in reading.times_at.get(clause.head, ()))
    yield from (f"has {argument.role}" for argument in clause.arguments)


def _of_children(reading: Reading, clause: Clause) -> Iterator[str]:
    for child in reading.children[clause.head]:
        token = reading.tokens[child]
        yield f"child {token.dep} {token.norm if token.dep in SHOWN else ''}"
        if token.dep == "prep":
            yield f"prep {token.norm} {clause.pos}"


def _of_governor(reading: Reading, clause: Clause, told: Sequence[Factuality]) -> Iterator[str]:
    if clause.under is None:
        yield "top"
        return
    above = reading.clauses[clause.under]
    role = role_of(reading, clause, above)
    yield f"role {role} {clause.pos}"
    yield f"under {above.predicate}"
    yield f"under {above.predicate} {role}"
    yield f"under pos {above.pos} {role} {clause.pos}"
    yield f"above {above.tense} {above.modal} {above.negated} {above.pos}"
    yield f"above passive {above.passive} {role}"
    yield f"above {told[above.index].status}"
    for child in reading.children[above.head]:
        token = reading.tokens[child]
        if token.dep in ABOVE:
            yield f"above child {token.dep} {token.norm}"
    if above.under is not None:
        yield f"further above {reading.clauses[above.under].predicate}"
