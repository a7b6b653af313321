"""The way between a file's own text and the text as stored, which normalisation can make shorter or longer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from communique.records import Article


class Places:
    """Offsets in code points of `text`, from which `article` was made, and those of the article's stored text."""

    def __init__(self, article: Article, text: str) -> None:
        """Take the article and the text as its file has it."""
        self.article, self.text = article, text

    def own(self, start: int, end: int) -> list[int]:
        """Return [start, end) of the stored text as a stretch of the file's own text, never cut inside a character."""
        if self._own is None:
            return [start, end]
        return [self._own[start], self._own[bisect_right(self._own, self._own[end - 1])]]

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Return [start, end) of the file's own text as the least stretch of the stored text that covers it."""
        if self._own is None:
            return start, end
        return max(bisect_right(self._own, start) - 1, 0), bisect_left(self._own, end)

    @cached_property
    def _own(self) -> Sequence[int] | None:
        """Stored offset -> own offset; None where both texts are the same."""
        if self.article.text == self.text:
            return None
        at_byte, byte = {}, 0
        for index, char in enumerate(self.text):
            at_byte[byte] = index
            byte += len(char.encode("utf-8", "surrogatepass"))
        at_byte[byte] = len(self.text)
        return [at_byte[self.article.offsets.byte_at(i)] for i in range(len(self.article.text) + 1)]
