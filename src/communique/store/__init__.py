"""MEMORY: SQLite or PostgreSQL by SQLAlchemy Core; the only room that knows SQL."""

from communique.store.appearing import Added
from communique.store.changes import Change
from communique.store.reading import Reader
from communique.store.store import Store, open_store
from communique.store.writing import Writer

__all__ = ["Added", "Change", "Reader", "Store", "Writer", "open_store"]
