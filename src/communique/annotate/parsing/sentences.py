"""Splits a segment into sentences, before and independent of any parser.

The same sentence is then parsed alone, so that a text wrapped at 72 columns, in one line or in paragraphs reads alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

# A full stop, question or exclamation mark (closing quotes and brackets may follow), a blank, then something that
# starts a sentence.
_BOUNDARY = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>["”’')\]»]*)(?P<gap>\s+)(?=(?P<next>["“‘'(\[«]*[A-Z0-9À-ÞΑ-ЯÀ-ɏ"“]))"""
)
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")
_WORD_AFTER = re.compile(r"""["“‘'(\[]*(\w+)""")
_INITIAL = re.compile(r"^(?:[A-Z]\.)+$|^[A-Z]$")


def split_sentences(text: str, abbreviations: Collection[str], starters: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text`, blanks at both ends left out.

    `abbreviations` are words that a full stop does not end ("mr", "gen"), in lower case without the stop; `starters`
    are words that begin a sentence even after an abbreviation made of initials ("U.S. He said"), in lower case.
    """
    begin = 0
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, match, abbreviations, starters):
            yield from _trimmed(text, begin, match.start("gap"))
            begin = match.end("gap")
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    if stretch.strip():
        yield start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def _ends_sentence(text: str, match: re.Match[str], abbreviations: Collection[str], starters: Collection[str]) -> bool:
    if match["stop"] != "." or match["close"]:
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before[0].lstrip("'’") if before else ""
    if _INITIAL.match(word) or _INITIAL.match(word + "."):
        following = _WORD_AFTER.match(text, match.end())
        return following is not None and following[1].lower() in starters and len(word) > 1
    return word.lower().strip(".") not in abbreviations
