"""The bundled sample articles; where a text does not say its date, the index tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.config import DATA
from communique.errors import ArticleError
from communique.lexicon.files import read_table
from communique.records import Article, Publication
from communique.sources.files import read_articles

SAMPLES = DATA / "samples"


def samples() -> Iterator[tuple[str, Article | ArticleError]]:
    """Yield the name of each sample's file with its article."""
    for row in read_table("samples/index", ["file", "date", "publisher", "title"], key="file"):
        for article in read_articles(SAMPLES / row["file"], publisher=row["publisher"]):
            if isinstance(article, Article) and (article.published is None or article.published.basis == "inferred"):
                day = Publication(row["date"], row["date"], "stated", "given by the index of the samples")
                article = replace(article, published=day)
            yield row["file"], article
