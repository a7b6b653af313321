"""What changes are counted, chosen and ordered by, in one index: versions by the moment at which they were opened."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = ["recorded_from", "recorded_to", "confidence", "kind", "reported", "article", "id"]


def upgrade() -> None:
    """Put a wider index in the place of the one of openings."""
    op.drop_index("records_by_opening", "records")
    op.create_index("records_by_opening", "records", COLUMNS)
