"""Trained linear models: weights that were learned from our own texts, and how they are applied.

The finder tells which clauses are happenings (`tools/train_finder.py`), the judge which of those that are told like
facts are none (`tools/train_judge.py`); the card beside the files says from what they were learned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from communique.config import DATA
from communique.errors import LexiconError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

NONE = "NONE"
"""The finder's first kind: no happening."""

Weighed = tuple[Sequence[str], Mapping[str, Sequence[int]]]
"""What is weighed of a clause: its traits, and by place the numbers of the words that stand there."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a linear model over the traits of a clause and the vectors of the words in and around it.

    `kinds` are what it tells apart; `places` where the words stand whose vectors are weighed; `traits` maps a trait to
    its row in `rows`, counted from 1; `vectors` are the weights of the places side by side, for word vectors of length
    one; `bias` has one number a kind. From the sureness `sure` on what it says counts; below `floor` it says nothing.
    """

    kinds: tuple[str, ...]
    places: tuple[str, ...]
    traits: Mapping[str, int]
    rows: Numbers
    vectors: Numbers
    bias: Numbers
    floor: float
    sure: float

    def weigh(self, clauses: Sequence[Weighed], words: Numbers) -> Numbers:
        """Return one row of sureness by kind for each clause: its traits, and the rows of `words` in each place."""
        import numpy as np

        size = len(self.kinds)
        unit = words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-6)
        parts = np.concatenate([self.bias[None], self.rows, (unit @ self.vectors).reshape(-1, size)])
        first = 1 + len(self.rows)  # bias, traits, words
        chosen: list[int] = []
        shares: list[float] = []
        starts: list[int] = []
        for traits, places in clauses:
            starts.append(len(chosen))
            chosen.append(0)
            chosen += [row for trait in traits if (row := self.traits.get(trait, 0))]
            shares += [1.0] * (len(chosen) - len(shares))
            for number, name in enumerate(self.places):
                some = places.get(name, ())
                chosen += [first + word * len(self.places) + number for word in some]
                shares += [1 / len(some)] * len(some) if some else []
        sums = np.add.reduceat(parts[chosen] * np.array(shares, parts.dtype)[:, None], starts, axis=0)
        sums = np.exp(sums - sums.max(axis=1, keepdims=True))
        sureness: Numbers = sums / sums.sum(axis=1, keepdims=True)
        return sureness


@lru_cache(maxsize=4)
def load_weights(name: Literal["finder", "judge"], language: str = "en") -> Weights:
    """Load a trained model of `language`; LexiconError if the file is broken."""
    import numpy as np

    path = DATA / "models" / language / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as parts:
            return Weights(
                kinds=tuple(str(parts["kinds"]).split()),
                places=tuple(str(parts["places"]).split()),
                traits={name: row for row, name in enumerate(str(parts["traits"]).split("\n"), start=1)},
                rows=parts["rows"].astype(np.float32),
                vectors=parts["vectors"].astype(np.float32),
                bias=parts["bias"].astype(np.float32),
                floor=float(parts["floor"]),
                sure=float(parts["sure"]),
            )
    except (OSError, ValueError, KeyError) as error:
        raise LexiconError(path, 1, f"is no trained model ({error})") from error
