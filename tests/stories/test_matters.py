"""Mini-stories of evaluation/constructions/matters: each is met but for the gaps that it is marked with."""

from __future__ import annotations

import pytest
from score_matters import Matters, figures, load

STORIES = tuple(load())


def test_every_story_has_a_name_of_its_own() -> None:
    assert len({story.name for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_words_of_a_step_stand_in_their_article(story: Matters) -> None:
    for line in story.steps:
        text = story.texts[int(line.fields["a"]) - 1]
        assert all(words in text for words in line.fields["at"].split(" | "))


@pytest.mark.model
@pytest.mark.parametrize("theme", sorted({story.theme for story in STORIES}))
def test_stories_fail_in_what_they_are_marked_with_and_in_nothing_else(theme: str) -> None:
    stories = [story for story in STORIES if story.theme == theme]
    assert {story.name: story.fails for story in stories} == {story.name: story.gap for story in stories}


def test_figures_count_stories_steps_and_states() -> None:
    assert figures([]).startswith("stories met 0 of 0; steps 0 of 0")
