"""${message}.

Imports nothing of ours: a migration stays as it was when the tables have moved on.
"""

import sqlalchemy as sa
from alembic import op


revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Forward only."""
    ${upgrades if upgrades else "pass"}
