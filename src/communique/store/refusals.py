"""What a database complains of, in words a user can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from communique.errors import StoreError

CLOSED = "cannot be opened; check that the folder exists and that you may read it"
AWAY = "there is no PostgreSQL that answers; check the address, and that the server runs"

_SAYINGS = (
    ("is locked", "another process is writing to it; wait until that has ended, then try again"),
    ("lock timeout", "another process is writing to it; wait until that has ended, then try again"),
    ("file is not a database", "is not a record store; name another file with --store"),
    ("malformed", "is damaged; restore it from a copy, or add the articles to a new store"),
    ("readonly database", "cannot be written to; change the file's permissions, or copy it"),
    ("read-only transaction", "cannot be written to; open it with a role that may write"),
    ("permission denied", "cannot be written to; open it with a role that may write"),
    ("is full", "there is no room left on the disk; nothing of this article was written: make room, then try again"),
    (
        "no space left",
        "there is no room left on the disk; nothing of this article was written: make room, then try again",
    ),
    ("disk i/o error", "the disk does not take or give what it should; nothing of this article was written"),
    ("unable to open", CLOSED),
    ("connection refused", AWAY),
    ("no such file or directory", AWAY),
    ("resolve host", AWAY),
)
"""What the databases say -> what to tell people; the first that fits."""


def place(url: URL) -> str:
    """Return how people know a store: the file's path, or the URL without its password."""
    if url.get_backend_name() == "sqlite":
        return (url.database or "").removeprefix("file:").partition("?")[0] or ":memory:"
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


@contextmanager
def in_plain_words(url: URL) -> Iterator[None]:
    """Turn an error of the database into one StoreError line; the transaction has been rolled back."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().partition("\n")[0]
        told = next((words for sign, words in _SAYINGS if sign in str(error.orig).lower()), None)
        raise StoreError(f"{place(url)}: {told} ({said})" if told else f"{place(url)}: {said}") from error
