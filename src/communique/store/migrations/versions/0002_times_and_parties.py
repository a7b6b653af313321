"""What questions of time, of two common parties and of quoted words need: how long a thing lasts, who takes part in a
thread, whether words stand in quotation marks. Worked out for all that a store of version 0001 holds, at any moment."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table, false
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

NAME = String().with_variant(postgresql.TEXT(collation="C"), "postgresql")

parties = Table(
    "parties",
    MetaData(),
    Column("pk", Integer, primary_key=True),
    Column("head", NAME, nullable=False),
    Column("party", NAME, nullable=False),
    Column("recorded_from", NAME, nullable=False),
    Column("recorded_to", NAME),
    Index("parties_by_head", "head", "party"),
    Index("parties_by_party", "party", "head"),
)

DAYS = {
    "sqlite": "julianday(when_to) - julianday(when_from)",
    "postgresql": "when_to::date - when_from::date",
}
QUOTES = {
    "sqlite": "json_array_length(payload, '$.quotes')",
    "postgresql": "json_array_length(payload::json -> 'quotes')",
}
"""How each database counts the days from the first to the last one, and the quotations of a statement."""

MEMBERS = """
    WITH members AS (
        SELECT h.head, p.actor, p.iso3, {begun} AS begun, {ended} AS ended
        FROM heads h JOIN records r ON r.id = h.record JOIN participants p ON p.record = r.pk
    ), named AS (
        SELECT head, actor AS party, begun, ended FROM members
        UNION ALL SELECT head, iso3, begun, ended FROM members WHERE iso3 IS NOT NULL
    )
    INSERT INTO parties (head, party, recorded_from, recorded_to)
    SELECT head, party, min(begun), NULL FROM named WHERE ended IS NULL GROUP BY head, party
    UNION ALL SELECT DISTINCT head, party, begun, ended FROM named WHERE begun < ended
"""
ENDED = (
    "CASE WHEN h.recorded_to IS NULL THEN r.recorded_to WHEN r.recorded_to IS NULL THEN h.recorded_to"
    " WHEN h.recorded_to < r.recorded_to THEN h.recorded_to ELSE r.recorded_to END"
)
BEGUN = "CASE WHEN h.recorded_from > r.recorded_from THEN h.recorded_from ELSE r.recorded_from END"


def upgrade() -> None:
    """Add the columns, the table and their indexes, and fill them."""
    connection = op.get_bind()
    dialect = connection.dialect.name
    op.add_column("records", Column("quoted", Boolean, nullable=False, server_default=false()))
    op.add_column("records", Column("lasting", Integer))
    op.execute(
        f"""
        UPDATE records SET lasting = CASE
            WHEN when_from IS NULL THEN -1 WHEN when_to IS NULL THEN 9999
            WHEN {DAYS[dialect]} <= 0 THEN 0 WHEN {DAYS[dialect]} <= 7 THEN 7
            WHEN {DAYS[dialect]} <= 31 THEN 31 WHEN {DAYS[dialect]} <= 366 THEN 366 ELSE 9999 END
        WHERE when_from IS NOT NULL OR when_to IS NOT NULL
        """
    )
    op.execute(f"UPDATE records SET quoted = {'1' if dialect == 'sqlite' else 'true'}"
               f" WHERE kind = 'statement' AND {QUOTES[dialect]} > 0")  # fmt: skip
    op.drop_index("records_in_time", "records")
    time = "coalesce(when_from, when_to)"
    op.execute(f"CREATE INDEX records_in_time ON records (lasting, {time}, reported, article, id)")
    parties.create(connection)
    op.execute(MEMBERS.format(begun=BEGUN, ended=ENDED))
