"""How the schema came to be what it is: Alembic revisions, run by the package itself."""
