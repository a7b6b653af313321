"""The bundled sample articles are there, dated, of the promised length and layouts."""

from __future__ import annotations

from datetime import date

import pytest

from communique.cli.reading import samples
from communique.lexicon.files import read_table
from communique.records import Article
from communique.sources.samples import SAMPLES

INDEX = read_table("samples/index", ["file", "date", "publisher", "title"], key="file")
ARTICLES = [article for article in samples() if isinstance(article, Article)]


def test_the_index_names_every_file_and_no_other() -> None:
    files = {path.name for path in SAMPLES.iterdir()} - {"index.csv", "README.md"}
    assert files == {row["file"] for row in INDEX}
    assert len(ARTICLES) == len(INDEX)


@pytest.mark.parametrize(
    ("row", "article"), list(zip(INDEX, ARTICLES, strict=True)), ids=[row["file"] for row in INDEX]
)
def test_a_sample_is_dated_titled_and_of_wire_length(row: dict[str, str], article: Article) -> None:
    assert article.published is not None
    assert article.published.from_ == article.published.to == row["date"]
    assert article.publisher == row["publisher"]
    assert (article.title or "").casefold() == row["title"].casefold()
    assert 250 <= len(article.text.split()) <= 600
    assert article.language == "en"


def test_layouts_differ() -> None:
    kinds = {article.publisher: {segment.kind for segment in article.segments} for article in ARTICLES}
    assert {"title", "byline", "dateline"} <= kinds["Lodestar Wire"]
    assert {"caption", "credit", "image_alt"} <= kinds["Halyard News"]
    assert "title" not in kinds["Causeway Press"]
    assert "source_line" in kinds["Turtle Bay Ledger"]


def test_a_date_that_the_text_states_is_taken_from_the_text() -> None:
    reasons = {a.publisher: a.published.why for a in ARTICLES if a.published}
    assert reasons["Lodestar Wire"].startswith("dateline")
    assert "index" in reasons["Causeway Press"]


@pytest.mark.parametrize("row", INDEX, ids=lambda row: str(row["file"]))
def test_the_facts_behind_a_sample_are_told(row: dict[str, str]) -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert f"| {row['file']} |" in readme
    day = date.fromisoformat(row["date"])
    assert f"({day.day} {day:%B %Y})" in readme
