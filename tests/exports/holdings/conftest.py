"""An area, and a data folder of the test's own: no safety copy is written or read elsewhere."""

from pathlib import Path

import pytest

from assessment.access.desk import Desk
from assessment.store.location import DATA_VARIABLE
from tests.desk import Area, begin_area


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's safety copies lie in the data folder of the settings."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))


@pytest.fixture
def area(any_desk: Desk) -> Area:
    return begin_area(any_desk)
