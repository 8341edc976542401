"""Runs migrations on the connection that `assistant.records.migrating` brings."""

from alembic import context

from assistant.records.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
