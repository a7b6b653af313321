"""Train the finder of happenings on our own annotated texts and on the examples of the event rules.

    python tools/train_finder.py            # writes src/communique/data/models/en/finder.npz
    python tools/train_finder.py --folds 5  # writes nothing: judges by cross-validation over the groups of the texts

A clause of the train part of evaluation/gold, or of evaluation/training, is of the type of the event whose trigger
holds its head, else NONE; a word marked as optional is left out. In an example of a rule the clause that the rule fits
is of its type, in a counterexample the clauses with its predicate that no rule fits are NONE; the rest of such
sentences is left out. All clauses of evaluation/everyday.yaml are NONE.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from linear import Case, Numbers, Plan, means, run
from training import load_lessons, read_lesson, read_text

from communique.annotate.judging.guesses import gather
from communique.annotate.parsing.nlp import load_model
from communique.config import DATA
from communique.extract.matching.finding import find_matches
from communique.lexicon.files import read_yaml
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.rules import TYPES, EventRule
from communique.lexicon.weights import NONE, Traits
from communique.reading import Clause, Reading

EVERYDAY = Path("evaluation/everyday.yaml")
OUT = DATA / "models" / "en" / "finder.npz"
KINDS = (NONE, *sorted(set(TYPES) - {"STATE"}))
PLAN = Plan(
    kinds=KINDS,
    scales={"word": 4.0, "object": 2.5, "subject": 1.5, "prepositional": 1.5, "governor": 2.5, "sentence": 3.0},
    of_traits=4.0,
    of_vectors=2.0,
    floor=0.5,
    sure=0.85,
)
"""Below `floor` guesses are seldom right. From .75 on they are so as often as matches of the rules by cross-validation,
but on newspapers nobody wrote texts after in half of the cases only, from .85 on in two thirds."""
OF_EXAMPLES = 0.3
"""What a clause of a rule's example counts, against one of an annotated text."""
OF_EVERYDAY = 2.0
"""And one of an everyday sentence: news has more of them than the gold."""


@dataclass(frozen=True, slots=True)
class Told(Case):
    """A clause of an annotated text: `known` where a rule fits it, `trigger` the event that it tells."""

    known: bool = False
    optional: bool = False
    trigger: tuple[str, int] | None = None


def main() -> None:
    """Train on everything, or judge by cross-validation."""
    run(
        "Train the finder of happenings.",
        lambda: [case for case in of_lessons() if not (case.optional and case.kind == NONE)],
        lambda: [*of_rules(), *of_everyday(EVERYDAY)],
        PLAN, OUT, tell,
    )  # fmt: skip


def of_lessons() -> Iterator[Told]:
    """Yield the clauses of annotated texts."""
    rules = load_lexicon().events
    for lesson in load_lessons():
        reading, places = read_lesson(lesson)
        fitted = {match.clause.index for match in find_matches(reading, rules)}
        for clause, (traits, words) in zip(reading.clauses, _gathered(reading), strict=True):
            head = reading.tokens[clause.head]
            own = places.own(head.start, head.end)
            event = lesson.event_at(own)
            yield Told(
                group=lesson.group,
                traits=traits,
                places=words,
                kind=event["type"] if event else NONE,
                known=clause.index in fitted,
                optional=lesson.is_optional(own),
                trigger=(lesson.id, event["trigger_span"][0]) if event else None,
            )


def of_rules() -> Iterator[Case]:
    """Yield the clauses of the examples and counterexamples of the event rules whose kind is certain."""
    rules = load_lexicon().events
    for rule in rules.rules:
        for text in (*rule.examples, *rule.counterexamples):
            reading = read_text(text)
            fitted = {match.clause.index: match.rule for match in find_matches(reading, rules)}
            for clause, (traits, words) in zip(reading.clauses, _gathered(reading), strict=True):
                kind = _kind(rule, clause, fitted.get(clause.index), text in rule.examples)
                if kind:
                    yield Case(rule.id, traits, words, kind, OF_EXAMPLES)


def of_everyday(path: Path) -> Iterator[Case]:
    """Yield the clauses of sentences in which nothing happens that is looked for."""
    for entry in read_yaml(path):
        for text in entry.texts("texts"):
            reading = read_text(text)
            yield from (Case(EVERYDAY.stem, t, words, NONE, OF_EVERYDAY) for t, words in _gathered(reading))


def _kind(rule: EventRule, clause: Clause, fitted: EventRule | None, example: bool) -> str | None:
    if example:
        return {"STATE": NONE}.get(rule.type, rule.type) if fitted is rule else None
    word = clause.predicate.partition(" ")[0]
    return NONE if fitted is None and any(phrase[0] == word for phrase in rule.predicates) else None


def _gathered(reading: Reading) -> Iterator[tuple[Traits, Numbers]]:
    """Yield the traits of each clause and the mean vectors of its words, side by side."""
    if not reading.clauses:
        return
    weighed, words = gather(reading, reading.clauses, load_lexicon().events, load_model())
    for (traits, _), places in zip(weighed, means(weighed, words, PLAN.scales), strict=True):
        yield tuple(chain.from_iterable(traits)), places


def tell(cases: Sequence[Told], found: Numbers) -> None:
    """Print precision and number of right triggers, and of right types, from each sureness upwards, of the guesses
    about clauses that no rule fits."""
    ruled = {case.trigger for case in cases if case.known} - {None}
    new = []
    for case, row in zip(cases, found, strict=True):
        best = 1 + int(row[1:].argmax())
        if not case.known and case.trigger not in ruled:
            new.append((float(row[best]), case.trigger, KINDS[best] == case.kind))
    print(f"{len(ruled)} triggers found by rules\nfrom   guesses  right triggers  right types")
    for least in (0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3):
        sure = [guess for guess in new if guess[0] >= least]
        triggers = {trigger for _, trigger, _ in sure} - {None}
        typed = {trigger for _, trigger, right in sure if right} - {None}
        share = [len(some) / max(1, len(sure)) for some in (triggers, typed)]
        print(f"{least:.2f}  {len(sure):7}  {len(triggers):6} ({share[0]:.2f})  {len(typed):6} ({share[1]:.2f})")


if __name__ == "__main__":
    main()
