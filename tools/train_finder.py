"""Train the finder of happenings on our own gold and on the examples of the event rules.

    python tools/train_finder.py            # writes src/communique/data/models/en/finder.npz
    python tools/train_finder.py --folds 5  # writes nothing: judges by cross-validation over the groups of the gold

A clause of the train part of evaluation/gold or of evaluation/training is of the type of the event whose trigger holds
its head, else NONE; a word marked as optional is left out. In an example of a rule the clause that the rule fits is of its type, in a
counterexample the clauses with its predicate that no rule fits are NONE; the rest of such sentences is left out. All
clauses of evaluation/everyday.yaml are NONE. The model is multinomial logistic regression, fitted by L-BFGS from zero:
the same data give the same file.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from training import load_lessons, read_lesson, read_text

from communique.annotate.guesses import gather
from communique.annotate.nlp import load_model
from communique.config import DATA
from communique.extract.matching import find_matches
from communique.lexicon.files import read_yaml
from communique.lexicon.finder import NONE, PLACES, Finder
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.rules import TYPES, EventRule
from communique.reading import Clause, Reading

EVERYDAY = Path("evaluation/everyday.yaml")
OUT = DATA / "models" / "en" / "finder.npz"
KINDS = (NONE, *sorted(set(TYPES) - {"STATE"}))
SCALES = {"word": 4.0, "object": 2.5, "subject": 1.5, "prepositional": 1.5, "governor": 2.5, "sentence": 3.0}
"""How much the words of each place may weigh, against each other."""
OF_TRAITS, OF_VECTORS = 4.0, 2.0
"""Penalties on squared weights."""
LEAST_SEEN = 2
"""Traits of fewer clauses are left out."""
OF_EXAMPLES = 0.3
"""What a clause of a rule's example counts, against one of the gold."""
OF_EVERYDAY = 2.0
"""And one of an everyday sentence: news has more of them than the gold."""
ROUNDS = 60
FLOOR, SURE = 0.5, 0.8
"""Chosen by cross-validation: from SURE on guesses are right as often as matches of the rules, below FLOOR seldom."""

Numbers = Any


@dataclass(frozen=True, slots=True)
class Case:
    """A clause to learn from, or to be judged by: `known` where a rule fits it, `trigger` the gold's event."""

    group: str
    traits: tuple[str, ...]
    places: Numbers
    kind: str
    weight: float = 1.0
    known: bool = False
    optional: bool = False
    trigger: tuple[str, int] | None = None


def main() -> None:
    """Train on everything, or judge by cross-validation."""
    parser = argparse.ArgumentParser(description="Train the finder of happenings.")
    parser.add_argument("--folds", type=int, default=0)
    folds = parser.parse_args().folds
    cases = [*of_lessons(), *of_rules(), *of_everyday(EVERYDAY)]
    if folds:
        judge(cases, folds)
        return
    OUT.parent.mkdir(parents=True, exist_ok=True)
    save(train(cases), OUT)
    print(f"{len(cases)} clauses, {Counter(case.kind for case in cases).most_common()}, {OUT.stat().st_size} bytes")


def of_lessons() -> Iterator[Case]:
    """Yield the clauses of annotated texts."""
    rules = load_lexicon().events
    for lesson in load_lessons():
        reading, places = read_lesson(lesson)
        fitted = {match.clause.index for match in find_matches(reading, rules)}
        for clause, (traits, words) in zip(reading.clauses, _gathered(reading), strict=True):
            head = reading.tokens[clause.head]
            own = places.own(head.start, head.end)
            event = lesson.event_at(own)
            yield Case(
                group=lesson.group,
                traits=tuple(traits),
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
                    yield Case(rule.id, tuple(traits), words, kind, OF_EXAMPLES)


def of_everyday(path: Path) -> Iterator[Case]:
    """Yield the clauses of sentences in which nothing happens that is looked for."""
    for entry in read_yaml(path):
        for text in entry.texts("texts"):
            reading = read_text(text)
            yield from (Case(EVERYDAY.stem, tuple(t), words, NONE, OF_EVERYDAY) for t, words in _gathered(reading))


def _kind(rule: EventRule, clause: Clause, fitted: EventRule | None, example: bool) -> str | None:
    if example:
        return {"STATE": NONE}.get(rule.type, rule.type) if fitted is rule else None
    word = clause.predicate.partition(" ")[0]
    return NONE if fitted is None and any(phrase[0] == word for phrase in rule.predicates) else None


def _gathered(reading: Reading) -> Iterator[tuple[Sequence[str], Numbers]]:
    """Yield the traits of each clause and the mean vectors of its words, side by side."""
    if not reading.clauses:
        return
    weighed, words = gather(reading, reading.clauses, load_lexicon().events, load_model())
    for traits, places in weighed:
        yield traits, _means(places, words)


def _means(places: Mapping[str, Sequence[int]], words: Numbers) -> Numbers:
    unit = words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-6)
    empty = np.zeros(words.shape[1], words.dtype)
    means = [unit[list(places[name])].mean(axis=0) * SCALES[name] if places.get(name) else empty for name in PLACES]
    return np.concatenate(means).astype(np.float32)


