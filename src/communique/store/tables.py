"""The tables of a store. docs/store.md tells what each is for; 0007-store.md why there are no others.

A row that can change has `recorded_from` and `recorded_to` (UTC moments, null = live): it is closed, never overwritten.
Days and moments are ISO text, so that they sort in any tool. In PostgreSQL text sorts by code point, as in SQLite.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TextClause,
    false,
    func,
    text,
)

metadata = MetaData()

NAME = String().with_variant(Text(collation="C"), "postgresql")
"""Ids, days, moments, closed words: compared and sorted."""

_live = text("recorded_to IS NULL")


def _when_recorded() -> tuple[Column[str], Column[str]]:
    return Column("recorded_from", NAME, nullable=False), Column("recorded_to", NAME)


def _only_one(name: str, column: str, where: TextClause = _live) -> Index:
    """Return the rule that at most one live row has this value."""
    return Index(name, column, unique=True, sqlite_where=where, postgresql_where=where)


def _partial(name: str, *columns: str, where: str) -> Index:
    """Return an index of the few rows that matter to a question."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


moments = Table("moments", metadata, Column("at", NAME, primary_key=True))

runs = Table(
    "runs",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("version", NAME, nullable=False),
    Column("model", NAME, nullable=False),
    Column("lexicon", NAME, nullable=False),
    Index("one_run", "version", "model", "lexicon", unique=True),
)

