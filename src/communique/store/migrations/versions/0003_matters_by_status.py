"""What lists of late, awaited and contradicted matters need: states by status, and the few contested ones, by day."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the two indexes."""
    op.create_index("states_by_status", "states", ["of", "status", "from_day", "head"])
    op.create_index(
        "states_contested",
        "states",
        ["of", "from_day", "head"],
        sqlite_where=text("contested = 1"),
        postgresql_where=text("contested"),
    )