def train(cases: Sequence[Case]) -> Finder:
    """Return the finder fitted to the cases."""
    cases = [case for case in cases if not (case.optional and case.kind == NONE)]
    seen = Counter(trait for case in cases for trait in set(case.traits))
    traits = {name: row for row, name in enumerate(sorted(t for t, n in seen.items() if n >= LEAST_SEEN), start=1)}
    table = Table([case.traits for case in cases], traits)
    dense = np.stack([case.places for case in cases])
    kinds = np.array([KINDS.index(case.kind) for case in cases])
    weights = np.array([case.weight for case in cases], np.float32)
    rows, vectors, bias = fit(table, dense, kinds, weights)
    scale = np.repeat([SCALES[name] for name in PLACES], dense.shape[1] // len(PLACES))[:, None]
    blocks = (vectors * scale).reshape(len(PLACES), -1, len(KINDS)).transpose(1, 0, 2)
    return Finder(KINDS, traits, rows, blocks.reshape(blocks.shape[0], -1).astype(np.float32), bias, FLOOR, SURE)


class Table:
    """Which traits each clause has: a sparse matrix of noughts and ones that can be multiplied from both sides."""

    def __init__(self, clauses: Sequence[Sequence[str]], traits: dict[str, int]) -> None:
        rows = [sorted({traits[name] - 1 for name in clause if name in traits}) for clause in clauses]
        self.height, self.width = len(rows), len(traits)
        self.columns = np.array([column for row in rows for column in row])
        self.starts = np.cumsum([0, *(len(row) for row in rows)])[:-1]
        order = np.argsort(self.columns, kind="stable")
        self.turned = np.repeat(np.arange(len(rows)), [len(row) for row in rows])[order]
        self.present, self.begins = np.unique(self.columns[order], return_index=True)

    def times(self, weights: Numbers) -> Numbers:
        """Return the sums of the rows of `weights` that each clause has."""
        return np.add.reduceat(weights[self.columns], self.starts, axis=0)

    def turned_times(self, values: Numbers) -> Numbers:
        """Return for each trait the sum of the rows of `values` of the clauses that have it."""
        found = np.zeros((self.width, values.shape[1]), values.dtype)
        found[self.present] = np.add.reduceat(values[self.turned], self.begins, axis=0)
        return found


def fit(table: Table, dense: Numbers, kinds: Numbers, weights: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the weights of traits, of vectors, and the bias that make the kinds likeliest under the penalties."""
    count, cut = len(KINDS), table.width
    total = cut + dense.shape[1] + 1
    told = np.eye(count, dtype=np.float32)[kinds]
    penalty = np.array([OF_TRAITS] * cut + [OF_VECTORS] * dense.shape[1] + [0.0])[:, None]

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        wide = flat.reshape(total, count)
        now = wide.astype(np.float32)
        sums = table.times(now[:cut]) + dense @ now[cut:-1] + now[-1]
        sums -= sums.max(axis=1, keepdims=True)
        norm = np.log(np.exp(sums).sum(axis=1))
        miss = (np.exp(sums - norm[:, None]) - told) * weights[:, None]
        value = float((weights * (norm - (sums * told).sum(axis=1))).sum(dtype=np.float64))
        slope = np.concatenate([table.turned_times(miss), dense.T @ miss, miss.sum(axis=0)[None]])
        return value + 0.5 * float((penalty * wide**2).sum()), (slope + penalty * wide).ravel()

    best = descend(loss, np.zeros(total * count)).reshape(total, count)
    return best[:cut], best[cut:-1], best[-1]


def descend(loss: Callable[[Numbers], tuple[float, Numbers]], at: Numbers, memory: int = 10) -> Numbers:
    """Return where `loss` is least (L-BFGS with backtracking; Nocedal 1980), or is after ROUNDS rounds."""
    value, slope = loss(at)
    past: list[tuple[Numbers, Numbers]] = []
    for _ in range(ROUNDS):
        way, shares = slope.copy(), []
        for step, bend in reversed(past):
            shares.append(step.dot(way) / bend.dot(step))
            way -= shares[-1] * bend
        way *= past[-1][0].dot(past[-1][1]) / past[-1][1].dot(past[-1][1]) if past else 1 / np.linalg.norm(slope)
        for (step, bend), share in zip(past, reversed(shares), strict=True):
            way += step * (share - bend.dot(way) / bend.dot(step))
        size = 1.0
        while (new := loss(at - size * way))[0] > value - 1e-4 * size * slope.dot(way) and size > 1e-8:
            size /= 2
        step, bend = -size * way, new[1] - slope
        if bend.dot(step) > 1e-10:
            past = [*past, (step, bend)][-memory:]
        done = value - new[0] < 1e-5 * max(1.0, abs(value))
        at, (value, slope) = at + step, new
        if done:
            break
    return at


def save(finder: Finder, path: Path) -> None:
    """Write a finder in half precision."""
    np.savez_compressed(
        path,
        kinds=np.array(" ".join(finder.kinds)),
        traits=np.array("\n".join(finder.traits)),
        rows=finder.rows.astype(np.float16),
        vectors=finder.vectors.astype(np.float16),
        bias=finder.bias.astype(np.float16),
        floor=np.array(finder.floor),
        sure=np.array(finder.sure),
    )


def sureness(finder: Finder, cases: Sequence[Case]) -> Numbers:
    """Return how sure the finder is of each kind, one row a case."""
    scale = np.repeat([SCALES[name] for name in PLACES], len(finder.vectors))
    size = len(finder.kinds)
    tall = finder.vectors.reshape(-1, len(PLACES), size).transpose(1, 0, 2).reshape(-1, size)
    sums = Table([case.traits for case in cases], dict(finder.traits)).times(finder.rows)
    sums = sums + (np.stack([case.places for case in cases]) / scale) @ tall + finder.bias
    sums = np.exp(sums - sums.max(axis=1, keepdims=True))
    return sums / sums.sum(axis=1, keepdims=True)


def judge(cases: Sequence[Case], folds: int) -> None:
    """Print what guesses about clauses that no rule fits would add, by cross-validation."""
    gold = [case for case in cases if case.weight == 1.0]
    examples = [case for case in cases if case.weight != 1.0]
    found: list[tuple[float, Case, bool]] = []
    for fold in range(folds):
        finder = train([*(case for case in gold if _fold(case, folds) != fold), *examples])
        judged = [case for case in gold if _fold(case, folds) == fold]
        for case, row in zip(judged, sureness(finder, judged), strict=True):
            best = 1 + int(row[1:].argmax())
            found.append((float(row[best]), case, KINDS[best] == case.kind))
    tell(found)


def tell(found: Sequence[tuple[float, Case, bool]]) -> None:
    """Print precision and number of right triggers, and of right types, from each sureness upwards."""
    ruled = {case.trigger for _, case, _ in found if case.known} - {None}
    new = [g for g in found if not g[1].known and g[1].trigger not in ruled and (g[1].trigger or not g[1].optional)]
    print(f"{len(ruled)} triggers found by rules\nfrom   guesses  right triggers  right types")
    for least in (0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25):
        sure = [g for g in new if g[0] >= least]
        triggers = {case.trigger for _, case, _ in sure} - {None}
        typed = {case.trigger for _, case, right in sure if right and case.trigger}
        share = [len(some) / max(1, len(sure)) for some in (triggers, typed)]
        print(f"{least:.2f}  {len(sure):7}  {len(triggers):6} ({share[0]:.2f})  {len(typed):6} ({share[1]:.2f})")


def _fold(case: Case, folds: int) -> int:
    return int(hashlib.sha1(f"fold {case.group}".encode()).hexdigest(), 16) % folds


if __name__ == "__main__":
    main()
