"""The bundled stories, read once a session."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from communique import workflow
from stories.expected import NAMES, Story, articles, overlay
from stories.followed import Followed


def read_story(name: str) -> Story:
    """Return the articles of a story with their records; an equal text is read once."""
    found = {a.id: workflow.read(a, lexicon_dir=overlay(name)) for a in articles(name)}
    return [(article, found[article.id]) for article in articles(name)]


@pytest.fixture(scope="session")
def followed() -> Mapping[str, Followed]:
    """Return the stories by their names, each read and linked."""
    return {name: Followed(name, read_story(name)) for name in NAMES}
