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
        ("•  ", []),
        ("It has two points • a truce • talks in June", ["It has two points", "a truce", "talks in June"]),
        ("• The envoys met. ▪ They left.", ["The envoys met.", "They left."]),
        ("First line\nsame sentence. Next", ["First line\nsame sentence.", "Next"]),
    ],
)
def test_a_text_splits_into_sentences(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@pytest.mark.parametrize(
    "parts",
    [
        # points of a list, each with its mark
        ["The paper names three firms:", "- A bank in Riga lent them money.", "- Its owner left."],
        ["The bank lent them money.", "-- Aides in Oslo knew of it.", "– The court did too."],
        # headings, captions and paragraphs whose full stop was forgotten
        ["Talks end early", "The envoys left at noon."],
        ["The army saw no need to shoot them down", "The reports came a day later."],
        ["MINISTERS MEET IN OSLO", "As the talks began, snow fell."],
        ["He is seen here beside his host Anna Berg", "The host later left for Riga."],
        ["It fell by 5%", "In many towns the lights went out."],
        # posts that were copied into the text
        ["We welcome the truce.", "— Ministry of Trade (@trade) May 3, 2021", "More than 20 trucks crossed."],
        ["Glad to be here — Ann Other (@other) June 11, 2020", "“We agree,” she wrote."],
        # a quotation of several sentences whose words of speech follow it
        ["They still hold the town of Gao", "“We met an hour ago.", "They are well,” the envoy said."],
    ],
)
def test_what_a_line_break_told_is_told_without_it(parts: list[str]) -> None:
    assert _sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The bridge - A marvel of its time - was closed.",
        "He came from Gao, Mali - An old town.",
        "It was, she wrote, “Tales From the Crypt” again.",
        "She read The Guardian and The New York Times in The Hague.",
        "He and I want peace, and so do you and I now.",
        "Uranium One in three steps bought the mine.",
        "The film “Gone With the Wind” was shown.",
        "Trade envoy Liu He signed it, and so did Bo An with his own pen.",
        "He called the plan “A Bridge Too Far,” and left.",
        "The book, entitled “Mr. Berg Is No Fool,” sold well.",
        "The group (@trade) wrote on May 3, 2021 that it would go.",
    ],
)
def test_marks_and_capitals_inside_a_sentence_do_not_end_it(text: str) -> None:
    assert _sentences(text) == [text]


def _sentences(text: str) -> list[str]:
    abbreviations, starters = load_words("language/en/abbreviations"), load_words("language/en/sentence_starters")
    return [text[a:b] for a, b in split_sentences(text, abbreviations, starters)]
