"""Reads once what a sheet is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.access.desk import Desk
from assessment.bank import service as banks
from assessment.bank.model import Bank
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency, Assessment, Partnership
from exports.printed.permissions import check_user_can_print


@dataclass(frozen=True)
class Basis:
    """The area, its assessment, its statements, and the agencies that sheets are for."""

    area: Partnership
    assessment: Assessment
    bank: Bank
    agencies: tuple[Agency, ...]

    def chosen(self, agency_id: str) -> Sequence[Agency]:
        """The one agency, or all where none is named."""
        return [each for each in self.agencies if agency_id in {"", each.id}]


def basis_of(desk: Desk, assessment_id: str) -> Basis:
    """What sheets of this assessment are made of; agencies in use that do not only observe.

    Raises:
        Refused: someone other than the lead. NotFound: no such assessment.
    """
    check_user_can_print(desk.actor)
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        everyone = partnerships.agencies(desk, one.partnership_id)
        return Basis(
            area=partnerships.partnership(desk, one.partnership_id),
            assessment=one,
            bank=banks.bank_of(desk, one.bank_id),
            agencies=tuple(each for each in everyone if not each.observer),
        )
