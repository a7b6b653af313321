"""MEMORY: SQLite or PostgreSQL by SQLAlchemy Core; the only room that knows SQL."""
