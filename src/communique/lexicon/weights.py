"""Trained linear models: weights that were learned from our own texts, and how they are applied.

The finder tells which clauses are happenings (`tools/train_finder.py`), the judge which of those that are told like
facts are none (`tools/train_judge.py`), the chooser to whom a happening is done that names nobody
(`tools/train_chooser.py`); the card beside the files says from what they were learned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

from communique.config import DATA
from communique.errors import LexiconError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

NOBODY = ("nobody",)
"""The traits of nobody, against whom the chooser weighs those who may be meant."""

NONE = "NONE"
"""The finder's first kind: no happening."""

Traits = tuple[str, ...]
"""Traits that a clause has together."""

Weighed = tuple[Sequence[Traits], Mapping[str, Sequence[int]]]
"""What is weighed of a clause: its traits, and by place the numbers of the words that stand there."""


@dataclass(frozen=True)
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

        rows = [list(chain.from_iterable(map(self._rows_of, traits))) for traits, _ in clauses]
        sums = self._of_rows(rows) + self._of_words([places for _, places in clauses], words)
        sums = np.exp(sums - sums.max(axis=1, keepdims=True))
        sureness: Numbers = sums / sums.sum(axis=1, keepdims=True)
        return sureness

    def choose(self, candidates: Sequence[Sequence[str]]) -> list[float]:
        """Return how sure it is that each candidate, given by its traits, is meant; what lacks to one is nobody's."""
        import numpy as np

        rows = [[row for row in map(self.traits.get, traits) if row] for traits in (NOBODY, *candidates)]
        sums = self._of_rows(rows)[:, 0]
        sums = np.exp(sums - sums.max())
        chances: list[float] = (sums[1:] / sums.sum()).tolist()
        return chances

    @cached_property
    def _rows_of(self) -> Callable[[Traits], tuple[int, ...]]:
        """Traits that come together -> the rows of those that are known."""
        return lru_cache(maxsize=50000)(lambda traits: tuple([row for row in map(self.traits.get, traits) if row]))

    def _of_rows(self, clauses: Sequence[Sequence[int]]) -> Numbers:
        """Add up what the traits of each clause weigh, given by their rows, and the bias."""
        import numpy as np

        chosen: list[int] = []
        starts: list[int] = []
        for rows in clauses:
            starts.append(len(chosen))
            chosen.append(0)  # makes room for the bias
            chosen += rows
        weights = self.rows[np.array(chosen) - 1]
        weights[starts] = self.bias
        sums: Numbers = np.add.reduceat(weights, starts, axis=0)
        return sums

    def _of_words(self, clauses: Sequence[Mapping[str, Sequence[int]]], words: Numbers) -> Numbers:
        """Add up what the words in each place of a clause weigh on average."""
        import numpy as np

        unit = words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-6)
        weights = (unit @ self.vectors).reshape(-1, len(self.kinds))  # a row for each word in each place
        column = {name: number for number, name in enumerate(self.places)}
        chosen: list[int] = []
        shares: list[float] = []
        starts: list[int] = []
        for places in clauses:
            starts.append(len(chosen))
            chosen.append(0)
            shares.append(0.0)  # of a clause without words
            for name, standing in places.items():
                if standing:
                    number = column[name]
                    chosen += [word * len(column) + number for word in standing]
                    shares += [1 / len(standing)] * len(standing)
        sums: Numbers = np.add.reduceat(weights[chosen] * np.array(shares, weights.dtype)[:, None], starts, axis=0)
        return sums


@lru_cache(maxsize=4)
def load_weights(name: Literal["finder", "judge", "chooser"]) -> Weights:
    """Load a trained model; LexiconError if the file is broken."""
    import numpy as np

    path = DATA / "models" / "en" / f"{name}.npz"
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
