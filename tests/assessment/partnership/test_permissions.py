"""Who may prepare an assessment and move it on: one truth table for check and answer alike."""

import pytest

from assessment.access.actor import Actor
from assessment.access.errors import Refused
from assessment.partnership import permissions
from tests.desk import LEAD, VIEWER


PAIRS = (
    (permissions.check_user_can_prepare, permissions.user_can_prepare),
    (permissions.check_user_can_move_assessment, permissions.user_can_move_assessment),
)


@pytest.mark.parametrize(("check", "can"), PAIRS)
@pytest.mark.parametrize(("actor", "may"), [(LEAD, True), (VIEWER, False)])
def test_the_lead_may_and_a_viewer_may_not(check, can, actor: Actor, may: bool) -> None:
    assert can(actor) is may
    if may:
        check(actor)
    else:
        with pytest.raises(Refused, match="Only the lead for the assessment"):
            check(actor)
