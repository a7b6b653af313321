"""Near-duplicate articles: MinHash signatures over word shingles, bands to find candidates by, an estimate of likeness.

Method: A. Broder, "On the resemblance and containment of documents", 1997; permutations by rensa, seed fixed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from rensa import RMinHash  # type: ignore[import-untyped]

from communique.link.wording import WORD

PERMUTATIONS, SEED, SHINGLE = 128, 1961, 3
ROWS = 4
"""Values a band: texts that share 70 % of their shingles meet in one of the 32 bands 9,998 times in 10,000."""


def signature(text: str) -> tuple[int, ...]:
    """Return the signature of a text; the same words give the same signature, on every machine, in every run.

    () for a text without words: it is like nothing.
    """
    words = [word.casefold() for word in WORD.findall(text)]
    if not words:
        return ()
    last = max(len(words) - SHINGLE + 1, 1)
    shingles = dict.fromkeys(" ".join(words[at : at + SHINGLE]) for at in range(last))
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(list(shingles))
    return tuple(sketch.digest())


def bands(signature: Sequence[int]) -> tuple[str, ...]:
    """Return the words under which near-duplicates of an article are looked up: one in common makes a candidate."""
    found = []
    for number, start in enumerate(range(0, len(signature), ROWS)):
        values = ",".join(map(str, signature[start : start + ROWS]))
        found.append(f"{number:02d}:{hashlib.sha256(values.encode()).hexdigest()[:12]}")
    return tuple(found)


def alike(a: Sequence[int], b: Sequence[int]) -> float:
    """Return the estimated share of shingles that two texts have in common, 0..1."""
    if not a or len(a) != len(b):
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
