"""Which Python can run Throughcare, and which this computer has."""

from __future__ import annotations

import os
import shutil
import subprocess
from subprocess import DEVNULL, PIPE


OLDEST, NEWEST = (3, 11), (3, 14)


def wrong_python(version: str, where: str, others: list[str]) -> str:
    """What to say to a Python that cannot run Throughcare."""
    words = f"Throughcare needs Python 3.11 to 3.14; this is {version} ({where})."
    if others:
        return f"{words}\nThis computer has one that fits. Start it with:  {others[0]} run.py"
    return (
        f"{words}\nNo other Python that fits was found here. Where to get one:\n"
        "  Windows  from your organisation's software centre, or python.org; then: py run.py\n"
        "           (a `python` that opens the Microsoft Store is a placeholder, not a Python)\n"
        "  macOS    from python.org\n"
        "  Linux    from the system, for example: sudo apt install python3 python3-venv"
    )


def other_pythons() -> list[str]:
    """Commands of this computer that start a Python that fits, newest first."""
    versions = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    commands = [[f"python{version}"] for version in versions]
    commands += [["py", f"-{version}"] for version in versions if os.name == "nt"]
    commands += [["python3"], ["python"]]
    return [" ".join(command) for command in commands if fits(command)]


def fits(command: list[str]) -> bool:
    """Whether it really starts a Python that fits: a shim or the Store's placeholder does not."""
    if not shutil.which(command[0]):
        return False
    ask = [*command, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        found = subprocess.run(ask, stdout=PIPE, stderr=DEVNULL, timeout=10, check=True)
        major, minor = found.stdout.split()
        return OLDEST <= (int(major), int(minor)) <= NEWEST
    except (OSError, subprocess.SubprocessError, ValueError):
        return False
