"""What the trained finder takes a clause to be: a kind of happening, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from communique.annotate.judging.traits import CONTENT, kinds_around, placed, traits_of, words_of
from communique.annotate.parsing.nlp import Model
from communique.lexicon.rules import EventRules
from communique.lexicon.weights import Weighed, Weights
from communique.reading import Clause, Guess, Reading


def find_guesses(reading: Reading, finder: Weights, rules: EventRules, model: Model) -> tuple[Guess, ...]:
    """Return the guesses about clauses that may have a party, as sure as the finder's floor or surer.

    Words that name an actor or place are no happening. A model without word vectors has no guesses: the finder weighs
    meanings.
    """
    clauses = [c for c in _with_parties(reading) if c.head not in reading.mention_at]
    if not clauses or not model.has_vectors:
        return ()
    weighed, words = gather(reading, clauses, rules, model)
    rows = finder.weigh(weighed, words)[:, 1:]
    return tuple(
        Guess(clause.index, finder.kinds[kind], round(sureness, 3), sureness >= finder.sure)
        for clause, kind, sureness in zip(
            clauses, (1 + rows.argmax(axis=1)).tolist(), rows.max(axis=1).tolist(), strict=True
        )
        if sureness >= finder.floor
    )


def _with_parties(reading: Reading) -> Iterator[Clause]:
    """Yield the clauses in whose arguments, or in those of the verb above a noun, somebody is named: no others make
    events."""
    naming = [0] * (len(reading.tokens) + 1)
    for mention in reading.mentions:
        naming[mention.head + 1] += mention.actor is not None
    before = list(accumulate(naming))
    named = [any(before[a.last] > before[a.first] for a in clause.arguments) for clause in reading.clauses]
    for clause in reading.clauses:
        above = clause.under if clause.pos == "noun" or clause.mark == "for" else None
        if named[clause.index] or (above is not None and named[above]):
            yield clause


def gather(reading: Reading, clauses: Sequence[Clause], rules: EventRules, model: Model) -> tuple[list[Weighed], Any]:
    """Return what the finder weighs of each clause, and the vectors of the words of them all."""
    numbers: dict[str, int] = {}
    around = kinds_around(reading)
    contexts = {
        index: tuple(
            numbers.setdefault(token.lemma, len(numbers))
            for token in reading.words(reading.sentences[index])
            if token.pos in CONTENT
        )
        for index in sorted({clause.sentence for clause in clauses})
    }
    weighed: list[Weighed] = []
    for clause in clauses:
        places = placed(words_of(reading, clause), numbers)
        weighed.append(
            (
                traits_of(reading, clause, around.get(clause.sentence, ()), rules),
                {**places, "sentence": contexts[clause.sentence]},
            )
        )
    return weighed, model.vectors(numbers)
