"""Articles as JSON objects: what is taken, what is set aside, and that an article survives its own printing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ArticleError
from communique.records import Article, to_data, to_json
from communique.sources import article_from_text, read_article, read_articles
from communique.sources.jsonl import article_from_line, article_from_object
from communique.sources.plain import Given

BODY = "The ministers met in Riga on Tuesday and agreed to reopen the border, a spokesman for the presidency said."
FULL = {
    "text": BODY,
    "title": "Border to reopen",
    "publisher": "example.com",
    "url": "https://example.com/1",
    "published": "2021-05-03",
    "language": "en",
}


def read(value: Any) -> Article:
    return article_from_line(json.dumps(value), "a.jsonl:1", Given())


def test_an_object_gives_its_fields() -> None:
    article = read(FULL)
    assert (article.text, article.title, article.publisher, article.url) == (BODY, *list(FULL.values())[1:4])
    assert article.published is not None and article.published.from_ == article.published.to == "2021-05-03"
    assert article.original == BODY.encode()


@pytest.mark.parametrize("missing", ["title", "publisher", "url", "published", "language"])
@pytest.mark.parametrize("empty", [None, "", "absent"])
def test_only_the_text_is_needed(missing: str, empty: str | None) -> None:
    value: dict[str, Any] = {**FULL, missing: empty}
    if empty == "absent":
        del value[missing]
    assert read(value).text == BODY


@pytest.mark.parametrize(
    ("published", "ends"),
    [
        ("2021-05-03", ("2021-05-03", "2021-05-03")),
        ("2021-05-03T09:00:00+02:00", ("2021-05-03", "2021-05-03")),
        ("2021-05-03/2021-05-05", ("2021-05-03", "2021-05-05")),
        ({"from": "2021-05-03", "to": "2021-05-05", "basis": "inferred", "why": "tests"}, ("2021-05-03", "2021-05-05")),
    ],
)
def test_publication_is_a_day_a_moment_or_an_interval(published: Any, ends: tuple[str, str]) -> None:
    found = read({**FULL, "published": published}).published
    assert found is not None and (found.from_, found.to) == ends


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "is not JSON"),
        ("[]", "a list and no object"),
        ('"text"', "a str and no object"),
        ("[" * 100_000, "is not JSON"),
        ('{"text": ' + "9" * 5000 + "}", "is not JSON"),
        ("{}", "without a string `text`"),
        ('{"text": {"start": 1}}', "without a string `text`"),
        ('{"kind": "statement", "text": "a"}', "is a statement, not an article"),
        ('{"text": "  \\n "}', "holds nothing but blanks"),
        ('{"text": "a \\u0000 b"}', "binary data"),
        ('{"text": "a \\ud83d b"}', "half a character"),
        (json.dumps({**FULL, "title": 3}), "`title` is not a string"),
        (json.dumps({**FULL, "published": 2021}), "`published` is not a date"),
        (json.dumps({**FULL, "published": "2021-02-30"}), "is not a date: day is out of range"),
        (json.dumps({**FULL, "published": {"from": "2021-05-03"}}), "`published` is not a date"),
        (json.dumps({**FULL, "segments": [{"kind": "body", "start": 5, "end": 9999}]}), "`segments` do not fit"),
        (json.dumps({**FULL, "segments": [{"kind": "sermon", "start": 0, "end": 5}]}), "`segments` do not fit"),
        (json.dumps({**FULL, "segments": "body"}), "`segments` do not fit"),
        (json.dumps({**FULL, "kind": "article", "id": "0" * 16}), "not that of article 0000000000000000"),
    ],
)  # fmt: skip
def test_a_malformed_object_is_refused_in_one_line(line: str, what: str) -> None:
    with pytest.raises(ArticleError) as caught:
        article_from_line(line, "a.jsonl:7", Given())
    assert what in str(caught.value) and "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.jsonl:7: ")


def test_an_identity_of_the_dataset_is_no_article_id() -> None:
    assert read({**FULL, "id": "row-17"}).text == BODY


PRINTED = [
    article_from_text(
        f"Border to reopen\n\nBy Anna Example\n\nRIGA, May 3, 2021 (Reuters) - {BODY}\n\nsource: example.com"
    ),
    article_from_text(BODY, date="2021-05-03/2021-05-04", publisher="Example", url="https://example.com"),
    article_from_text("Zu\u0308rich\u00a0talks \u2028“end” 😀 \u05e9\u05dc\u05d5\u05dd", language="en"),
]


@pytest.mark.parametrize("article", PRINTED)
def test_a_printed_article_comes_back_as_itself(article: Article) -> None:
    again = article_from_object(to_data(article), "a.jsonl:1")
    assert again == article
    assert again.id == article.id and to_json(again) == to_json(article)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_article_comes_back_from_its_printed_form(text: str) -> None:
    try:
        article = article_from_text(text, language="en")
    except ArticleError:
        return
    assert article_from_line(to_json(article), "a.jsonl:1", Given()) == article


def test_a_broken_line_is_set_aside_with_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(
        f"{json.dumps(FULL)}\n\n{{broken\n{json.dumps({**FULL, 'text': BODY + ' Again.'})}\n", encoding="utf-8"
    )
    first, error, last = read_articles(path)
    assert isinstance(first, Article) and isinstance(last, Article) and first.id != last.id
    assert isinstance(error, ArticleError) and error.source == f"{path}:3"


@pytest.mark.parametrize("name", ["many.jsonl", "many.txt", "many.json", "many"])
def test_jsonl_is_known_by_its_lines_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(f"\n{json.dumps(FULL)}\n", encoding="utf-8-sig")
    assert read_article(path).title == "Border to reopen"


def test_jsonl_is_known_though_its_first_line_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "many"
    path.write_text(f"{{broken\n{json.dumps(FULL)}\n", encoding="utf-8")
    error, article = read_articles(path)
    assert isinstance(error, ArticleError) and error.source == f"{path}:1"
    assert isinstance(article, Article)


@pytest.mark.parametrize("value", [[FULL], FULL, {"articles": []}])
def test_other_json_is_refused_by_name(tmp_path: Path, value: Any) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps(value, indent=2), encoding="utf-8")
    with pytest.raises(ArticleError, match="is JSON, but not one object per line"):
        read_article(path)


def test_what_is_given_wins_over_the_object(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(FULL), encoding="utf-8")
    article = read_article(path, date="2022-01-01", publisher="Other", url="https://example.org")
    assert article.published is not None and article.published.from_ == "2022-01-01"
    assert (article.publisher, article.url) == ("Other", "https://example.org")
