"""No assessment is agreed past its plan: an action or a reason for none, a date or a reason."""

import pytest

from action_plans.actions import service
from assessment.access.errors import (
    Refused,
)
from assessment.partnership import service as partnerships
from tests.action_plans.actions.area import Area
from tests.action_plans.actions.raised import agreed, raised, typed
from tests.architecture.project import PACKAGES, ROOT
from tests.assessment.consensus.agreed import events


def test_every_zero_needs_an_action_or_a_written_reason(any_area: Area) -> None:
    desk, assessment = any_area.desk, any_area.assessment
    any_area.rate(P08=0, G01=0, G02=0, G03=1)
    assert service.unanswered_zeros(desk, assessment) == ("G01", "G02", "P08")
    action_id = raised(any_area)
    service.write_reason_for_no_action(desk, assessment, "G02", typed("Waits for the new board"))
    assert service.unanswered_zeros(desk, assessment) == ("G01",)
    assert service.reasons_for_no_action(desk, assessment) == {"G02": "Waits for the new board"}
    service.put_away(desk, action_id)
    emptied = typed("", "Waits for the new board")
    service.write_reason_for_no_action(desk, assessment, "G02", emptied)
    assert service.unanswered_zeros(desk, assessment) == ("G01", "G02", "P08")


def test_the_log_knows_a_reason_by_its_table(area: Area) -> None:
    """By it a reason that is removed is taken out of the log too."""
    area.rate(G01=0)
    service.write_reason_for_no_action(area.desk, area.assessment, "G01", typed("Next year"))
    last = events(area.desk)[-1]
    assert (last["what"], last["subject_table"]) == ("no_action_reason.edited", "no_action_reason")
    assert last["after"]["reason"] == "Next year"


def test_no_action_and_no_date_are_agreed_only_with_a_reason(area: Area) -> None:
    desk, one = area.desk, area.assessment
    area.rate(G01=0, P08=0)
    action_id = raised(area, due_on=None)
    with pytest.raises(Refused, match="the plan still needs an action for G01, or a reason for no"):
        agreed(desk, area)
    service.write_reason_for_no_action(desk, one, "G01", typed("Next year"))
    with pytest.raises(Refused, match="a date for action 1, or a reason for none"):
        agreed(desk, area)
    assert partnerships.assessment(desk, one).agreed_at is None
    service.edit_text(desk, action_id, "no_due_reason", typed("The tender decides it"))
    agreed(desk, area)
    assert partnerships.assessment(desk, one).agreed_at


def test_nothing_agrees_an_assessment_past_its_plan() -> None:
    packages = [ROOT / name for name in PACKAGES]
    found = [
        file.relative_to(ROOT).as_posix()
        for package in packages
        for file in package.rglob("*.py")
        if "partnerships.agree(" in file.read_text(encoding="utf-8")
    ]
    assert found == ["action_plans/actions/service/agreeing.py"]


def test_what_rests_on_the_statements_is_found_also_when_put_away(any_area: Area) -> None:
    desk, one = any_area.desk, any_area.assessment
    service.put_away(desk, raised(any_area))
    any_area.rate(G01=0)
    service.write_reason_for_no_action(desk, one, "G01", typed("Next year"))
    found = service.resting(desk, one)
    assert found["an action"] == {"P08"}
    assert found["a reason for no action"] == {"G01"}
    assert found["what is agreed of it"] == {"G01"}


def test_a_reason_for_no_action_stands_once_the_assessment_is_closed(any_area: Area) -> None:
    desk, one = any_area.desk, any_area.assessment
    any_area.rate(G01=0)
    service.write_reason_for_no_action(desk, one, "G01", typed("Next year"))
    partnerships.edit_assessment_text(desk, one, "no_dates_reason", typed("Dates follow"))
    partnerships.agree(desk, one)
    partnerships.close(desk, one)
    with pytest.raises(Refused, match="closed"):
        service.write_reason_for_no_action(desk, one, "G01", typed("Never", "Next year"))
    assert service.reasons_for_no_action(desk, one) == {"G01": "Next year"}
