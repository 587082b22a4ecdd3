"""An area to hold a review in, and one that has set off: on SQLite, or on both databases."""

import pytest

from assessment.access.desk import Desk
from tests.action_plans.actions.area import Area, an_area
from tests.action_plans.reviews.held import Held, setting_off


@pytest.fixture
def area(desk: Desk) -> Area:
    """On SQLite."""
    return an_area(desk)


@pytest.fixture
def any_area(any_desk: Desk) -> Area:
    """On each of the two databases."""
    return an_area(any_desk)


@pytest.fixture
def held(area: Area) -> Held:
    """A review that has set off, on SQLite."""
    return setting_off(area)


@pytest.fixture
def any_held(any_area: Area) -> Held:
    """A review that has set off, on each of the two databases."""
    return setting_off(any_area)
