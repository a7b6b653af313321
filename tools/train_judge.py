"""Train the judge of facts on our own annotated texts and on the examples of the words that decide a status.

    python tools/train_judge.py            # writes src/communique/data/models/en/judge.npz
    python tools/train_judge.py --folds 5  # writes nothing: judges by cross-validation over the groups of the texts

It learns the status of events whose clause shows a fact by its grammar alone. Where a governing word decides, the
clause is read as if that word were not known; so the judge learns from the words in the tables what those are like that
stand in none. An example of an operator (data/status/en/operators.yaml) teaches the same of each of its predicates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from linear import Case, Numbers, Plan, means, run
from training import load_lessons, read_lesson, read_text

from communique.annotate.judging.doubts import gather, is_plain
from communique.annotate.judging.factuality import find_factuality
from communique.annotate.parsing.nlp import load_model
from communique.config import DATA
from communique.evaluate.tasks import overlap
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.statuses import SAME, STATUSES, Operator, Statuses
from communique.lexicon.weights import Weighed
from communique.reading import Clause, Factuality, Reading
from communique.records.events import REAL

OUT = DATA / "models" / "en" / "judge.npz"
PLAN = Plan(
    kinds=STATUSES,
    scales={"word": 2.0, "governor": 3.0, "above": 1.5, "object": 1.0, "subject": 1.0, "adverb": 1.5},
    of_traits=3.0,
    of_vectors=1.5,
    floor=0.85,
    sure=0.85,
)
"""The threshold is by cross-validation: from .85 on four in five such facts are none, from .65 half of them."""
OF_EXAMPLES = 0.5
"""What an operator's example counts, against an event of an annotated text; those of its other predicates share as
much."""
MARKED = re.compile(r"\[(.+?)\]")


@dataclass(frozen=True, slots=True)
class Event(Case):
    """An event of an annotated text; `rules` is its status by the rules if the judge would be asked, else None."""

    rules: str | None = None


def main() -> None:
    """Train on everything, or judge by cross-validation."""
    run("Train the judge of facts.", lambda: list(of_lessons()), lambda: list(of_operators()), PLAN, OUT, tell)


def of_lessons() -> Iterator[Event]:
    """Yield the events of annotated texts that are plain facts, or would be if no operator were known."""
    for lesson in load_lessons():
        reading, places = read_lesson(lesson)
        bare = find_factuality(reading, without_operators())
        for event in lesson.events:
            clause = _clause_at(reading, *places.stored(*event["trigger_span"]))
            told = _plain(reading, bare, clause)
            if clause is not None and told is not None:
                [(traits, vectors)] = _gathered(reading, clause, told)
                asked = told[clause.index] if is_plain(reading.factuality[clause.index]) else None
                rules = asked.status if asked else None
                yield Event(lesson.group, traits, vectors, event["status"], rules=rules)


def of_operators() -> Iterator[Case]:
    """Yield the happenings in the operators' examples as if the operators were not known, for each predicate one."""
    for operator, predicates in _operators():
        for example in operator.examples if operator.gives != SAME else ():
            mark = MARKED.search(example)
            if mark is None:
                continue
            reading = read_text(MARKED.sub(r"\1", example))
            clause = _clause_at(reading, mark.start(), mark.end() - 2)
            told = _plain(reading, find_factuality(reading, without_operators()), clause)
            if clause is None or told is None:
                continue
            above = reading.clauses[clause.under].predicate if clause.under is not None else ""
            same = predicates if above in predicates else [above]
            for word, (traits, vectors) in zip(same, _gathered(reading, clause, told, same), strict=True):
                weight = OF_EXAMPLES if word == above else OF_EXAMPLES / len(same)
                yield Case(operator.id, traits, vectors, operator.gives, weight)


@cache
def without_operators() -> Statuses:
    """The statuses without the words that decide one; those that hand on their own stay ("began")."""
    known = load_lexicon().statuses
    kept = {word: tuple(o for o in many if o.gives == SAME) for word, many in known.operators.items()}
    return replace(known, operators={word: many for word, many in kept.items() if many})


def _operators() -> Iterator[tuple[Operator, Sequence[str]]]:
    """Yield each operator with its predicates."""
    found: dict[str, tuple[Operator, list[str]]] = {}
    for word, many in load_lexicon().statuses.operators.items():
        for operator in many:
            found.setdefault(operator.id, (operator, []))[1].append(word)
    yield from found.values()


def _clause_at(reading: Reading, start: int, end: int) -> Clause | None:
    """The first clause whose head stands in [start, end)."""
    heads = ((clause, reading.tokens[clause.head]) for clause in reading.clauses)
    return next((clause for clause, head in heads if overlap([head.start, head.end], [start, end])), None)


def _plain(reading: Reading, bare: Sequence[Factuality], clause: Clause | None) -> Sequence[Factuality] | None:
    """What the clauses are told as where this one is a plain fact: as the rules have it, else without its operator."""
    if clause is None or is_plain(reading.factuality[clause.index]):
        return reading.factuality
    if not is_plain(bare[clause.index]):
        return None
    told = list(reading.factuality)
    told[clause.index] = bare[clause.index]
    return told


def _gathered(
    reading: Reading, clause: Clause, told: Sequence[Factuality], instead: Sequence[str] = ("",)
) -> Iterator[tuple[tuple[str, ...], Numbers]]:
    """Yield the traits of a clause and the mean vectors of its words; once for each word that governs it instead."""
    above = reading.clauses[clause.under].predicate if clause.under is not None else ""
    for word in instead:
        clauses = list(reading.clauses)
        if word and clause.under is not None and word != above:
            clauses[clause.under] = replace(clauses[clause.under], predicate=word)
        weighed: list[Weighed]
        weighed, words = gather(reading.filled(clauses=tuple(clauses)), [clause], told, load_model())
        [vectors] = means(weighed, words, PLAN.scales)
        yield tuple(chain.from_iterable(weighed[0][0])), vectors


def tell(cases: Sequence[Event], found: Numbers) -> None:
    """Print from each sureness upwards how many false facts would be caught, how many facts lost, and how many of the
    statuses put in their place are right."""
    unreal = [number for number, kind in enumerate(PLAN.kinds) if kind not in REAL]
    asked = [(case, row) for case, row in zip(cases, found, strict=True) if case.rules is not None]
    print(f"{len(asked)} plain facts, of which none: {sum(case.kind not in REAL for case, _ in asked)}")
    print("from   caught   lost  right statuses")
    for least in (0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5):
        sure = [(case, row) for case, row in asked if row[unreal].sum() >= least]
        caught = [(case, row) for case, row in sure if case.kind not in REAL]
        right = sum(PLAN.kinds[max(unreal, key=lambda n: row[n])] == case.kind for case, row in caught)
        print(f"{least:.2f}  {len(caught):7}  {len(sure) - len(caught):5}  {right:7}")


if __name__ == "__main__":
    main()
