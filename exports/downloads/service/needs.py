"""The extract for the needs assessment as a file of its own."""

from functools import partial

from action_plans.priorities import service as priorities
from assessment.access.desk import Desk
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from exports.downloads.permissions import check_user_can_download
from exports.downloads.service.agency import Offered
from exports.downloads.service.making import record_made
from exports.report.made import Made
from exports.tables.make import written


KIND, WHAT = "needs_csv", "extract for the needs assessment"


def needs_file(desk: Desk, assessment_id: str) -> Offered:
    """What the open actions ask for, a row for each by priority, as CSV; made on the click.

    Raises Refused for whoever may not download.
    """
    check_user_can_download(desk.actor)
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, assessment_id))
    name = file_name(area.marking, area.name, WHAT, desk.today(), "csv")
    return Offered(
        "Save the extract as CSV", name, "text/csv", partial(_make, desk, assessment_id, name)
    )


def _make(desk: Desk, assessment_id: str, name: str) -> Made:
    check_user_can_download(desk.actor)
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, assessment_id))
    extract = priorities.needs_extract(desk, assessment_id)
    marked = ((*row, "") for row in extract.rows)
    data = written([*extract.headings, area.marking], marked)
    record_made(desk, area.id, assessment_id, KIND, name, area.marking)
    return Made(data=data, file_name=name)
