"""Whose turns there are when the lead's laptop is passed around, and in which order."""

from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.consensus.rules.voices import speaking_order
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.views import service as views


def turns(desk: Desk, assessment_id: str) -> tuple[Agency, ...]:
    """The agencies that are asked something, lived experience and providers first."""
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        types = bank_service.bank_of(desk, one.bank_id).agency_types
        asked = {agency_id for _statement, agency_id in views.asked(desk, assessment_id)}
        agencies = partnerships.agencies(desk, one.partnership_id)
    return speaking_order([agency for agency in agencies if agency.id in asked], types)
