"""A maintainers' command: writes the next migration from how the tables are declared now.

    python -m assessment.store.migrations.autogenerate "add the agency's telephone"
    python -m assessment.store.migrations.autogenerate --first

Read what it wrote before committing it: a renamed column looks to it like one taken away and
another added, and it knows a check by its name only. `--first` writes 0001 anew, which is right
until the first release and never after. A test holds that the migrations make the very tables
that are declared.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.migration import MigrationContext

from assessment.store.declared import every_table
from assessment.store.engine import Store, connect, sqlite_url
from assessment.store.schema import MIGRATIONS, head_revision, upgrade
from assessment.store.tables import UtcDateTime


FIRST, FIRST_MESSAGE = "0001", "First tables"
TEMPLATE = '''"""{message}.

Imports nothing of ours: a migration stays as it was when the tables have moved on.
"""

import sqlalchemy as sa
from alembic import op


revision = "{revision}"
down_revision = {after!r}


def upgrade() -> None:
    """Forward only."""
    {changes}
'''
_NOTES = re.compile(r"^ *# ###.*\n?", re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Write the file and say where it is; 1 when there is nothing to write."""
    if arguments == ["--first"]:
        path = write(FIRST, None, FIRST_MESSAGE, _changes(migrated=False))
    elif len(arguments) == 1 and not arguments[0].startswith("-"):
        changes = _changes(migrated=True)
        if changes == "pass":
            print("The migrations make the tables as they are declared: nothing was written.")
            return 1
        head = head_revision()
        path = write(f"{int(head) + 1:04}", head, arguments[0], changes)
    else:
        print(__doc__)
        return 1
    print(f"Written: {path}")
    return 0


def write(
    revision: str, after: str | None, message: str, changes: str, folder: Path = MIGRATIONS
) -> Path:
    """The migration's file, named by its number and message, and formatted."""
    slug = re.sub(r"[^a-z0-9]+", "_", message.lower()).strip("_")
    path = folder / "versions" / f"{revision}_{slug}.py"
    text = TEMPLATE.format(
        message=message[0].upper() + message[1:].rstrip("."),
        revision=revision,
        after=after,
        changes=changes,
    )
    path.write_text(text, encoding="utf-8", newline="\n")
    tidy = [sys.executable, "-m", "ruff", "format", "--quiet", str(path)]
    subprocess.run(tidy, check=True)  # noqa: S603  our own interpreter, on the file just written
    return path


def _changes(*, migrated: bool) -> str:
    """What leads from the migrations, or from nothing, to the declared tables, as Python."""
    with tempfile.TemporaryDirectory() as folder:
        store = connect(sqlite_url(Path(folder) / "now.db"))
        try:
            if migrated:
                upgrade(store)
            return rendered(store, every_table(), batch=migrated)
        finally:
            store.close()


def rendered(store: Store, wanted: sa.MetaData, *, batch: bool) -> str:
    """The operations that make `wanted` of what the store holds; "pass" when there are none."""
    options = {
        "target_metadata": wanted,
        "render_item": as_every_database_has_it,
        "compare_type": True,
        "compare_server_default": True,
    }
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        operations = produce_migrations(context, wanted).upgrade_ops
    if operations is None or operations.is_empty():
        return "pass"
    code = render_python_code(
        operations, render_as_batch=batch, render_item=as_every_database_has_it
    )
    return _NOTES.sub("", code).strip()


def as_every_database_has_it(
    kind: str, item: Any, _context: AutogenContext
) -> str | Literal[False]:
    """Our own column type, which no migration may import, and true and false, which SQLite alone
    writes as 1 and 0, in SQLAlchemy's words; all else as Alembic renders it."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "server_default" and isinstance(item, sa.DefaultClause):
        if isinstance(item.arg, sa.sql.elements.True_):
            return "sa.true()"
        if isinstance(item.arg, sa.sql.elements.False_):
            return "sa.false()"
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
