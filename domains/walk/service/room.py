"""The room's screen: what it may see, and the one act that is two in one."""

from collections.abc import Collection

from assessment.access.desk import Desk
from assessment.bank import service as bank_service
from assessment.bank.model import Bank, Statement
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached, Stance
from assessment.consensus.rules.agenda import Agenda, AgendaItem
from assessment.partnership import service as partnerships
from assessment.partnership.model import Agency
from assessment.partnership.rules.asked import asked_of
from assessment.views import service as views
from domains.walk.model import RoomStatement, RoomView


def room_view(desk: Desk, assessment_id: str) -> RoomView:
    """Where the room is and what it may see there, read in one picture.

    Raises:
        Refused: someone other than the lead.
    """
    with desk.store.reading():
        assessment = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, assessment.bank_id)
        agenda = consensus.agenda(desk, assessment_id)
        agencies = partnerships.agencies(desk, assessment.partnership_id)
        item = agenda.item(agenda.current) if agenda.current else None
        return RoomView(
            assessment=assessment,
            bank=bank,
            agenda=agenda,
            workshop=consensus.workshop(desk, assessment_id),
            asking=views.asking_of(desk, assessment_id),
            here=_here(desk, assessment_id, bank, agenda, item, agencies) if item else None,
            names={agency.id: agency.name for agency in agencies},
            observers=frozenset(agency.id for agency in agencies if agency.observer),
        )


def _here(
    desk: Desk,
    assessment_id: str,
    bank: Bank,
    agenda: Agenda,
    item: AgendaItem,
    agencies: Collection[Agency],
) -> RoomStatement:
    statement = bank.statement(item.statement_id)
    where = (desk, assessment_id, statement.id)
    domain = _of_domain(bank, agenda, statement)
    asked = tuple(agency.id for agency in asked_of(statement, agencies))
    meeting = partnerships.current_meeting(desk, assessment_id)
    different = consensus.different_views_of(desk, assessment_id)
    given = views.answered(desk, assessment_id)
    return RoomStatement(
        item=item,
        statement=statement,
        domain=bank.domain(statement.domain).title,
        place=domain.index(statement.id) + 1,
        of=len(domain),
        rating=consensus.rating_of(*where),
        reveal=views.reveal_of(*where),
        different=tuple(one for one in different if one.statement_id == statement.id),
        asked=asked,
        answered=given.of(statement.id),
        later=given.later_of(statement.id),
        present=frozenset(meeting.present if meeting and meeting.present else asked),
    )


def _of_domain(bank: Bank, agenda: Agenda, statement: Statement) -> list[str]:
    """The statements of its domain that are in scope, in their own order."""
    in_scope = {item.statement_id for item in agenda.order}
    return [one.id for one in bank.in_domain(statement.domain) if one.id in in_scope]


def differ_in_room(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str, said: int | Stance
) -> None:
    """Record who sees it differently, and that not all agreed then; the reason can follow.

    Raises:
        ChangedMeanwhile: another screen recorded that agency's view, which says something else.
        Refused, BadInput: see `record_different_view`.
    """
    here = (desk, assessment_id, statement_id)
    with desk.store.writing():
        consensus.record_different_view(*here, agency_id, said)
        stands = consensus.rating_of(*here)
        if stands and stands.how in {HowReached.ALL_AGREED, HowReached.AFTER_DISCUSSION}:
            consensus.record_how(*here, HowReached.MOST_AGENCIES)
