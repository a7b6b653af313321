"""An article -> its records: annotate, extract, put in order, check.

The rooms that read are loaded with the first article: a batch that has nothing new to read does without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.records.codec import check_spans
from communique.records.record import Record
from communique.records.texts import Article

if TYPE_CHECKING:
    from communique.reading import Reading


def make_reading(article: Article, *, lexicon_dir: Path | None = None, model: str | None = None) -> Reading:
    """Return the reading of `article`; ModelError or LexiconError when model or data files are unusable."""
    from communique.annotate.parsing.nlp import load_model
    from communique.annotate.readings import annotate
    from communique.lexicon.lexicon import load_lexicon
    from communique.lexicon.weights import load_weights

    lexicon = load_lexicon(lexicon_dir)
    return annotate(article, lexicon, load_model(model), load_weights("finder"), load_weights("judge"))


def read(
    article: Article, *, lexicon_dir: Path | None = None, model: str | None = None, all_statements: bool = False
) -> list[Record]:
    """Return the diplomatic record of one article, in text order, every span checked.

    Only records with a diplomatic actor are returned; with `all_statements` all attributed speech is. Same article,
    same version, same model and lexicon: same records and ids.
    """
    from communique.extract.records import find_records
    from communique.lexicon.lexicon import load_lexicon

    reading = make_reading(article, lexicon_dir=lexicon_dir, model=model)
    records = _numbered(find_records(reading, load_lexicon(lexicon_dir), all_statements))
    check_spans(article, records)
    return records


def _numbered(records: Iterable[Record]) -> list[Record]:
    """Sort by place in the text and tell apart records that have equal spans by an ordinal."""
    ordered: Sequence[Record] = sorted(records, key=lambda r: (min(e.start for e in r.evidence), r.kind, r.id))
    seen: dict[str, int] = {}
    numbered = []
    for record in ordered:
        ordinal = seen.get(record.id, 0)
        seen[record.id] = ordinal + 1
        numbered.append(replace(record, ordinal=ordinal) if ordinal else record)
    return numbered
