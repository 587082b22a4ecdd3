"""A data folder of the test's own, so that no safety copy is written or read elsewhere."""

from pathlib import Path

import pytest

from assessment.store.location import DATA_VARIABLE


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's safety copies lie in the data folder of the settings."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
