"""Whatever the characters, an article is refused in one line or read whole: a property over arbitrary Unicode."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import ArticleError
from communique.records import Article
from communique.sources import article_from_text
from communique.sources.plain import article_from_bytes

WORDS = st.sampled_from(
    ["By", "Anna Example", "RIGA", "(Reuters)", "-", "—", "said.", "“", "”", "\n", "\n\n", " ", "Photo:", "/", "AFP",
     "©", "2023", "May 3, 2021", "Read more:", "source:", "example.com", "[", "]", "(", ")", "FILE PHOTO", "1.", "•",
     "\u00a0", "سلام", "😀"]
)  # fmt: skip
CHARACTERS = st.text(st.characters(), max_size=300)
LIKE_ARTICLES = st.lists(WORDS, max_size=40).map("".join) | st.lists(WORDS, max_size=40).map(" ".join)


def covered(article: Article) -> str:
    """Return the text with all segments blanked out."""
    chars = list(article.text)
    for segment in article.segments:
        chars[segment.start : segment.end] = " " * (segment.end - segment.start)
    return "".join(chars)


@settings(deadline=None)  # the first text in doubt loads the language detector
@given(CHARACTERS | LIKE_ARTICLES)
def test_any_text_is_refused_in_one_line_or_read_whole(text: str) -> None:
    try:
        article = article_from_text(text)
    except ArticleError as error:
        assert "\n" not in str(error)
        return
    assert unicodedata.is_normalized("NFC", article.text)
    places = [place for segment in article.segments for place in (segment.start, segment.end)]
    assert places == sorted(places) and places[0] >= 0 and places[-1] <= len(article.text)
    assert all(segment.start < segment.end for segment in article.segments)
    assert all(article.text[s.start : s.end].strip() == article.text[s.start : s.end] for s in article.segments)
    assert not covered(article).strip()
    again = article_from_bytes(article.text.encode(), "again")
    assert (again.text, again.id, again.segments) == (article.text, article.id, article.segments)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_one_line_or_read(raw: bytes) -> None:
    try:
        article = article_from_bytes(raw, "a.txt")
    except ArticleError as error:
        assert "\n" not in str(error) and str(error).startswith("a.txt: ")
    else:
        assert article.original == raw and article.segments


@pytest.mark.parametrize(
    "text",
    [
        "“We will not sign, he said. “Never.",
        "MINISTERS MEET IN RIGA\n\nMINISTERS MET IN RIGA ON TUESDAY AND AGREED TO REOPEN THE BORDER",
        "ministers met in riga on tuesday they agreed to reopen the border nobody signed anything",
        "Talks 🤝 in Riga 🇱🇻 went well 😀 the minister said 👍🏽 and left",
        "The spokesman said \u202b\u05e9\u05dc\u05d5\u05dd\u202c and \u0633\u0644\u0627\u0645 to the guests in Riga",
        "A\tb\x0bc\x0cd of the talks",
    ],
)
def test_odd_texts_are_read_without_failing(text: str) -> None:
    article = article_from_text(text)
    assert article.text == unicodedata.normalize("NFC", text)
    assert not covered(article).strip()


@pytest.mark.parametrize(
    "piece", ["By Anna Example and ", "( / AFP via ", "A ", "RIGA, ", "© Anna ", "x. X", "\n- a", "“", "Photo: A / "]
)
def test_repetition_costs_no_time(piece: str) -> None:
    import time

    start = time.process_time()
    article_from_text(piece * 10_000, language="en")
    assert time.process_time() - start < 5
