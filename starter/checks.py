"""The tests, and every other check."""

import subprocess

from starter import places
from starter.project import stale_locks
from starter.words import say


CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
}


def test(arguments: list[str]) -> int:
    """Run the tests; give pytest's exit code."""
    return subprocess.call([places.PYTHON, "-m", "pytest", *arguments], cwd=places.ROOT)


def check(arguments: list[str]) -> int:
    """Run every check to its end, then say which failed."""
    failed = []
    for name, (tool, *rest) in CHECKS.items():
        say(f"\n--- {name}")
        if subprocess.call([places.BIN / tool, *rest], cwd=places.ROOT):
            failed.append(name)
    say("\n--- locks")
    for lock in stale_locks():
        say(f"{lock} does not match pyproject.toml. Remake it with: python3 run.py lock")
        failed.append(lock)
    say("\n--- tests")
    if test(arguments):
        failed.append("tests")
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0
