"""Alembic's environment: runs on the connection that assessment.store.schema hands over."""

from alembic import context


context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
