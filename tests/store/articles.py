"""Articles and records for the tests of the store; the outlets are invented."""

from __future__ import annotations

from typing import Any

from builders import actor, allegation, article, day, engagement, statement
from communique.records import Article, Engagement, Record
from communique.records.links import Entry
from communique.records.views import Run
from communique.store import Store

AT = "2026-01-01T08:00:00Z"
RUN = Run(version="1", model="model", lexicon="abc")


def talks_article(published: str | None = "2025-05-12", url: str | None = "https://gulf.example/1") -> Article:
    """Return an article with three records in it; see `talks_records`."""
    text = (
        "Oman hosted Iran and the United States for talks on Sunday. "
        'Iran\'s envoy said the round was "useful". The United States accused Iran of delaying inspections.'
    )
    return article(text, published=published, publisher="Gulf Courier", url=url, title="Talks in Oman")


def talks_records(text: Article, status: str = "held") -> list[Record]:
    """Return an engagement, a statement and an allegation."""
    iran, usa = actor(text, "Iran", "state/IRN"), actor(text, "the United States", "state/USA")
    envoy = actor(text, "Iran's envoy", "mention/irans-envoy", kind="person", iso3="IRN")
    when = day("2025-05-11")
    return [
        engagement(text, "talks", type="talks", status=status, participants=[iran, usa], when=when),
        statement(text, envoy, "said", 'the round was "useful"', quotes=["useful"]),
        allegation(
            text,
            "accused",
            "delaying inspections",
            accusers=[actor(text, "The United States", "state/USA")],
            accused=[actor(text, "Iran", "state/IRN", nth=2)],
        ),
    ]


def meeting_article(
    place: str, published: str | None, *, publisher: str = "Northern Wire", url: str | None = None
) -> Article:
    """Return an article with one meeting in it."""
    return article(
        f"The ministers of Norway and Finland met in {place}.", published=published, publisher=publisher, url=url
    )


def meeting(text: Article, **fields: Any) -> Engagement:
    """Return the meeting of `meeting_article`."""
    parties = [actor(text, "Norway", "state/NOR"), actor(text, "Finland", "state/FIN")]
    return engagement(text, "met", participants=parties, **fields)


def add(store: Store, text: Article, records: list[Record], at: str = AT, run: Run = RUN) -> list[Entry]:
    """Add an article with its records in one transaction; return these as they are kept."""
    with store.writing(at, held=kind_of) as writer:
        writer.put_article(text)
        writer.put_records(text.id, records, run)
        return writer.of_articles([text.id])


def kind_of(record: Record) -> tuple[str, ...]:
    """Return the kind of a record as its only block key."""
    return (record.kind,)
