"""What a command left behind: what is kept, the files it wrote, and what it said on refusing."""

import json
from pathlib import Path
from typing import Any

from typer.testing import Result

from assessment.access.opening import open_desk
from assessment.partnership import service as partnerships


def begin(name: str, *, confirmed: bool = False) -> None:
    """An area that somebody began in the app."""
    desk = open_desk()
    partnerships.start_partnership(desk, name, confirmed=confirmed)
    desk.store.close()


def areas() -> list[str]:
    """What is kept in the data folder that the settings name now."""
    desk = open_desk()
    names = [area.name for area in partnerships.partnerships(desk)]
    desk.store.close()
    return names


def only_file(folder: Path) -> Path:
    """The one file in a folder, hidden ones counted."""
    (file,) = folder.iterdir()
    return file


def tables_in(file: Path) -> dict[str, Any]:
    """The rows of a complete copy."""
    return json.loads(file.read_text(encoding="utf-8"))["tables"]


def refused(result: Result) -> str:
    """What was said on refusing: exit code 1, words on stderr, and no traceback."""
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    return result.stderr
