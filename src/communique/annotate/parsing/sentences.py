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

# What the end of a line told before the text was set in one: the points of a list, whoever signed a post, a heading
# or caption without a full stop.
_ITEM = re.compile(r"""(?P<stop>[.:;])(?P<close>["”’')\]»]*)(?P<gap>\s+)(?=(?:--?|[–—*·])\s["“‘'(]?[A-Z0-9])""")
_BULLET = re.compile(r"(?<=\S)(?P<gap>\s+)(?=[•▪●■]\s)")
_LEAD = re.compile(r"(?:\s|[•▪●■](?=\s|$))*")
_POST = re.compile(r"\(@\w+\) [A-Z][a-z]+ \d{1,2}, \d{4}(?P<gap>\s+)(?=\S)")
_RUN_ON = re.compile(
    r"(?<=[A-Za-z0-9%])(?P<gap>\s+)(?=(?P<word>[A-Z][a-z]{0,20}) [a-z][\w’'-]{0,30},?(?P<low> [a-z])?)"
)
_SPOKEN = re.compile(r"""(?<=[\w%])(?P<gap>\s+)(?=["“](?P<inner>[A-Z][^"”]*),["”]\s\w)""")


def split_sentences(text: str, abbreviations: Collection[str], starters: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence of `text`, blanks at both ends and bullets left out.

    `abbreviations` are words that a full stop does not end ("mr", "gen"), in lower case without the stop; `starters`
    are words that begin a sentence even after an abbreviation made of initials ("U.S. He said") or after no stop at
    all ("Talks end early The envoy left"), in lower case.
    """
    begin = 0
    for end, start in sorted(_boundaries(text, abbreviations, starters)):
        if start > begin:
            yield from _trimmed(text, begin, end)
            begin = start
    yield from _trimmed(text, begin, len(text))


def _boundaries(text: str, abbreviations: Collection[str], starters: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the gaps between sentences, in no order."""
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, match, abbreviations, starters):
            yield match.span("gap")
    for match in _ITEM.finditer(text):
        if match["stop"] != "." or _ends_sentence(text, match, abbreviations, ()):
            yield match.span("gap")
    for pattern in (_BULLET, _POST):
        yield from (match.span("gap") for match in pattern.finditer(text))
    for match in _RUN_ON.finditer(text):
        if _runs_on(text, match, starters):
            yield match.span("gap")
    for match in _SPOKEN.finditer(text):
        stops = _BOUNDARY.finditer(match["inner"])
        if any(_ends_sentence(match["inner"], stop, abbreviations, starters) for stop in stops):
            yield match.span("gap")


def _runs_on(text: str, match: re.Match[str], starters: Collection[str]) -> bool:
    """Whether a sentence begins here though no stop ends the one before: with a word that has a capital letter nowhere
    else ("Talks end early The envoy left") but in titles ("Tales From the Crypt") and, if short, names ("Liu He")."""
    word = match["word"].lower()
    before = re.split(r"[^\w%’'-]", text[max(0, match.start() - 30) : match.start()])[-1]
    if word == "i" or word not in starters:
        return False
    named = before[:1].isupper() and not before.isupper()
    return not named or (match["low"] is not None and (len(word) > 3 or word == "the"))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    begins = _LEAD.match(stretch)
    if begins is not None and begins.end() < len(stretch):
        yield start + begins.end(), start + len(stretch.rstrip())


def _ends_sentence(text: str, match: re.Match[str], abbreviations: Collection[str], starters: Collection[str]) -> bool:
    if match["stop"] != "." or match["close"]:
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    word = before[0].lstrip("'’") if before else ""
    if _INITIAL.match(word) or _INITIAL.match(word + "."):
        following = _WORD_AFTER.match(text, match.end())
        return following is not None and following[1].lower() in starters and len(word) > 1
    return word.lower().strip(".") not in abbreviations
