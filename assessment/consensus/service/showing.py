"""What the room may see of a statement's views, step by step."""

from typing import NamedTuple

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.bank import service as bank_service
from assessment.consensus.rules.differences import Difference, differences_of
from assessment.consensus.rules.spread import Spread, spread_of
from assessment.consensus.rules.voices import Voice, WhoDiffers, speaking_order, who_said_what
from assessment.consensus.service.gathering import there
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.partnership.rules.asked import asked_of
from assessment.views import service as views_service


class Coming(NamedTuple):
    """How many of the agencies asked have answered; never what."""

    have: int
    asked: int


NAMES_NOT_YET = "Who sees it differently has not been shown yet."


def spread_shown(desk: Desk, assessment_id: str, statement_id: str) -> Spread:
    """The spread of a revealed statement, of first views alone.

    Raises:
        Refused: it has not been revealed.
    """
    with desk.store.reading():
        shown = views_service.shown_views(desk, assessment_id, statement_id)
        missing = _without_view(desk, assessment_id, statement_id)
    first = (view.said for view in shown if not view.after_reveal)
    return spread_of(first, no_view=len(missing))


def differences_shown(desk: Desk, assessment_id: str, statement_id: str) -> tuple[Difference, ...]:
    """In what way the first views of a revealed statement differ. Raises as `spread_shown`."""
    return differences_of(spread_shown(desk, assessment_id, statement_id))


def who_differs(desk: Desk, assessment_id: str, statement_id: str) -> WhoDiffers:
    """Who said what, in the order in which they are invited to speak.

    Raises:
        Refused: the spread or the names have not been shown.
    """
    with desk.store.reading():
        shown = views_service.shown_views(desk, assessment_id, statement_id)
        reveal = views_service.reveal_of(desk, assessment_id, statement_id)
        if reveal is None or reveal.names_at is None:
            raise Refused(NAMES_NOT_YET)
        one = partnerships.assessment(desk, assessment_id)
        types = bank_service.bank_of(desk, one.bank_id).agency_types
        agencies = [
            agency
            for archived in (False, True)
            for agency in partnerships.agencies(desk, one.partnership_id, archived=archived)
        ]
    return who_said_what(
        Voice(
            agency_id=agency.id,
            name=agency.name,
            said=view.said,
            reason=view.reason,
            people=view.people,
            after_reveal=view.after_reveal,
        )
        for agency in speaking_order(agencies, types)
        for view in shown
        if view.agency_id == agency.id
    )


def still_thinking(desk: Desk, assessment_id: str, statement_id: str) -> tuple[str, ...]:
    """The names of agencies that are present, asked and without a first view, as given.

    Where nobody's presence is recorded, all that are asked count as present. Raises BadInput for
    no statement of its set.
    """
    with desk.store.reading():
        missing = _without_view(desk, assessment_id, statement_id)
        waited_for = there(missing, partnerships.current_meeting(desk, assessment_id))
        partnership_id = partnerships.partnership_of(desk, assessment_id)
        agencies = partnerships.agencies(desk, partnership_id)
    return tuple(agency.name for agency in agencies if agency.id in waited_for)


def views_coming_in(desk: Desk, assessment_id: str, statement_id: str) -> Coming | None:
    """How many have answered, while a rating would end the first views of a statement that are
    being gathered; None where they stand already, or the room has begun to agree ratings.
    """
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        if one.status is not Status.VIEWS:
            return None
        if views_service.reveal_of(desk, assessment_id, statement_id) is not None:
            return None
        statement = bank_service.bank_of(desk, one.bank_id).statement(statement_id)
        asked = asked_of(statement, partnerships.agencies(desk, one.partnership_id))
        missing = _without_view(desk, assessment_id, statement_id)
    return Coming(have=len(asked) - len(missing), asked=len(asked)) if asked else None


def _without_view(desk: Desk, assessment_id: str, statement_id: str) -> frozenset[str]:
    """The agencies asked about a statement, in scope or not, that gave no first view of it."""
    one = partnerships.assessment(desk, assessment_id)
    partnerships.check_statements_here(desk, one, [statement_id])
    statement = bank_service.bank_of(desk, one.bank_id).statement(statement_id)
    asked = asked_of(statement, partnerships.agencies(desk, one.partnership_id))
    answered = views_service.answered_on(desk, assessment_id, statement_id)
    return frozenset(agency.id for agency in asked) - answered
