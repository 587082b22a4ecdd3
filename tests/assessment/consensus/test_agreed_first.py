"""Views that are asked for after the room has rated come after the room, and are told so."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.consensus import service
from assessment.consensus.model import HowReached
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Way
from tests.desk import begin_area


def test_a_view_of_what_was_rated_already_is_a_later_one(any_desk: Desk) -> None:
    area = begin_area(any_desk)
    prison = partnerships.add_agency(any_desk, area.partnership_id, "HMP Stonebrook", ["PTP"])
    service.record_rating(any_desk, area.assessment_id, "P08", 2)
    views.choose_names_shown(any_desk, area.assessment_id, False)
    service.let_settled_stand(any_desk, area.assessment_id)
    given = {
        statement: views.give(
            any_desk, area.assessment_id, statement, prison, 1, way=Way.CALLED_OUT
        )
        for statement in ("P08", "P03")
    }
    assert given["P08"].after_reveal
    assert not given["P03"].after_reveal


def test_without_discussion_is_said_by_a_list_alone(any_desk: Desk) -> None:
    area = begin_area(any_desk)
    service.record_rating(any_desk, area.assessment_id, "P08", 2)
    with pytest.raises(BadInput, match="accepted together"):
        service.record_how(any_desk, area.assessment_id, "P08", HowReached.WITHOUT_DISCUSSION)
