"""Characters as a file spells them -> the stored text, and the way back to the file's bytes.

The stored text is NFC with newlines as "\\n"; no-break spaces, curly quotes and typing errors stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from communique.records import Article, OffsetMap
from communique.sources.decoding import Decoded

NEWLINE = re.compile(r"\r\n|[\r\u2028\u2029]")
STABLE = re.compile(r"[\x00-\x0c\x0e-\u02ff]+(?=[\x00-\u02ff]|\Z)")
"""A run of characters that normalisation leaves alone; its last one must not be followed by a combining mark."""
WIDTHS = {
    "utf-8": re.compile(r"([\x00-\x7f]+)|([\x80-\u07ff]+)|([\u0800-\uffff]+)|([\U00010000-\U0010ffff]+)"),
    "utf-16-le": re.compile(r"(?!)()|([\x00-\uffff]+)|(?!)()|([\U00010000-\U0010ffff]+)"),
    "utf-32-le": re.compile(r"(?!)()|(?!)()|(?!)()|([\x00-\U0010ffff]+)"),
}
"""Runs of characters of equal width: group number = bytes per character."""


def stored_text(decoded: Decoded) -> tuple[str, OffsetMap]:
    """Return the text to store and the map of its code points to the bytes of the original."""
    body = decoded.text.lstrip("\ufeff")
    skipped = decoded.skipped + len(decoded.text[: len(decoded.text) - len(body)].encode(decoded.encoding))
    texts, runs = [], _Runs(decoded.encoding, skipped)
    for spelled, stored in pieces(body):
        texts.append(stored)
        runs.add(spelled, stored)
    return "".join(texts), runs.offset_map()


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield (as spelled, as stored) for the smallest pieces that can be normalised one by one, in order."""
    if "\r" not in text and not NEWLINE.search(text) and unicodedata.is_normalized("NFC", text):
        yield text, text
        return
    position = 0
    while position < len(text):
        stable = STABLE.match(text, position)
        newline = None if stable else NEWLINE.match(text, position)
        end = stable.end() if stable else newline.end() if newline else _cluster_end(text, position)
        piece = text[position:end]
        yield piece, piece if stable else "\n" if newline else unicodedata.normalize("NFC", piece)
        position = end


def _cluster_end(text: str, start: int) -> int:
    """Return where the first place after `start` is across which normalisation does not reach."""
    end = start + 1
    while end < len(text):
        following = text[end]
        starter = unicodedata.combining(unicodedata.normalize("NFD", following)[0]) == 0
        if starter and (following <= "\u02ff" or not _joins(text[start:end], following)):
            break
        end += 1
    return end


def _joins(before: str, following: str) -> bool:
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", following)
    return unicodedata.normalize("NFC", before + following) != apart


class _Runs:
    """Collects runs of code points that take equally many bytes each."""

    def __init__(self, encoding: str, byte: int) -> None:
        self.encoding = encoding
        self.pattern = WIDTHS[encoding.replace("-be", "-le")]
        self.text, self.byte = 0, byte
        self.starts: list[tuple[int, int, int]] = []

    def add(self, spelled: str, stored: str) -> None:
        if spelled == stored:
            for run in self.pattern.finditer(spelled):
                self._extend(len(run.group()), run.lastindex or 1)
        else:
            size = len(spelled.encode(self.encoding, "surrogatepass"))
            self._extend(len(stored), size if len(stored) == 1 else 0)
            self.byte += 0 if len(stored) == 1 else size

    def _extend(self, count: int, width: int) -> None:
        if not self.starts or not self._continues(width):
            self.starts.append((self.text, self.byte, width))
        self.text += count
        self.byte += count * width

    def _continues(self, width: int) -> bool:
        text, byte, last = self.starts[-1]
        return last == width and byte + (self.text - text) * width == self.byte

    def offset_map(self) -> OffsetMap:
        runs = (
            self.starts
            if self.starts and self._continues(self.starts[-1][2])
            else [*self.starts, (self.text, self.byte, 1)]
        )
        texts, starts, widths = zip(*runs, strict=True)
        return OffsetMap(texts, starts, widths)


def original_bytes(article: Article, start: int, end: int) -> bytes:
    """Return the bytes of the original file that spell `article.text[start:end]`.

    Characters that were normalised together are returned together: their bytes cannot be told apart.
    """
    first, last = article.offsets.byte_at(start), article.offsets.byte_at(end)
    inside = any(
        width == 0 and a < end < b
        for (a, b), width in zip(pairwise(_run_ends(article)), article.offsets.widths, strict=True)
    )
    if inside:
        last = next(byte for byte in article.offsets.byte_starts if byte > last)
    return article.original[first:last]


def _run_ends(article: Article) -> tuple[int, ...]:
    return (*article.offsets.text_starts, len(article.text) + 1)
