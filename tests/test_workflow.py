"""The whole way from an article to its record: spans, determinism, layers."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import workflow
from communique.cli.reading import samples
from communique.config import DATA
from communique.records import Article, check_spans, to_json
from communique.sources import read_articles
from conftest import plain_article

pytestmark = pytest.mark.model

TEXT = """Kenya's President William Ruto told a news conference in Nairobi on Friday that he wanted to meet \
his Rwandan counterpart, Paul Kagame.

“We will not take sides,” Ruto said. Kigali has denied arming the rebels, as U.N. experts alleged last week.

The African Union put forward a six-point plan that called for both sides to withdraw troops, free prisoners \
and open the border."""


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=300))
def test_every_span_of_any_text_reproduces_its_words(text: str) -> None:
    article = plain_article(text, "2023-06-03")
    check_spans(article, workflow.read(article, all_statements=True))


WORDS = [
    "Kyiv",
    "said",
    "that",
    "“",
    "”",
    '"',
    "the plan",
    "would",
    "visit",
    "Beijing",
    "denied",
    "not",
    ",",
    ".",
    "\n\n",
    "he",
    "talks",
    "\u00a0",
    "😀",
    "قال",
]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_every_span_of_broken_news_reproduces_its_words(text: str) -> None:
    article = plain_article(text, "2023-06-03")
    check_spans(article, workflow.read(article, all_statements=True))


def printed() -> str:
    """Return the records of the bundled samples and stories, one a line."""
    files = sorted((DATA / "stories").glob("*/articles.jsonl"))
    articles = [*samples(), *(article for path in files for article in read_articles(path))]
    found = [record for article in articles if isinstance(article, Article) for record in workflow.read(article)]
    return "\n".join(map(to_json, found))


def test_the_same_articles_give_the_same_bytes_under_another_hash_seed() -> None:
    here = printed()
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONIOENCODING": "utf-8",
    }
    code = "from test_workflow import printed\nprint(printed())"
    there = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert there.stdout.splitlines() == here.splitlines() and len(here.splitlines()) > 500


def test_without_a_date_relative_times_stay_open_and_say_why() -> None:
    whens = [r.when for r in workflow.read(plain_article(TEXT)) if r.when is not None and r.when.text is not None]
    assert whens and all(w.from_ is None and w.to is None and w.why for w in whens)


def test_ids_are_unique() -> None:
    ids = [record.id for record in workflow.read(plain_article(TEXT, "2023-06-03"))]
    assert len(ids) == len(set(ids))
