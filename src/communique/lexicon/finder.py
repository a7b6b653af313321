"""The trained finder of happenings: weights that were learned from our own gold, and how they are applied.

`tools/train_finder.py` makes the file; the card beside it says from what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from communique.config import DATA
from communique.errors import LexiconError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

PLACES = ("word", "object", "subject", "prepositional", "governor", "sentence")
"""Where the words stand whose vectors are weighed: the clause's own, those of its arguments, its governor's, all."""

NONE = "NONE"
"""The first kind: no happening."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Weights of a linear model over the traits of a clause and the vectors of the words in and around it.

    `kinds` are the types it tells apart, NONE first; `traits` maps a trait to its row in `rows`, counted from 1;
    `vectors` are the weights of PLACES side by side, for word vectors of length one; `bias` has one number a kind. From
    the sureness `sure` on a guess is as often right as a match of the rules; below `floor` it is none.
    """

    kinds: tuple[str, ...]
    traits: Mapping[str, int]
    rows: Numbers
    vectors: Numbers
    bias: Numbers
    floor: float
    sure: float

    def weigh(self, clauses: Sequence[tuple[Sequence[str], Mapping[str, Sequence[int]]]], words: Numbers) -> Numbers:
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
            for number, name in enumerate(PLACES):
                some = places.get(name, ())
                chosen += [first + word * len(PLACES) + number for word in some]
                shares += [1 / len(some)] * len(some) if some else []
        sums = np.add.reduceat(parts[chosen] * np.array(shares, parts.dtype)[:, None], starts, axis=0)
        sums = np.exp(sums - sums.max(axis=1, keepdims=True))
        sureness: Numbers = sums / sums.sum(axis=1, keepdims=True)
        return sureness


@lru_cache(maxsize=2)
def load_finder(language: str = "en") -> Finder:
    """Load the weights of `language`; LexiconError if the file is broken."""
    import numpy as np

    path = DATA / "models" / language / "finder.npz"
    try:
        with np.load(path, allow_pickle=False) as parts:
            return Finder(
                kinds=tuple(str(parts["kinds"]).split()),
                traits={name: row for row, name in enumerate(str(parts["traits"]).split("\n"), start=1)},
                rows=parts["rows"].astype(np.float32),
                vectors=parts["vectors"].astype(np.float32),
                bias=parts["bias"].astype(np.float32),
                floor=float(parts["floor"]),
                sure=float(parts["sure"]),
            )
    except (OSError, ValueError, KeyError) as error:
        raise LexiconError(path, 1, f"is no finder ({error})") from error
