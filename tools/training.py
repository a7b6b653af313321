"""The annotated texts that models are trained on: the train part of our own gold, and the sentences that were written
for training only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compile_gold import GOLD, line_of, load_sources

from communique.annotate.parsing.nlp import load_model
from communique.annotate.readings import annotate
from communique.evaluate.places import Places
from communique.evaluate.tasks import overlap
from communique.lexicon.lexicon import load_lexicon
from communique.reading import Reading
from communique.sources import article_from_text

TRAIN = GOLD / "compiled" / "train" / "status.jsonl"
SENTENCES = GOLD.parent / "training" / "source"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text with its events (`trigger_span`, `type`, `status`...) and the spans that may be events or not.

    Texts of one group are about one theme, by one hand: they stand on the same side of a cross-validation.
    """

    id: str
    group: str
    text: str
    dct: str
    events: tuple[Mapping[str, Any], ...]
    optional: tuple[tuple[int, int], ...]

    def event_at(self, span: list[int]) -> Mapping[str, Any] | None:
        """Return the first event whose trigger shares a character with `span`."""
        return next((event for event in self.events if overlap(span, event["trigger_span"])), None)

    def is_optional(self, span: list[int]) -> bool:
        """Return whether `span` touches words that may be an event or not."""
        return any(overlap(span, other) for other in self.optional)


def load_lessons() -> Iterator[Lesson]:
    """Yield the texts of the gold's train part, then those of the training sentences, in the order of their ids."""
    lines = [json.loads(line) for line in TRAIN.read_text(encoding="utf-8").splitlines()]
    lines += [line_of(item, "status") for item in load_sources(SENTENCES.glob("*.yaml"))]
    for line in lines:
        yield Lesson(
            id=line["id"],
            group=re.sub(r"-\d+$", "", line["id"]),
            text=line["text"],
            dct=line["dct"],
            events=tuple(line["events"]),
            optional=tuple(map(tuple, line["optional_spans"])),
        )


def read_text(text: str, day: str | None = None) -> Reading:
    """Return the reading of a text without guesses."""
    return annotate(article_from_text(text, date=day, language="en"), load_lexicon(), load_model())


def read_lesson(lesson: Lesson) -> tuple[Reading, Places]:
    """Return the reading of a lesson's text and the way back to its offsets."""
    reading = read_text(lesson.text, lesson.dct)
    return reading, Places(reading.article, lesson.text)
