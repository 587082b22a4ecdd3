"""What one agency takes away of the plan: its own dates for a calendar, and its own sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from action_plans.actions import service as actions
from action_plans.actions.columns import PlanRow
from action_plans.priorities import service as priorities
from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.documents.media import EXCEL
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.privacy.audience import Audience
from exports.downloads.permissions import check_user_can_download
from exports.downloads.service.making import record_made
from exports.report.made import Made
from exports.report.service import gather


CALENDAR, SHEET = "agency_calendar", "agency_sheet"


@dataclass(frozen=True)
class Offered:
    """One file as it is offered: the words of its button, its name, and the making of it."""

    label: str
    file_name: str
    media: str
    make: Callable[[], Made]


def agency_files(desk: Desk, assessment_id: str, agency_id: str) -> tuple[Offered, ...]:
    """The agency's sheet where it has a part in the plan, and its calendar where it said yes to
    something with a date.

    Made on the click, and recorded then. Raises Refused for whoever may not download, NotFound
    for an agency of another area.
    """
    check_user_can_download(desk.actor)
    partnership_id = partnerships.partnership_of(desk, assessment_id)
    plan = priorities.agency_plan(desk, partnership_id, agency_id)
    area = partnerships.partnership(desk, partnership_id)

    def named(what: str, ending: str) -> str:
        return file_name(area.marking, area.name, f"{what} {plan.name}", desk.today(), ending)

    here = (desk, assessment_id, agency_id)
    offered = []
    if plan.owns or plan.supports or plan.awaited:
        name = named("actions of", "xlsx")
        offered.append(Offered("Save the sheet", name, EXCEL, partial(_sheet, *here)))
    if plan.to_keep:
        name, make = named("due dates of", "ics"), partial(_calendar, *here)
        offered.append(Offered("Save the dates for a calendar", name, "text/calendar", make))
    return tuple(offered)


def _calendar(desk: Desk, assessment_id: str, agency_id: str) -> Made:
    from exports.calendar.make import agency_calendar  # here: a library that no page needs

    check_user_can_download(desk.actor)
    with desk.store.reading():
        gathered = gather(desk, assessment_id, Audience.BOARD)
        agency = partnerships.agency(desk, agency_id)
    made = agency_calendar(gathered, agency)
    return _recorded(desk, assessment_id, CALENDAR, made)


def sheet_of(
    desk: Desk, partnership_id: str, agency_id: str, rows: Iterable[PlanRow]
) -> Made | None:
    """The agency's sheet from the plan's rows, not yet recorded; None where it has no part."""
    from exports.downloads.loader.sheet import agency_sheet  # here: as above

    with desk.store.reading():
        plan = priorities.agency_plan(desk, partnership_id, agency_id)
        area = partnerships.partnership(desk, partnership_id)
    parts = priorities.agency_rows(plan, rows)
    if not any(found for _part, found in parts):
        return None
    name = file_name(area.marking, area.name, f"actions of {plan.name}", desk.today(), "xlsx")
    return Made(data=agency_sheet(plan.name, area, parts, desk.now()), file_name=name)


def _sheet(desk: Desk, assessment_id: str, agency_id: str) -> Made:
    check_user_can_download(desk.actor)
    with desk.store.reading():
        partnership_id = partnerships.partnership_of(desk, assessment_id)
        rows = actions.plan_rows(desk, actions.plan_of(desk, assessment_id))
    made = sheet_of(desk, partnership_id, agency_id, rows)
    if made is None:
        raise NotFound("This agency has no part in an open action.")
    return _recorded(desk, assessment_id, SHEET, made)


def _recorded(desk: Desk, assessment_id: str, kind: str, made: Made) -> Made:
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, assessment_id))
    record_made(desk, area.id, assessment_id, kind, made.file_name, area.marking)
    return made
