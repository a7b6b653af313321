"""From files to articles: text and JSONL, checked, normalised, cut into segments, dated as far as they say so."""

from communique.sources.dates import PublicationDateError, given_date
from communique.sources.files import read_article, read_articles
from communique.sources.plain import article_from_text
from communique.sources.stored import original_bytes

__all__ = [
    "PublicationDateError",
    "article_from_text",
    "given_date",
    "original_bytes",
    "read_article",
    "read_articles",
]
