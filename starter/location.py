"""Where the data lies, found before anything of the project is installed."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import DEVNULL, PIPE

from starter import places
from starter.words import Stop


def data_folder() -> Path:
    """Where the data lies: as `assessment.store.location` has it, which can't be imported here.

    Raises:
        Stop: it cannot be made.
    """
    chosen = os.environ.get("THROUGHCARE_DATA", "").strip()
    folder = Path(chosen) if chosen else usual_data_folder(sys.platform)
    try:
        folder = folder.expanduser().absolute()
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:  # "~name" of nobody is a RuntimeError
        reason = getattr(error, "strerror", None) or "there is no such user here"
        raise Stop(
            f"The folder for the data, {folder}, cannot be made ({reason}).\n"
            "Set THROUGHCARE_DATA to a folder on this computer that you may write to."
        ) from error
    return folder


def usual_data_folder(platform: str) -> Path:
    """The user's local application folder, the same as platformdirs gives (a test compares)."""
    named = os.environ.get("LOCALAPPDATA" if platform == "win32" else "XDG_DATA_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named, "throughcare")
    places = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
    return Path.home() / places.get(platform, ".local/share") / "throughcare"


def where_data_is(folder: Path) -> str:
    """One line that says where the data is; in a folder that the app refuses, its reason."""
    if os.environ.get("THROUGHCARE_DATABASE_URL"):
        return "Your data is in the database that THROUGHCARE_DATABASE_URL names."
    reason = why_refused()
    return f"Your data cannot be in {folder}. {reason}" if reason else f"Your data is in {folder}"


def why_refused() -> str:
    """Why the app will not keep its data in the folder that is set; "" where it will."""
    ask = (
        "from pathlib import Path; from assessment.store import location as its; "
        "why = its.why_unsafe(its.data_folder(), Path.cwd()); "
        "print(why and f'{why} {its.WAY_FORWARD}')"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    try:
        said = subprocess.run(
            [places.PYTHON, "-c", ask],
            cwd=places.ROOT,
            stdout=PIPE,
            stderr=DEVNULL,
            env=environment,
            timeout=20,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.decode("utf-8", "replace").strip()
