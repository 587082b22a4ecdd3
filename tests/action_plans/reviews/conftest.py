"""An area to hold a review in: on SQLite, or on both databases."""

import pytest

from assessment.access.desk import Desk
from tests.action_plans.actions.area import Area, an_area


@pytest.fixture
def area(desk: Desk) -> Area:
    """On SQLite."""
    return an_area(desk)


@pytest.fixture
def any_area(any_desk: Desk) -> Area:
    """On each of the two databases."""
    return an_area(any_desk)
