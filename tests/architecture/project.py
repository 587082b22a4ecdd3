"""Where the project is, and which files are part of it."""

import fnmatch
import shutil
import subprocess
from pathlib import Path


ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("assessment", "domains", "action_plans", "exports", "commands")


def project_files() -> tuple[Path, ...]:
    """Every file of the project, relative to it: what git tracks, or would not ignore."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, encoding="utf-8")
        return tuple(Path(name) for name in listed.split("\0") if name and (ROOT / name).exists())
    rules = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    ignored = [".git", *(line.strip("/") for line in rules)]
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return tuple(
        path
        for path in found
        if not any(fnmatch.fnmatch(part, rule) for part in path.parts for rule in ignored if rule)
    )
