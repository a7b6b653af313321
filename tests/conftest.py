"""Fixtures that load a language model once a session; everything else in the suite runs on plain data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import settings

from communique.annotate.judging.factuality import find_factuality
from communique.annotate.parsing import nlp
from communique.annotate.parsing.clauses import find_clauses
from communique.annotate.parsing.quotations import find_quotations
from communique.annotate.parsing.repairs import repair
from communique.lexicon.statuses import load_statuses
from communique.reading import Mention, Reading
from communique.records.record import Record
from communique.records.texts import Article, Publication, Segment
from stores import server as server
from stores import stores as stores

ParseText = Callable[..., Reading]

settings.register_profile("house", deadline=None)  # a busy machine is no failure
settings.load_profile("house")


def plain_article(text: str, date: str | None = None) -> Article:
    """Return an article whose every non-blank line is a body paragraph."""
    segments: list[Segment] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            begin = start + len(line) - len(line.lstrip())
            segments.append(Segment("body", begin, begin + len(line.strip())))
        start += len(line) + 1
    published = Publication(date, date, "stated", "given") if date else None
    return Article(text=text, segments=tuple(segments), published=published)


def mention_at(reading: Reading, words: str, nth: int = 0) -> Mention:
    """Return the mention whose words are `words`, the `nth` of them (-1: the last)."""
    found = [m for m in reading.mentions if reading.span(m.first, m.last).text == words]
    assert found[nth:], f"no mention {words!r} among {[reading.span(m.first, m.last).text for m in reading.mentions]}"
    return found[nth]


@pytest.fixture(scope="session")
def parse_text() -> ParseText:
    """Return a function text -> Reading with sentences, tokens, quotations, clauses and factuality (no mentions)."""
    model = nlp.load_model()
    statuses = load_statuses()

    def parse(text: str, date: str | None = None) -> Reading:
        article = plain_article(text, date)
        quotations = find_quotations(article.text, article.segments)
        sentences, tokens = nlp.parse(article, quotations, model)
        reading = Reading(article=article, tokens=tokens, sentences=sentences, quotations=quotations)
        reading = replace(reading, tokens=repair(reading))
        reading = replace(reading, clauses=find_clauses(reading))
        return replace(reading, factuality=find_factuality(reading, statuses))

    return parse


@pytest.fixture(scope="session")
def read_text() -> ParseText:
    """Return a function text -> complete Reading, as the product makes it."""
    from communique.annotate.readings import annotate
    from communique.lexicon.lexicon import load_lexicon
    from communique.lexicon.weights import load_weights

    model, lexicon, trained = nlp.load_model(), load_lexicon(), (load_weights("finder"), load_weights("judge"))
    return lambda text, date=None: annotate(plain_article(text, date), lexicon, model, *trained)


@pytest.fixture(scope="session")
def sample_records() -> list[Record]:
    """Return the records of the bundled sample articles, article by article."""
    from communique import workflow
    from communique.cli.reading import samples

    return [record for article in samples() if isinstance(article, Article) for record in workflow.read(article)]
