"""Making the bytes of what was removed go too: from the database's file and from safety copies."""

import os
from pathlib import Path

from assessment.access.desk import Desk
from exports.holdings.store import erasing


def tidy_up(desk: Desk) -> bool:
    """Make the database's file forget what was removed; says whether it could."""
    return erasing.scrub(desk.store)


def overwrite(path: Path, data: bytes) -> None:
    """Put new contents in a file's place; the old bytes are written over before they are let go."""
    fresh = path.with_suffix(".partial")
    with fresh.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    blank(path)
    fresh.replace(path)


def blank(path: Path) -> None:
    """Write nothing over all that a file holds, before it is let go."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
