"""An area that has begun its first assessment, on both databases."""

import pytest

from assessment.access.desk import Desk
from tests.desk import Area, begin_area


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)
