"""The bundled stories are what their README promises: dated, of wire length, on listed facts, in varied layouts."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from communique.lexicon.files import check_overlay
from communique.lexicon.lexicon import load_lexicon
from stories.expected import BUNDLED, NAMES, STORIES, articles, lines, raw, threads

FACTS = yaml.load((STORIES / "caucasus" / "facts.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
AHEAD = {"munich", "chisinau", "yevlakh", "brussels-october", "brussels-july", "brussels-may", "prague"}
"""Facts that articles announce before they happen."""


def test_there_are_thirty_articles_and_twelve() -> None:
    assert [len(articles(name)) for name in BUNDLED] == [30, 12]


@pytest.mark.parametrize("name", NAMES)
def test_every_article_is_dated_named_and_of_wire_length(name: str) -> None:
    for article in articles(name):
        assert article.published is not None
        assert article.published.from_ == article.published.to
        assert article.title and article.publisher
        assert (article.url or "").split("/")[2].endswith(".example")
        assert 90 <= len(article.text.split()) <= 220
        assert article.language == "en"


@pytest.mark.parametrize("name", NAMES)
def test_articles_stand_in_order_of_publication(name: str) -> None:
    days = [article.published.to for article in articles(name) if article.published]
    assert days == sorted(days)


def test_layouts_differ() -> None:
    kinds = [{segment.kind for segment in a.segments} for name in NAMES for a in articles(name)]
    for kind in ("title", "byline", "dateline", "caption", "credit", "boilerplate"):
        assert any(kind in found for found in kinds), kind
    assert any("title" not in found for found in kinds)
    assert any("published" not in line for name in NAMES for line in raw(name))


def test_one_text_stands_in_two_outlets_and_one_address_has_two_texts() -> None:
    found = articles("caucasus")
    assert [n for n, c in Counter(a.id for a in found).items() if c == 2] == [found[3].id] == [found[4].id]
    assert found[3].url != found[4].url
    urls = Counter(a.url for a in found)
    assert [url for url, count in urls.items() if count == 2] == [found[18].url] == [found[19].url]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["id"]))
def test_no_article_tells_a_fact_before_its_day_but_as_a_plan(fact: dict[str, str]) -> None:
    found = articles("caucasus")
    days = [found[int(n) - 1].published for n in fact["articles"]]
    assert fact["id"] in AHEAD or all(day and fact["date"] <= day.to for day in days)


def test_every_article_on_real_people_rests_on_facts() -> None:
    assert {n for fact in FACTS for n in fact["articles"]} == {str(n) for n in range(1, 31)}


def test_the_only_quotations_are_those_listed_with_the_facts() -> None:
    quoted = {words for a in articles("caucasus") for words in a.text.split('"')[1::2]}
    listed = {words for fact in FACTS for words in fact.get("words", ())}
    assert {words.rstrip(".,").lower() for words in quoted} == listed


def test_the_invented_story_brings_a_lexicon_that_fits() -> None:
    overlay = STORIES / "kell_strait" / "lexicon"
    check_overlay(overlay)
    assert {"state/QVE", "state/QSR", "state/QON", "person/edda-marrin"} <= set(load_lexicon(overlay).actors.known)
    assert "state/QVE" not in load_lexicon(None).actors.known


def test_expectations_name_threads_that_exist_and_words_that_stand_there_once() -> None:
    ids = set(threads())
    assert all((line.story, line.thread) in ids for line in lines("never"))
    assert all((line.story, thread) in ids for line in lines("apart") for thread in line.fields["pair"])
    texts = {name: [a.text for a in articles(name)] for name in NAMES}
    places = [(line.story, line.fields["a"], line.fields["at"]) for s in ("history", "positions") for line in lines(s)]
    places += [(line.story, *line.fields[end]) for line in lines("links") for end in ("from", "to")]
    named = [(texts[story][int(a) - 1], words) for story, a, at in places for words in at.split(" | ")]
    assert [words for text, words in named if text.count(words) != 1] == []


def test_every_story_is_asked_on_at_least_six_days() -> None:
    for name in NAMES:
        assert len({line.fields["on"] for line in lines("as_of") if line.story == name}) >= 6
