"""What can go wrong between us and the database, told apart so that it can be put in words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

import sqlalchemy as sa


class Trouble(StrEnum):
    """Why a unit of work was not done. Nothing of it was kept."""

    BUSY = "busy"
    FULL = "full"
    READ_ONLY = "read_only"
    UNREACHABLE = "unreachable"
    DAMAGED = "damaged"


# By the first letters of SQLite's own name of the error, https://sqlite.org/rescode.html.
_SQLITE = {
    "SQLITE_BUSY": Trouble.BUSY,
    "SQLITE_FULL": Trouble.FULL,
    "SQLITE_READONLY": Trouble.READ_ONLY,
    "SQLITE_CANTOPEN": Trouble.UNREACHABLE,
    "SQLITE_IOERR": Trouble.UNREACHABLE,
    "SQLITE_CORRUPT": Trouble.DAMAGED,
    "SQLITE_NOTADB": Trouble.DAMAGED,
}
# By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html.
_POSTGRES = {
    "55P03": Trouble.BUSY,
    "40P01": Trouble.BUSY,
    "53100": Trouble.FULL,
    "25006": Trouble.READ_ONLY,
    "53300": Trouble.UNREACHABLE,
    "57P": Trouble.UNREACHABLE,
    "08": Trouble.UNREACHABLE,
    "28": Trouble.UNREACHABLE,
    "3D000": Trouble.UNREACHABLE,
}

Refusal = Callable[[Trouble], Exception]


def trouble_of(error: sa.exc.SQLAlchemyError) -> Trouble | None:
    """Which trouble the database's error is; None for a bug, such as a broken constraint."""
    if isinstance(error, sa.exc.TimeoutError):  # every connection of the pool is taken
        return Trouble.BUSY
    if not isinstance(error, sa.exc.DBAPIError):
        return None
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    code = str(getattr(error.orig, "sqlstate", None) or "")
    for known, said in ((_SQLITE, name), (_POSTGRES, code)):
        for start, trouble in known.items():
            if said.startswith(start):
                return trouble
    lost = isinstance(error, sa.exc.OperationalError) and not name and not code
    return Trouble.UNREACHABLE if lost else None


@contextmanager
def told(refusal: Refusal | None) -> Iterator[None]:
    """Raise the door's own words for what the database cannot do; everything else passes."""
    try:
        yield
    except sa.exc.SQLAlchemyError as error:
        trouble = trouble_of(error)
        if refusal is None or trouble is None:
            raise
        # Not "from error": the database's message may quote what was being written.
        raise refusal(trouble) from None