articles = Table(
    "articles",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", NAME, nullable=False, unique=True),
    Column("title", Text),
    Column("language", NAME, nullable=False),
    Column("text", Text, nullable=False),
    Column("segments", Text, nullable=False),
    Column("original", LargeBinary, nullable=False),
    Column("offsets", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("added_at", NAME, nullable=False),
)

bands = Table(
    "bands",
    metadata,
    Column("band", NAME, primary_key=True),
    Column("article", NAME, ForeignKey("articles.id"), primary_key=True),
    sqlite_with_rowid=False,
)

clusters = Table(
    "clusters",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", NAME, ForeignKey("articles.id"), nullable=False),
    Column("cluster", NAME, nullable=False),
    *_when_recorded(),
    _only_one("one_cluster", "article"),
    Index("clusters_by_cluster", "cluster"),
)

appearances = Table(
    "appearances",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", NAME, ForeignKey("articles.id"), nullable=False),
    Column("publisher", NAME),
    Column("url", NAME),
    Column("published_from", NAME),
    Column("published_to", NAME),
    Column("basis", NAME),
    Column("why", Text),
    *_when_recorded(),
    Index("appearances_by_article", "article"),
    Index("appearances_by_url", "url"),
    Index("appearances_by_publisher", "publisher"),
    Index("appearances_by_moment", "recorded_from"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("article", NAME, ForeignKey("articles.id"), nullable=False),
    Column("run", Integer, ForeignKey("runs.pk"), nullable=False),
    *_when_recorded(),
    _only_one("one_extraction", "article"),
)

records = Table(
    "records",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", NAME, nullable=False),
    Column("article", NAME, ForeignKey("articles.id"), nullable=False),
    Column("extraction", Integer, ForeignKey("extractions.pk")),
    Column("kind", NAME, nullable=False),
    Column("type", NAME),
    Column("status", NAME),
    Column("layer", NAME, nullable=False),
    Column("diplomatic", Boolean, nullable=False),
    Column("quoted", Boolean, nullable=False, server_default=false()),
    Column("confidence", Float(53), nullable=False),
    Column("rule", NAME, nullable=False),
    Column("when_from", NAME),
    Column("when_to", NAME),
    Column("lasting", Integer),
    Column("reported_from", NAME),
    Column("reported", NAME, nullable=False),
    Column("until", NAME),
    Column("payload", Text, nullable=False),
    Column("by", NAME, nullable=False),
    Column("machine", Boolean, nullable=False),
    *_when_recorded(),
    Column("extracted_to", NAME),
    CheckConstraint("recorded_to IS NULL OR recorded_from <= recorded_to", name="closed_after_opened"),
    _only_one("one_record", "id"),
    _only_one("one_reading", "id", where=text("machine AND extracted_to IS NULL")),
    Index("records_by_id", "id"),
    Index("records_in_order", "reported", "article", "id"),
    Index("records_by_kind", "kind", "reported", "article", "id"),
    Index("records_by_article", "article"),
    Index("records_by_opening", "recorded_from", "recorded_to", "confidence", "kind", "reported", "article", "id"),
    _partial("records_by_closing", "recorded_to", where="recorded_to IS NOT NULL"),
    _partial("records_uncertain", "reported_from", "reported", where="reported_from <> reported"),
)

TIME = func.coalesce(records.c.when_from, records.c.when_to)
"""The day at which a record stands in a timeline."""
Index("records_in_time", records.c.lasting, TIME, records.c.reported, records.c.article, records.c.id)

participants = Table(
    "participants",
    metadata,
    Column("record", Integer, ForeignKey("records.pk"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", NAME, nullable=False),
    Column("actor", NAME, nullable=False),
    Column("name", NAME, nullable=False),
    Column("iso3", NAME),
    Column("kind", NAME, nullable=False),
    Column("reported", NAME, nullable=False),
    Index("participants_by_actor", "actor", "reported", "kind", "record"),
    Index("participants_by_state", "iso3", "reported", "kind", "record"),
    sqlite_with_rowid=False,
)

evidence = Table(
    "evidence",
    metadata,
    Column("record", Integer, ForeignKey("records.pk"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", NAME, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

keys = Table(
    "keys",
    metadata,
    Column("key", NAME, primary_key=True),
    Column("reported", NAME, primary_key=True),
    Column("record", Integer, ForeignKey("records.pk"), primary_key=True),
    sqlite_with_rowid=False,
)

heads = Table(
    "heads",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("record", NAME, nullable=False),
    Column("head", NAME, nullable=False),
    *_when_recorded(),
    _only_one("one_head", "record"),
    Index("heads_by_record", "record"),
    Index("heads_by_head", "head"),
)

links = Table(
    "links",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("relation", NAME, nullable=False),
    Column("a", NAME, nullable=False),
    Column("b", NAME, nullable=False),
    Column("score", Float(53), nullable=False),
    Column("why", Text, nullable=False),
    Column("by", NAME, nullable=False),
    *_when_recorded(),
    Index("links_by_a", "a"),
    Index("links_by_b", "b"),
)

parties = Table(
    "parties",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("head", NAME, nullable=False),
    Column("party", NAME, nullable=False),
    *_when_recorded(),
    Index("parties_by_head", "head", "party"),
    Index("parties_by_party", "party", "head"),
)

states = Table(
    "states",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("head", NAME, nullable=False),
    Column("of", NAME, nullable=False),
    Column("type", NAME, nullable=False),
    Column("from_day", NAME, nullable=False),
    Column("to_day", NAME),
    Column("status", NAME, nullable=False),
    Column("since", NAME),
    Column("window_to", NAME),
    Column("contested", Boolean, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    *_when_recorded(),
    Index("states_by_head", "head"),
    Index("states_by_day", "of", "from_day", "head"),
    Index("states_by_status", "of", "status", "from_day", "head"),
    Index(
        "states_contested",
        "of",
        "from_day",
        "head",
        sqlite_where=text("contested = 1"),
        postgresql_where=text("contested"),
    ),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("who", NAME, nullable=False),
    Column("at", NAME, nullable=False),
    Column("verb", NAME, nullable=False),
    Column("article", NAME, nullable=False),
    Column("record", NAME, nullable=False),
    Column("target", Text, nullable=False),
    Column("other", Text),
    Column("before", Text),
    Column("after", Text),
    Column("reason", Text, nullable=False),
    Column("withdrawn", NAME),
    Index("decisions_by_record", "record"),
)
