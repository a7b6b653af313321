"""What parties say of themselves: that they did not do it is a denial, that they will not a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from communique.annotate.moods import reported
from communique.lexicon.words import load_words
from communique.reading import PRESENT_TENSES, Argument, Clause, Factuality, Reading
from communique.records.actors import same_side

_OURSELVES = frozenset({"i", "we", "us", "me"})
