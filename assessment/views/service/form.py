"""What the form of one agency shows of one statement."""

from collections.abc import Mapping
from datetime import datetime

from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, Statement
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.partnership.rules.asked import is_asked
from assessment.views import store
from assessment.views.model import OwnForm, Way
from assessment.views.permissions import user_can_give
from assessment.views.service.colleagues import own_answers
from assessment.views.service.reading import (
    answered_by_agency,
    own_view,
    own_views,
    reveal_of,
)


NO_SUCH = "No such statement is asked of your agency. Choose one from the list."


def asked_of_agency(desk: Desk, assessment_id: str, agency_id: str) -> tuple[Statement, ...]:
    """The statements in scope that are asked of an agency, in their order. Raises NotFound."""
    with desk.store.reading():
        _one, bank = _assessment(desk, assessment_id)
        agency = partnerships.agency(desk, agency_id)
        scope = partnerships.scope(desk, assessment_id)
    return tuple(s for s in bank.statements if s.id in scope and is_asked(s, agency))


def answered_here(desk: Desk, assessment_id: str, agency_id: str) -> frozenset[str]:
    """The statements answered: by the agency, for its contact, or on this colleague's device.

    Raises:
        Refused: the person does not speak for the agency, or the device was ended.
    """
    with desk.store.reading():
        if not invitations.is_contact(desk):
            return frozenset(own_answers(desk))
        return answered_by_agency(desk, assessment_id, agency_id)


def answered_elsewhere(
    desk: Desk, assessment_id: str, agency_id: str, since: datetime
) -> frozenset[str]:
    """The statements that an agency answered otherwise than on the laptop since this moment.

    Whoever holds a laptop that is passed around can say they are of any agency, so a turn shows
    nothing but what was given in it. Raises Refused for anyone but the agency's contact.
    """
    return frozenset(
        one.statement_id
        for one in own_views(desk, assessment_id, agency_id)
        if one.way is not Way.LAPTOP or one.given_at < since
    )


def own_form_of(desk: Desk, assessment_id: str, statement_id: str, agency_id: str) -> OwnForm:
    """One statement with what was answered from here, at one moment.

    Raises:
        NotFound: no statement of the assessment's set.
        Refused: the person does not speak for the agency, or the device was ended.
    """
    with desk.store.reading() as tx:
        one, bank = _assessment(desk, assessment_id)
        if not bank.has(statement_id):
            raise NotFound(NO_SUCH)
        contact = invitations.is_contact(desk)
        here = (assessment_id, statement_id, agency_id)
        first, later = own_view(desk, *here) if contact else (None, None)
        beside = None if contact else own_answers(desk).get(statement_id)
        form = OwnForm(
            status=one.status,
            labels=bank.labels(),
            statement=bank.statement(statement_id),
            reveal=reveal_of(desk, assessment_id, statement_id),
            live=user_can_give(desk.actor, assessment_id, agency_id, one.status),
            contact=contact,
            first=first,
            later=later,
            beside=beside,
        )
        if not contact or form.current is not None:
            return form
        elsewhere = store.is_answered(tx, *here, after_reveal=form.late)
    return form.model_copy(update={"elsewhere": elsewhere})


def names_are_shown(desk: Desk, assessment_id: str) -> bool:
    """Whether a reveal may show who said what; False where it was not chosen."""
    with desk.store.reading() as tx:
        row = store.asking_row(tx, assessment_id)
    return bool(row and row.names_shown)


def prisons_to_name(desk: Desk, assessment_id: str) -> Mapping[str, str]:
    """The area's prisons that a view may be about, by id."""
    with desk.store.reading():
        area = partnerships.partnership_of(desk, assessment_id)
        return {one.id: one.name for one in partnerships.prisons(desk, area)}


def _assessment(desk: Desk, assessment_id: str) -> tuple[Assessment, Bank]:
    one = partnerships.assessment(desk, assessment_id)
    return one, bank_service.bank_of(desk, one.bank_id)
