"""The page of an article: its words, the records beside them, anchors for every sentence that a list links to."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from builders import article
from communique.questions import pages
from communique.records.texts import Article
from communique.records.views import View
from communique.store import Store
from communique.web.articles import heading
from web.looking import look


def test_the_text_stands_there_letter_by_letter_with_all_its_records(client: TestClient, affair: Store) -> None:
    for id in affair.article_ids():
        sheet = pages.article(affair, id, View())
        page = look(client, f"/article/{id}")
        flat = "".join(page.words.split())
        for segment in sheet.article.segments:
            assert "".join(sheet.article.text[segment.start : segment.end].split()) in flat
        assert {f"r-{told.short}" for told in sheet.told} <= set(page.ids)


def test_every_sentence_that_shows_a_record_has_an_anchor(client: TestClient, affair: Store) -> None:
    for id in affair.article_ids():
        sheet = pages.article(affair, id, View())
        ids = set(look(client, f"/article/{id}").ids)
        shown = {told.passage.sentence.start for told in sheet.told if told.passage}
        spans = {piece.start for told in sheet.told for piece in told.record.evidence}
        assert {f"s{start}" for start in shown | spans} <= ids


def test_ids_are_unique(client: TestClient, affair: Store) -> None:
    for id in affair.article_ids():
        ids = look(client, f"/article/{id}").ids
        assert len(ids) == len(set(ids))


def test_blocks_know_where_they_begin_in_code_points(client: TestClient, affair: Store) -> None:
    for id in affair.article_ids():
        text, page = affair.article(id).text, client.get(f"/article/{id}").text
        found = re.findall(r'<p data-start="(\d+)" dir="auto">(.*?)</p>', page)
        assert found
        for start, inside in found:
            assert text[int(start) :].startswith(unescape(re.sub(r"<[^>]+>", "", inside)))


def test_an_unknown_article_is_refused_in_words(client: TestClient) -> None:
    assert look(client, "/article/ffffffff", 404).words.count("ffffffff") >= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (article("Some words.\nMore.", title="A title"), "A title"),
        (article("Some words.\nMore."), "Some words."),
        (article("x" * 200), "x" * 139 + "…"),
    ],
)
def test_an_article_is_called_by_its_title_or_its_first_words(text: Article, expected: str) -> None:
    assert heading(text) == expected
