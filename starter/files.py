"""Small files that are written whole, and locks that die with their holder."""

import errno
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path


WAIT_FOR_OTHER = 900  # seconds


def read_json(path: Path) -> dict[str, str]:
    """A file of names and texts; empty when there is none, or when it cannot be read."""
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text("utf-8"))
        if isinstance(found, dict):
            return {str(name): str(value) for name, value in found.items()}
    return {}


def write_json(path: Path, values: Mapping[str, str]) -> None:
    """Write all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(dict(values)), "utf-8")
    os.replace(part, path)


@contextmanager
def locked(path: Path) -> Iterator[int | None]:
    """Hold a lock that dies with its holder; gives its descriptor, or None if another has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor if take(descriptor) else None
    finally:
        os.close(descriptor)


def take(descriptor: int) -> bool:
    """Lock an open file if it is free; a file system without locks counts as free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True
