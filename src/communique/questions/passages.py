"""The sentence that shows a record: found in its article, quoted with where it was published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from communique.annotate.sentences import split_sentences
from communique.lexicon.words import load_words
from communique.questions.answers import Passage, Told, Within
from communique.records.links import Entry
from communique.records.record import Record
from communique.records.texts import Article, Evidence, Span
from communique.store.reading import Reader

LEADING = ("trigger", "cue", "provision", "content")
"""The sentence of a record is the one with its first evidence in the first of these roles that it has."""


@lru_cache(maxsize=64)
def sentences(article: Article) -> tuple[Span, ...]:
    """Return the sentences of all segments, in text order."""
    abbreviations, starters = load_words("language/en/abbreviations"), load_words("language/en/sentence_starters")
    stretches = [(s.start, s.end) for s in article.segments] or [(0, len(article.text))]
    return tuple(
        article.span(begin + start, begin + end)
        for begin, stop in sorted(stretches)
        for start, end in split_sentences(article.text[begin:stop], abbreviations, starters)
    )


def sentence_at(article: Article, place: Span) -> Span:
    """Return the sentence in which `place` begins, stretched to its end where a content runs on."""
    found = sentences(article)
    first = max(0, bisect_right([s.start for s in found], place.start) - 1)
    last = max(first, bisect_right([s.start for s in found], place.end - 1) - 1)
    start, end = min(found[first].start, place.start), max(found[last].end, place.end)
    return article.span(start, end)


def leading(record: Record) -> Evidence:
    """Return the evidence that best shows the record."""
    return min(record.evidence, key=lambda e: (LEADING.index(e.role) if e.role in LEADING else len(LEADING), e.start))


class Papers:
    """What one answer quotes: each article is fetched once, short ids are looked up together."""

    def __init__(self, store: Reader, known_at: str | None) -> None:
        """Quote from the articles of `store` as it was at a moment (None: now)."""
        self._store, self._known_at = store, known_at
        self._articles: dict[str, Article] = {}

    def article(self, id: str) -> Article:
        """Return an article of the store; QuestionError if it is not there."""
        if id not in self._articles:
            self._articles[id] = self._store.article(id, self._known_at)
        return self._articles[id]

    def passage(self, entry: Entry, place: Span | None = None) -> Passage:
        """Return the sentence that shows a record (or the one around `place`)."""
        article = self.article(entry.record.article)
        shown = next((a for a in entry.appearances if a.published == entry.published), None)
        return Passage(
            sentence=sentence_at(article, place or leading(entry.record)),
            article=article.id,
            title=article.title,
            publisher=shown.publisher if shown else article.publisher,
            url=shown.url if shown else article.url,
            published=entry.published,
        )

    def short(self, entries: Iterable[Entry]) -> dict[str, str]:
        """Return record id -> short id ("eng-7f3a")."""
        return self._store.short_ids(entries)

    def told(self, entries: Iterable[Entry], within: dict[str, Within] | None = None) -> list[Told]:
        """Return entries as answers show them, in their order; `within` tells which lie only possibly in the days."""
        listed = list(entries)
        short = self.short(listed)
        return [
            Told(
                entry=entry,
                short=short[entry.record.id],
                passage=self.passage(entry),
                within=(within or {}).get(entry.record.id, "certainly"),
            )
            for entry in listed
        ]
