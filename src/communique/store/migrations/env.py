"""Run by Alembic: the migrations work in the connection that store.migrating opened."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="communique_version")
with context.begin_transaction():
    context.run_migrations()
