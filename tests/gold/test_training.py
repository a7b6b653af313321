"""The texts that models are trained on: they compile, and share no wording with what the gold keeps apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compile_gold import Item, all_sources, load_sources
from training import SENTENCES, load_lessons


def runs(items: Iterable[Item]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for item in items:
        for sentence in item.sentences:
            words = re.findall(r"\w+", sentence.lower())
            found.update((tuple(words[i : i + 8]), item.where) for i in range(len(words) - 7))
    return found


def test_training_sentences_share_no_eight_words_with_the_gold_that_judges() -> None:
    kept = runs(item for item in load_sources(all_sources()) if item.split != "train")
    learned = runs(load_sources(SENTENCES.glob("*.yaml")))
    assert len(learned) > 5000
    assert not {learned[run] for run in kept.keys() & learned.keys()}


def test_no_id_stands_twice_and_every_trigger_is_in_its_text() -> None:
    lessons = list(load_lessons())
    assert len({lesson.id for lesson in lessons}) == len(lessons)
    for lesson in lessons:
        for event in lesson.events:
            assert lesson.text[slice(*event["trigger_span"])] == event["trigger"]


def test_training_sentences_have_events_and_optional_words_only() -> None:
    for item in load_sources(SENTENCES.glob("*.yaml")):
        assert {key for key, labels in item.labels.items() if labels} <= {"events", "optional"}, item.where


def test_a_lesson_says_which_words_tell_an_event_and_which_may() -> None:
    lesson = next(lesson for lesson in load_lessons() if lesson.events and lesson.optional)
    start, end = lesson.events[0]["trigger_span"]
    assert lesson.event_at([start, end]) == lesson.events[0]
    assert lesson.event_at([end, end]) is None
    assert lesson.is_optional(list(lesson.optional[0]))
