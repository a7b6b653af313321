"""Speech that punctuation alone attributes: "NAME: ..." in transcripts, “...” — Name, and "Name: “...”".

A photo credit or "source: example.com" never speaks: only body and title are looked at, and what follows must be a
clause or quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from communique.reading import Quotation, Reading, Sentence, Token
from communique.records.values import plain

COLON, DASHES = ":", frozenset({"—", "–", "―", "--", "-", "~"})
NAME_WORDS = 6
"""A longer stretch before a colon or after a dash is no name."""

LEAST_TURNS = 3
"""So many paragraphs of the form "NAME: ..." make a text a transcript."""


@plain(frozen=True, slots=True)
class Turn:
    """What the mark at token `mark` attributes to the name [first, last): characters [start, end)."""

    mark: int
    first: int
    last: int
    start: int
    end: int
    confidence: float


def find_turns(reading: Reading) -> list[Turn]:
    """Return the turns of speech of a reading, in text order."""
    paragraphs = [list(group) for _, group in groupby(reading.sentences, key=lambda s: (s.paragraph, s.segment))]
    colons = [turn for paragraph in paragraphs if (turn := _colon(reading, paragraph)) is not None]
    names = Counter(_name(reading, turn) for turn in colons)
    transcript = sum(count for count in names.values() if count > 1) >= LEAST_TURNS
    kept = [turn for turn in colons if transcript or _quoted_whole(reading, turn) or _is_headline(reading, turn)]
    dashes = [turn for paragraph in paragraphs if (turn := _dash(reading, paragraph)) is not None]
    return sorted([*kept, *dashes], key=lambda turn: turn.start)


def _name(reading: Reading, turn: Turn) -> str:
    return reading.span(turn.first, turn.last).text


def _words(reading: Reading, sentence: Sentence) -> list[Token]:
    return [t for t in reading.words(sentence) if t.pos != "SPACE"]


def _colon(reading: Reading, paragraph: Sequence[Sentence]) -> Turn | None:
    """ "WANG: We will answer." with nothing but the name before the colon, in the paragraph's first sentence."""
    if paragraph[0].segment not in ("body", "title"):
        return None
    words = _words(reading, paragraph[0])
    at = next((n for n, t in enumerate(words[: NAME_WORDS + 2]) if t.norm == COLON), None)
    if at is None:
        return None
    name = words[1:at] if words[0].pos == "PUNCT" else words[:at]
    name = name[1:] if len(name) > 1 and name[0].norm == "said" else name  # "Said Ellis: “...”"
    if not name or not all(_is_name_word(t) for t in name) or at + 1 >= len(words):
        return None
    return Turn(words[at].index, name[0].index, name[-1].index + 1, words[at + 1].start, paragraph[-1].end, 0.8)


def _is_name_word(token: Token) -> bool:
    return token.text[:1].isupper() or token.pos in ("ADP", "DET") or token.text in (".", "'s", "’s")


def _quoted_whole(reading: Reading, turn: Turn) -> bool:
    return any(
        q.start <= turn.start + 1 and q.end >= turn.end - 1 and not q.scare
        for q in reading.quotations
        if q.start >= turn.start
    )


def _is_headline(reading: Reading, turn: Turn) -> bool:
    """ "Egypt: The dam must not be filled": a party's name, then a clause."""
    token = reading.tokens[turn.mark]
    if reading.sentences[token.sentence].segment != "title":
        return False
    named = any(reading.tokens[i].entity in ("PERSON", "ORG", "GPE", "NORP") for i in range(turn.first, turn.last))
    rest = reading.tokens[turn.mark + 1 : reading.sentences[token.sentence].last]
    return named and any(t.pos in ("VERB", "AUX") and t.dep != "amod" for t in rest)


def _dash(reading: Reading, paragraph: Sequence[Sentence]) -> Turn | None:
    """“...” — Name, title: a quotation that fills the paragraph but for the name after a dash."""
    if paragraph[0].segment != "body":
        return None
    quotation = next((q for q in reading.quotations if abs(q.start - paragraph[0].start) <= 1 and not q.scare), None)
    if quotation is None:
        return None
    rest = [t for s in paragraph for t in reading.words(s) if t.start >= quotation.end and t.pos != "SPACE"]
    if len(rest) < 2 or rest[0].norm not in DASHES:
        return None
    name = list(_until_comma(rest[1:]))
    whole = len(rest) <= 4 * NAME_WORDS and not any(t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") for t in rest)
    if not name or len(name) > NAME_WORDS or not whole or not all(_is_name_word(t) for t in name):
        return None
    return Turn(rest[0].index, name[0].index, name[-1].index + 1, quotation.start, quotation.end, 0.85)


def _until_comma(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.norm == ",":
            return
        if token.pos != "PUNCT":
            yield token


def quotations_in(reading: Reading, turn: Turn) -> tuple[Quotation, ...]:
    """Return the quotations inside what a turn says."""
    return tuple(q for q in reading.quotations if turn.start <= q.start and q.end <= turn.end and not q.scare)
