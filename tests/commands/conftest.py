"""A data folder of a test's own, a folder to write to, and a person who types commands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from assessment.store.location import DATA_VARIABLE, DATABASE_VARIABLE


Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, which the settings name."""
    folder = tmp_path / "data"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder to write files to."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def run(data: Path) -> Run:
    """Types a command; `answer` is what is typed when it asks."""

    def typed(*words: object, answer: str = "") -> Result:
        return CliRunner().invoke(cli.app, [str(word) for word in words], input=answer)

    return typed
