"""The page of an article: its text with the words of records marked, the records beside it, captions apart."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.decide.changing import WORDS
from communique.questions import pages
from communique.questions.sentences import MARKED, leading
from communique.records.texts import Article
from communique.web.desks import desk
from communique.web.downloads import file
from communique.web.marked import marked
from communique.web.refusals import Route, takes
from communique.web.rendering import render

router = APIRouter(route_class=Route, default_response_class=Response, include_in_schema=False)


@router.get("/article/{id}")
@takes("format")
def article(request: Request, id: str) -> Response:
    """An article with all records read from it; words that were missed can be selected and recorded."""
    asked = desk(request)
    sheet = pages.article(asked.store, id, asked.view)
    blocks = marked(sheet.article, sheet.told)
    return file(asked, f"article-{sheet.article.id}", sheet) or render(
        asked,
        "article.html",
        sheet=sheet,
        blocks=blocks,
        heading=heading(sheet.article),
        kinds=tuple(WORDS),
        roles=MARKED,
        place=lambda record: leading(record).start,
    )


def heading(article: Article) -> str:
    """Return what an article is called: its title, else its first words."""
    first = article.title or article.text.strip().partition("\n")[0]
    return first if len(first) <= 140 else first[:139].rstrip() + "…"
