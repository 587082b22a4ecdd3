"""A file that came back, read against the plan as it stands now; nothing is written."""

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from exports.returns.model import Ground, Preview, RawPlan
from exports.returns.permissions import check_user_can_bring_back
from exports.returns.rules.reading import understood


def read_plan(data: bytes, file_name: str) -> RawPlan:
    """A file as its cells; where it cannot be read, it says why. Knows no plan yet."""
    from exports.returns.loader.reading import read_plan as read  # here: openpyxl, slow to start

    return read(data, file_name)


def preview_plan(desk: Desk, assessment_id: str, raw: RawPlan) -> Preview:
    """What is new in a file, what is changed here as well, and what cannot be taken.

    Raises:
        Refused: someone other than the lead. NotFound: no such assessment.
    """
    check_user_can_bring_back(desk.actor)
    with desk.store.reading():
        return understood(_ground(desk, assessment_id, raw), raw)


def _ground(desk: Desk, assessment_id: str, raw: RawPlan) -> Ground:
    one = partnerships.assessment(desk, assessment_id)
    area = one.partnership_id
    elsewhere = raw.made is not None and raw.made.partnership_id != area
    return Ground(
        area=partnerships.partnership(desk, area),
        assessment=one,
        actions=actions.actions_of(desk, area),
        put_away=actions.archived_actions(desk, area),
        agencies={each.id: each.name for each in partnerships.agencies(desk, area)},
        scope=partnerships.scope(desk, assessment_id),
        titles={each.id: each.title for each in partnerships.assessments(desk, area)},
        areas=_areas(desk) if elsewhere else {},
    )


def _areas(desk: Desk) -> dict[str, str]:
    return {each.id: each.name for each in partnerships.partnerships(desk)}
