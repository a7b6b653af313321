"""What a task is: how it asks, what it counts, which figures it gives and which errors it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from communique import workflow
from communique.evaluate.gold import Half, Question
from communique.evaluate.measures import Counts, Measure, Row, with_intervals
from communique.evaluate.places import Places
from communique.reading import Reading
from communique.records.texts import Segment, Span
from communique.sources import article_from_text

LINE = re.compile(r"\S[^\n]*")

Labels = Mapping[str, Any]
"""A line of gold, or of predictions: JSON data in the scorers' form."""


@dataclass(frozen=True, slots=True)
class Error:
    """One difference from the gold: its cause in a few words, and the text in which it stands."""

    cause: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """A kind of gold. `key` is the list of labels in a line of gold and of predictions.

    `predict` sees questions only; with `marked` a question carries the places of the labels. `whole`: a figure counts
    what the items have in common, so that drawing items anew would say nothing.
    """

    name: str
    key: str
    predict: Callable[[Sequence[Question]], Iterator[Labels]]
    count: Callable[[Labels, Labels], Counts]
    measure: Measure
    errors: Callable[[Labels, Labels], Iterator[Error]]
    marked: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one half, or of both together, over so many items."""

    half: Half
    items: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run gives; `errors` are of the even half only, the most frequent causes first."""

    task: str
    scores: tuple[Scores, ...]
    predictions: tuple[Labels, ...]
    errors: tuple[Error, ...] = ()


def scored_halves(
    counts: Sequence[tuple[Half, Counts]], measure: Measure, unread: bool, draws: int
) -> tuple[Scores, ...]:
    """Return the scores of all items and of each half; of the odd half alone if `unread`."""
    halves: tuple[Half, ...] = ("odd",) if unread else ("all", "even", "odd")
    scores = []
    for half in halves:
        chosen = [one for own, one in counts if half in ("all", own)]
        if chosen:
            scores.append(Scores(half, len(chosen), tuple(with_intervals(chosen, measure, draws))))
    return tuple(scores)


def most_telling(errors: Iterable[Error], most: int) -> list[Error]:
    """Return one error of each cause, the most frequent cause first, then a second one of each, up to `most`."""
    by_cause: dict[str, list[Error]] = {}
    for error in errors:
        by_cause.setdefault(error.cause, []).append(error)
    ranked = sorted(by_cause.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    turns = [(turn, rank, error) for rank, (_, group) in enumerate(ranked) for turn, error in enumerate(group)]
    return [error for *_, error in sorted(turns, key=lambda turn: turn[:2])[:most]]


def read(question: Question, *, running: bool = False) -> tuple[Reading, Places]:
    """Return the reading of a question's text and the way back to its offsets; ArticleError if it is no article.

    `running`: no headline, dateline or boilerplate is set apart.
    """
    article = article_from_text(question.text, source=question.id, date=question.dct, language="en")
    if running:
        lines = [Segment("body", line.start(), line.end()) for line in LINE.finditer(article.text)]
        article = replace(article, segments=tuple(lines))
    return workflow.make_reading(article), Places(article, question.text)


def one_by_one(
    key: str, find: Callable[[Question], Iterable[Labels]]
) -> Callable[[Sequence[Question]], Iterator[Labels]]:
    """Return a predictor that answers each question by itself with what `find` yields under `key`."""

    def predict(questions: Sequence[Question]) -> Iterator[Labels]:
        for question in questions:
            yield {"id": question.id, key: list(find(question))}

    return predict


def own_spans(places: Places, spans: Iterable[Span]) -> list[list[int]]:
    """Return spans of the stored text as offsets into the gold file's own text."""
    return [places.own(span.start, span.end) for span in spans]


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """Return how many characters two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def around(text: str, start: int, end: int, width: int = 60) -> str:
    """Return the words [start, end) in brackets with what stands around them, in one line."""
    before, after = text[max(0, start - width) : start], text[end : end + width]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
