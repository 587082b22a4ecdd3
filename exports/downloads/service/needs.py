"""The extract for the needs assessment as a file of its own."""

from functools import partial

from action_plans.priorities import service as priorities
from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.bank.rules.defaults import shown
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.results.rules.sentences import scope_sentence
from assessment.results.service import results_of
from exports.downloads.permissions import check_user_can_download
from exports.downloads.service.agency import Offered
from exports.downloads.service.making import record_made
from exports.report.made import Made
from exports.report.paper.front import wording_of
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
    about = f"{area.marking}. {_about(desk, assessment_id)}".removeprefix(". ")
    data = written([*extract.headings, about], ((*row, "") for row in extract.rows))
    record_made(desk, area.id, assessment_id, KIND, name, area.marking)
    return Made(data=data, file_name=name)


def _about(desk: Desk, assessment_id: str) -> str:
    """What was in scope, and whose wording the statements have that the rows name."""
    bank = bank_service.bank_of(desk, partnerships.assessment(desk, assessment_id).bank_id).about
    scope = scope_sentence(results_of(desk, assessment_id))
    return f"{scope} {wording_of(bank.name, bank.version, shown(bank.notice))}"
