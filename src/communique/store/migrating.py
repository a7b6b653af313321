"""Brings the tables of a store to this version, by Alembic, from inside the package: a wheel needs no other files."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from communique.store.scholars import views

FOLDER = Path(__file__).parent / "migrations"
VERSIONS = tuple(sorted(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py")))
"""Versions of the tables, oldest first: migrations/versions/0001_first.py makes version 0001."""
LATEST = VERSIONS[-1]


def upgrade(connection: Connection) -> None:
    """Run all migrations that a store lacks, in the present transaction, then make the views for scholars anew."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    for name, query in views(connection.dialect.name).items():
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}".replace("%", "%%"))
