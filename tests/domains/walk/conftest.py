"""An assessment of every statement, which most tests of the walk begin with."""

import pytest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from tests.desk import Area, begin_area


@pytest.fixture
def area(desk: Desk) -> Area:
    """An area whose assessment has every statement in scope."""
    begun = begin_area(desk)
    partnerships.set_scope_kind(desk, begun.assessment_id, ScopeKind.ALL)
    return begun
