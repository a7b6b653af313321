"""A sentence cut at the words that tell: pieces of text, each with the role of its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from communique.questions.answers import Told
from communique.questions.sentences import MARKED, marks
from communique.records.record import Record
from communique.records.texts import Span

Pieces = list[tuple[str, str]]


def pieces(sentence: Span, records: Iterable[Record]) -> Pieces:
    """Return the sentence as (text, role) pairs, in order; role "" where nothing is marked."""
    roles = [""] * len(sentence.text)
    found = [mark for record in records for mark in marks(record, sentence)]
    for mark in sorted(found, key=lambda m: -MARKED.index(m.role)):
        start, end = mark.start - sentence.start, mark.end - sentence.start
        roles[start:end] = [mark.role] * (end - start)
    runs = groupby(zip(sentence.text, roles, strict=True), key=lambda pair: pair[1])
    return [("".join(letter for letter, _ in run), role) for role, run in runs]


def quoted(told: Told) -> Pieces:
    """Return the sentence of a record with its telling words marked; none where no sentence is known."""
    return pieces(told.passage.sentence, [told.record]) if told.passage is not None else []
