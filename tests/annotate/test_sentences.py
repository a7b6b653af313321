"""Where sentences end."""

from __future__ import annotations

import pytest

from communique.annotate.parsing.sentences import split_sentences
from communique.lexicon.words import load_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks ended. No deal was reached.", ["Talks ended.", "No deal was reached."]),
        ("Gen. Ali met Mr. Bo at 3 p.m. Friday.", ["Gen. Ali met Mr. Bo at 3 p.m. Friday."]),
        ("U.S. President X and J. K. Doe met.", ["U.S. President X and J. K. Doe met."]),
        ("He left the U.S. The talks go on.", ["He left the U.S.", "The talks go on."]),
        ("“We agree.” He left.", ["“We agree.”", "He left."]),
        ('"Why now?" she asked.', ['"Why now?" she asked.']),
        ("No full stop at the end", ["No full stop at the end"]),
        ("It cost $1.5 million. Nobody paid.", ["It cost $1.5 million.", "Nobody paid."]),
        ("   ", []),
        ("First line\nsame sentence. Next", ["First line\nsame sentence.", "Next"]),
    ],
)
def test_a_text_splits_into_sentences(text: str, expected: list[str]) -> None:
    abbreviations, starters = load_words("language/en/abbreviations"), load_words("language/en/sentence_starters")
    assert [text[a:b] for a, b in split_sentences(text, abbreviations, starters)] == expected
