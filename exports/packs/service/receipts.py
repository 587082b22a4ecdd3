"""Receipts: what an agency gets back when its views have been kept."""

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.views import service as views
from exports.downloads import service as downloads
from exports.packs.model import ReceiptPage
from exports.packs.rules.thanking import receipt_page
from exports.packs.service.ground import ground_of
from exports.report.made import Made


NOTHING_YET = "No view of this agency is here yet, so there is nothing to thank it for."


def receipt_of(desk: Desk, assessment_id: str, agency_id: str) -> ReceiptPage:
    """What one agency's receipt says now, whichever way its views came.

    Raises:
        Refused: see `ground_of`. BadInput: no view of that agency is here.
    """
    ground = ground_of(desk, assessment_id)
    answered = views.answered(desk, assessment_id).by(agency_id)
    if agency_id not in ground.agencies or not answered:
        raise BadInput(NOTHING_YET)
    asking = views.asking_of(desk, assessment_id)
    reply_to = asking.reply_to if asking else ""
    return receipt_page(ground, agency_id, answered, reply_to, desk.now())


def make_receipt(desk: Desk, assessment_id: str, agency_id: str) -> Made:
    """The receipt as one web page, recorded as made. Raises as `receipt_of` does."""
    from exports.packs.loader.receipt import rendered  # here: templates, which no page needs

    page = receipt_of(desk, assessment_id, agency_id)
    name = receipt_name(desk, assessment_id, agency_id)
    partnership_id = partnerships.partnership_of(desk, assessment_id)
    downloads.record_made(desk, partnership_id, assessment_id, "receipt", name, page.marking)
    return Made(data=rendered(page), file_name=name)


def receipt_name(desk: Desk, assessment_id: str, agency_id: str) -> str:
    """What an agency's receipt is called today."""
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, assessment_id))
    what = f"receipt {partnerships.agency(desk, agency_id).name}"
    return file_name(area.marking, area.name, what, desk.today(), "html")
