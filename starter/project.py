"""What pyproject.toml says, and the locks that are made from it."""

import hashlib
import json
import shutil
import subprocess
from itertools import dropwhile
from subprocess import DEVNULL
from typing import Any

from starter import places
from starter.words import Stop


def pyproject() -> dict[str, Any]:
    """What pyproject.toml says."""
    import tomllib  # from 3.11 on: an older Python has been sent away by now

    return tomllib.loads((places.ROOT / "pyproject.toml").read_text("utf-8"))


def digest_of(value: object) -> str:
    """A digest of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def stale_locks() -> list[str]:
    """The locks whose first line names other dependencies than pyproject.toml has now."""
    wanted = lock_title()
    locks = [places.ROOT / places.RUN_LOCK, places.ROOT / places.DEV_LOCK]
    return [lock.name for lock in locks if lock.read_text("utf-8").partition("\n")[0] != wanted]


def lock_title() -> str:
    """A lock's first line: a digest of what pyproject.toml asks for."""
    project = pyproject()["project"]
    asked = [project["requires-python"], project["dependencies"]]
    return (
        f"# pyproject.toml's dependencies: {digest_of([*asked, pyproject()['dependency-groups']])}"
    )


def remake_locks(arguments: list[str]) -> int:
    """Both locks, with uv: for all systems and Pythons, with hashes, without an index's address."""
    uv = shutil.which("uv") or shutil.which(str(places.BIN / "uv"))
    if not uv:
        raise Stop("Only uv can make a lock for all systems. Install it: pip install uv")
    compile_ = [uv, "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    compile_ += ["--quiet", "--group", "build", *arguments]
    dev = ["--group", "dev", "-c", places.RUN_LOCK]
    for lock, more in ((places.RUN_LOCK, []), (places.DEV_LOCK, dev)):
        make = [*compile_, *more, "--output-file", lock]
        if subprocess.call(make, cwd=places.ROOT, stdout=DEVNULL):
            raise Stop(f"{lock} could not be made; the reason is above.")
        file = places.ROOT / lock
        lines = file.read_text("utf-8").splitlines(keepends=True)
        # uv keeps the comments at the head of the file that it writes over.
        pins = "".join(dropwhile(lambda line: line.startswith("#"), lines))
        file.write_text(f"{lock_title()}\n# Made by: python3 run.py lock\n{pins}", "utf-8")
    return 0
