"""Articles in, records out: annotate, then extract, then the checks that nothing passes unchecked."""

from __future__ import annotations

from pathlib import Path

from communique.annotate.annotate import annotate
from communique.extract.extract import extract
from communique.lexicon.lexicon import load_lexicon
from communique.records import Article, Record, check_spans

__all__ = ["load_lexicon", "read"]


def read(
    article: Article, *, lexicon_dir: Path | None = None, model: str | None = None, all_statements: bool = False
) -> list[Record]:
    """Return the diplomatic record of one article, in text order; the model is loaded at the first call.

    `lexicon_dir` lays data files over the built-in ones (LexiconError if one is malformed); `model` names a spaCy package or path
    (ModelError if it is missing); `all_statements` keeps speech without diplomatic actors. RecordError if a rule made a record
    whose span does not reproduce its text.
    """
    lexicon = load_lexicon(lexicon_dir)
    records = extract(annotate(article, lexicon, model), lexicon, all_statements=all_statements)
    check_spans(article, records)
    return records
