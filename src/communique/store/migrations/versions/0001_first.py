"""The first tables of a store."""

from __future__ import annotations

from alembic import op

from communique.store.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables, and what each database searches words with."""
    connection = op.get_bind()
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        for table in ("record_words", "article_words"):
            op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', tokenize='porter unicode61')")
        return
    op.execute("CREATE TEXT SEARCH DICTIONARY communique_stem (TEMPLATE = snowball, Language = english)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION communique (COPY = simple)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION communique ALTER MAPPING FOR asciiword, word, numword WITH communique_stem"
    )
    for table in ("record_words", "article_words"):
        op.execute(f"CREATE TABLE {table} (rowid integer PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX {table}_index ON {table} USING gin (words)")
