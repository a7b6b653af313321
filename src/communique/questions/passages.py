"""The sentence that shows a record: found in its article, quoted with where it was published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.errors import QuestionError
from communique.questions.answers import Passage, Told, Within
from communique.questions.sentences import leading, sentence_at, sentences
from communique.records.links import Entry
from communique.records.record import Record
from communique.records.texts import Article, Span

if TYPE_CHECKING:
    from communique.store.reading import Reader


class Papers:
    """What one answer quotes: each article is fetched once, short ids are looked up together."""

    def __init__(self, store: Reader, known_at: str | None) -> None:
        """Quote from the articles of `store` as it was at a moment (None: now)."""
        self._store, self._known_at = store, known_at
        self._articles: dict[str, Article] = {}
        self._sentences: dict[str, tuple[Span, ...]] = {}

    def article(self, id: str) -> Article:
        """Return an article of the store for quoting (text and segments); QuestionError if it is not there."""
        if id not in self._articles:
            self.fetch([id])
        if id not in self._articles:
            raise QuestionError(f"there is no article {id!r} in this store")
        return self._articles[id]

    def fetch(self, ids: Iterable[str]) -> None:
        """Get the articles that will be quoted, all at once."""
        missing = [id for id in dict.fromkeys(ids) if id not in self._articles]
        if missing:
            self._articles |= self._store.texts(missing)

    def passage(self, entry: Entry) -> Passage:
        """Return the sentence that shows a record."""
        id = entry.record.article  # article.id is worked out from the text at every call
        article = self.article(id)
        if id not in self._sentences:
            self._sentences[id] = sentences(article)
        shown = next((a for a in entry.appearances if a.published == entry.published), None)
        return Passage(
            sentence=sentence_at(article, _place(article, entry.record), self._sentences[id]),
            article=id,
            title=article.title,
            publisher=shown.publisher if shown else article.publisher,
            url=shown.url if shown else article.url,
            published=entry.published,
        )

    def short(self, entries: Iterable[Entry]) -> dict[str, str]:
        """Return record id -> short id ("eng-7f3a")."""
        return self._store.short_ids(entries)

    def told(
        self, entries: Iterable[Entry], within: dict[str, Within] | None = None, *, quoted: bool = True
    ) -> list[Told]:
        """Return entries as answers show them, in their order; `within` tells which lie only possibly in the days.

        Without `quoted` they bear no sentences: for pictures.
        """
        listed = list(entries)
        short = self.short(listed)
        if quoted:
            self.fetch(entry.record.article for entry in listed)
        return [
            Told(
                entry=entry,
                short=short[entry.record.id],
                passage=self.passage(entry) if quoted else None,
                within=(within or {}).get(entry.record.id, "certainly"),
            )
            for entry in listed
        ]


def _place(article: Article, record: Record) -> Span:
    """Return the words that best show a record; the same words in the body before those of the headline."""
    best = leading(record)
    titles = [s for s in article.segments if s.kind == "title"]
    body = [e for e in record.evidence if not any(t.start <= e.start < t.end for t in titles)]
    return next((e for e in sorted(body) if e.role == best.role), best)
