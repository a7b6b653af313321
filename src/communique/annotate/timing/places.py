"""Where in an article its time expressions stand: sentence, tokens, characters, and whether inside quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.annotate.timing.anchors import Tree
from communique.annotate.timing.spotting import Found, composed, expressions, longest
from communique.lexicon.times import TimeLexicon
from communique.reading import Sentence, Token


@dataclass(frozen=True, slots=True)
class Place:
    """Where a time stands: tokens [first, last) of a sentence, characters [start, end) of the text."""

    sentence: Sentence
    first: int
    last: int
    start: int
    end: int


def places(
    text: str, tokens: Sequence[Token], sentence: Sentence, tree: Tree, lexicon: TimeLexicon
) -> Iterator[tuple[Found, Place]]:
    """Yield the time expressions of a sentence of `text` (plain) and their places; their days come later."""
    words = text[sentence.start : sentence.end]
    seen = expressions(words, lexicon)
    if not seen:
        return
    inside = _Inside(tokens, sentence)
    seen = [found for found in seen if tree.allows(found.pattern.guards, *inside.at(found))]
    for found in composed(longest(seen), words, lexicon):
        first, last = inside.at(found)
        yield found, Place(sentence, first, last, sentence.start + found.start, sentence.start + found.end)


class _Inside:
    """The tokens of a sentence by the character offsets of a stretch of it."""

    def __init__(self, tokens: Sequence[Token], sentence: Sentence) -> None:
        words = tokens[sentence.first : sentence.last]
        self.first = sentence.first
        self.starts = [token.start - sentence.start for token in words]
        self.ends = [token.end - sentence.start for token in words]

    def at(self, found: Found) -> tuple[int, int]:
        """Return the tokens [first, last) that the stretch touches."""
        first = min(bisect_right(self.ends, found.start), len(self.ends) - 1)
        return self.first + first, self.first + max(first + 1, bisect_left(self.starts, found.end))


class Marks:
    """Counts the quotation marks of a paragraph as its sentences are read in order, each mark once."""

    def __init__(self, text: str) -> None:
        """Begin before the first sentence of `text` (plain)."""
        self._text = text
        self._paragraph = -1
        self._at = 0
        self._open = False

    def enter(self, sentence: Sentence) -> None:
        """Move on to the beginning of `sentence`; its paragraph's quotations are open or closed there."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._open = sentence.paragraph, False
        elif self._text.count('"', self._at, sentence.start) % 2:
            self._open = not self._open
        self._at = sentence.start

    def around(self, place: Place) -> bool:
        """Return whether `place`, in the sentence entered last, stands inside quotation marks."""
        return bool((self._text.count('"', self._at, place.start) + self._open) % 2)
