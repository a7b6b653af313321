"""How the trained models learn: multinomial logistic regression over traits and word vectors, fitted by L-BFGS from
zero, so that the same data give the same file."""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from communique.lexicon.weights import Weighed, Weights

LEAST_SEEN = 2
"""Traits of fewer clauses are left out."""
ROUNDS = 60

Numbers = Any


@dataclass(frozen=True, slots=True)
class Case:
    """A clause to learn from, or to be judged by; cases of one group stand on one side of a cross-validation."""

    group: str
    traits: tuple[str, ...]
    places: Numbers
    kind: str
    weight: float = 1.0


Told = TypeVar("Told", bound=Case)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is learned: the kinds, how much the words of each place may weigh against each other, the penalties on
    squared weights of traits and of vectors, and the thresholds."""

    kinds: tuple[str, ...]
    scales: Mapping[str, float]
    of_traits: float
    of_vectors: float
    floor: float
    sure: float


def run(
    what: str,
    told: Callable[[], Sequence[Told]],
    others: Callable[[], Sequence[Case]],
    plan: Plan,
    out: Path,
    tell: Callable[[Sequence[Told], Numbers], None],
) -> None:
    """Train on everything and write `out`; with --folds, judge by cross-validation over what is `told` instead."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--folds", type=int, default=0)
    folds = parser.parse_args().folds
    lessons, beside = told(), others()
    if folds:
        tell(lessons, crossed(lessons, beside, plan, folds))
        return
    cases: list[Case] = [*lessons, *beside]
    save(train(cases, plan), out)
    print(f"{len(cases)} clauses, {Counter(case.kind for case in cases).most_common()}, {out.stat().st_size} bytes")


def means(weighed: Sequence[Weighed], words: Numbers, scales: Mapping[str, float]) -> Iterator[Numbers]:
    """Yield for each clause the mean vectors of the words in its places, scaled, side by side."""
    unit = words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-6)
    empty = np.zeros(words.shape[1], words.dtype)
    for _, places in weighed:
        found = [unit[list(places[n])].mean(axis=0) * scale if places.get(n) else empty for n, scale in scales.items()]
        yield np.concatenate(found).astype(np.float32)


def train(cases: Sequence[Case], plan: Plan) -> Weights:
    """Return the weights fitted to the cases."""
    seen = Counter(trait for case in cases for trait in set(case.traits))
    traits = {name: row for row, name in enumerate(sorted(t for t, n in seen.items() if n >= LEAST_SEEN), start=1)}
    table = Table([case.traits for case in cases], traits)
    dense = np.stack([case.places for case in cases])
    kinds = np.array([plan.kinds.index(case.kind) for case in cases])
    weights = np.array([case.weight for case in cases], np.float32)
    rows, vectors, bias = fit(table, dense, kinds, weights, plan)
    places, size = len(plan.scales), len(plan.kinds)
    scale = np.repeat(list(plan.scales.values()), dense.shape[1] // places)[:, None]
    blocks = (vectors * scale).reshape(places, -1, size).transpose(1, 0, 2)
    blocks = blocks.reshape(blocks.shape[0], -1).astype(np.float32)
    return Weights(plan.kinds, tuple(plan.scales), traits, rows, blocks, bias, plan.floor, plan.sure)


class Table:
    """Which traits each clause has: a sparse matrix of noughts and ones that can be multiplied from both sides."""

    def __init__(self, clauses: Sequence[Sequence[str]], traits: Mapping[str, int]) -> None:
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


def fit(table: Table, dense: Numbers, kinds: Numbers, weights: Numbers, plan: Plan) -> tuple[Numbers, Numbers, Numbers]:
    """Return the weights of traits, of vectors, and the bias that make the kinds likeliest under the penalties."""
    count, cut = len(plan.kinds), table.width
    total = cut + dense.shape[1] + 1
    told = np.eye(count, dtype=np.float32)[kinds]
    penalty = np.array([plan.of_traits] * cut + [plan.of_vectors] * dense.shape[1] + [0.0])[:, None]

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


def save(weights: Weights, path: Path) -> None:
    """Write trained weights in half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        kinds=np.array(" ".join(weights.kinds)),
        places=np.array(" ".join(weights.places)),
        traits=np.array("\n".join(weights.traits)),
        rows=weights.rows.astype(np.float16),
        vectors=weights.vectors.astype(np.float16),
        bias=weights.bias.astype(np.float16),
        floor=np.array(weights.floor),
        sure=np.array(weights.sure),
    )


def sureness(weights: Weights, cases: Sequence[Case], plan: Plan) -> Numbers:
    """Return how sure the weights are of each kind, one row a case."""
    size = len(plan.kinds)
    scale = np.repeat(list(plan.scales.values()), len(weights.vectors))
    tall = weights.vectors.reshape(-1, len(plan.scales), size).transpose(1, 0, 2).reshape(-1, size)
    sums = Table([case.traits for case in cases], weights.traits).times(weights.rows)
    sums = sums + (np.stack([case.places for case in cases]) / scale) @ tall + weights.bias
    sums = np.exp(sums - sums.max(axis=1, keepdims=True))
    return sums / sums.sum(axis=1, keepdims=True)


def crossed(gold: Sequence[Case], always: Sequence[Case], plan: Plan, folds: int) -> Numbers:
    """Return how sure weights are of each gold case that were trained without its group; `always` are trained on in
    each fold."""
    found = np.zeros((len(gold), len(plan.kinds)))
    for fold in range(folds):
        inside = [number for number, case in enumerate(gold) if fold_of(case.group, folds) == fold]
        rest = [case for case in gold if fold_of(case.group, folds) != fold]
        if inside:
            found[inside] = sureness(train([*rest, *always], plan), [gold[number] for number in inside], plan)
    return found


def fold_of(group: str, folds: int) -> int:
    """Return on which side of a cross-validation a group stands."""
    return int(hashlib.sha1(f"fold {group}".encode()).hexdigest(), 16) % folds
