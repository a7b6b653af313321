"""Quotation marks, apostrophes and line breaks do not change the record of a text."""

from __future__ import annotations

import pytest

from communique.cli.reading import samples
from communique.records import Article
from typesetting import BRITISH, BRITISH_STRAIGHT, CURLY, STRAIGHT, likeness, set_in, settings, told

SAMPLES = [article for article in samples() if isinstance(article, Article)]
SAID = "“I won’t call it a ‘deal’,” the envoys’ host said."


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (CURLY, SAID),
        (STRAIGHT, "\"I won't call it a 'deal',\" the envoys' host said."),
        (BRITISH, "‘I won’t call it a “deal”,’ the envoys’ host said."),
        (BRITISH_STRAIGHT, "'I won't call it a \"deal\",' the envoys' host said."),
    ],
)
def test_a_text_is_set_in_other_marks(marks: tuple[str, str, str, str, str], expected: str) -> None:
    assert set_in(SAID, marks) == expected


@pytest.mark.model
@pytest.mark.parametrize("article", SAMPLES, ids=lambda article: article.publisher)
def test_the_record_is_the_same_in_every_setting(article: Article) -> None:
    texts = settings(article)
    expected = told(texts.pop("curly"), article)
    assert expected
    for name, text in texts.items():
        shared, together = likeness(expected, told(text, article))
        assert shared == together, name
