"""What may be read of views, and by whom."""

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.bank import service as bank_service
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.rules.asked import asked_pairs
from assessment.views import store
from assessment.views.model import Answered, Reveal, ShownView, View
from assessment.views.permissions import check_user_can_read_own, is_from_here


NOT_REVEALED = "The views of this statement have not been revealed yet."


def own_views(desk: Desk, assessment_id: str, agency_id: str) -> tuple[View, ...]:
    """The views of one agency, for its contact: on a joined device those given on it alone.

    Raises Refused for anyone else.
    """
    _check_is_own(desk, assessment_id, agency_id)
    with desk.store.reading() as tx:
        found = store.views_of_agency(tx, assessment_id, agency_id)
    return tuple(one for one in found if is_from_here(desk.actor, one))


def answered_by_agency(desk: Desk, assessment_id: str, agency_id: str) -> frozenset[str]:
    """The statements of which an agency has a view, whichever way it came; for its contact.

    Raises Refused for anyone else.
    """
    _check_is_own(desk, assessment_id, agency_id)
    with desk.store.reading() as tx:
        return store.statements_of_agency(tx, assessment_id, agency_id)


def own_view(
    desk: Desk, assessment_id: str, statement_id: str, agency_id: str
) -> tuple[View | None, View | None]:
    """One agency's first and later view of a statement, for its contact; see `own_views`.

    Raises:
        Refused: the person does not speak for the agency, or the device is a colleague's.
    """
    _check_is_own(desk, assessment_id, agency_id)
    here = (assessment_id, statement_id, agency_id)
    with desk.store.reading() as tx:
        rows = [store.view_row(tx, *here, after_reveal=late) for late in (False, True)]
    first, later = (row if row and is_from_here(desk.actor, row) else None for row in rows)
    return first, later


def answered(desk: Desk, assessment_id: str) -> Answered:
    """Who has answered what; safe on every screen."""
    with desk.store.reading() as tx:
        ways = store.ways_come(tx, assessment_id)
        later = store.ways_come(tx, assessment_id, after_reveal=True)
    return Answered(first=frozenset(ways), later=frozenset(later), ways=ways)


def answered_on(
    desk: Desk, assessment_id: str, statement_id: str, *, after_reveal: bool = False
) -> frozenset[str]:
    """The ids of agencies with a first (or later) view of one statement; safe on every screen."""
    here = (assessment_id, statement_id)
    with desk.store.reading() as tx:
        return store.agencies_that_answered(tx, *here, after_reveal=after_reveal)


def asked(desk: Desk, assessment_id: str) -> frozenset[tuple[str, str]]:
    """Pairs of statement and agency id of which a first view is asked: those in scope."""
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        bank = bank_service.bank_of(desk, one.bank_id)
        scope = partnerships.scope(desk, assessment_id)
        agencies = partnerships.agencies(desk, one.partnership_id)
    return asked_pairs((s for s in bank.statements if s.id in scope), agencies)


def reveals_of(desk: Desk, assessment_id: str) -> dict[str, Reveal]:
    """How far each statement is open to the room, by statement id."""
    with desk.store.reading() as tx:
        return store.reveals(tx, assessment_id)


def reveal_of(desk: Desk, assessment_id: str, statement_id: str) -> Reveal | None:
    """How far one statement is open to the room; None before anything is."""
    with desk.store.reading() as tx:
        return store.reveal_row(tx, assessment_id, statement_id)


def shown_views(desk: Desk, assessment_id: str, statement_id: str) -> tuple[ShownView, ...]:
    """The views of a revealed statement as the room may see them.

    Names and reasons are there only once the second step has been taken; before it the views are
    ordered by what they say, so that no order tells who. Later views follow, never without names.

    Raises:
        Refused: the spread has not been shown.
    """
    with desk.store.reading() as tx:
        row = store.reveal_row(tx, assessment_id, statement_id)
        if row is None or row.spread_at is None:
            raise Refused(NOT_REVEALED)
        asking = store.asking_row(tx, assessment_id)
        named = row.names_at is not None and asking is not None and asking.names_shown is True
        found = store.views_of_statement(tx, assessment_id, statement_id)
    shown = (_shown(one, named) for one in found if named or not one.after_reveal)
    return tuple(sorted(shown, key=_order))


def _check_is_own(desk: Desk, assessment_id: str, agency_id: str) -> None:
    check_user_can_read_own(desk.actor, assessment_id, agency_id)
    invitations.check_is_contact(desk)


def _shown(one: View, named: bool) -> ShownView:
    if not named:
        return ShownView(said=one.said)
    return ShownView(
        said=one.said,
        reason=one.reason,
        agency_id=one.agency_id,
        people=one.people,
        after_reveal=one.after_reveal,
    )


def _order(one: ShownView) -> tuple[bool, bool, str, str]:
    return one.after_reveal, not isinstance(one.said, int), str(one.said), one.agency_id


def sealed_views(desk: Desk, assessment_id: str) -> tuple[View, ...]:
    """Every view, revealed or not, for counting and for comparing a file that came back.

    What is made of them may name statements and counts and never an answer; a test holds who asks.

    Raises:
        Refused: the person is not the lead.
    """
    if desk.actor.role is not Role.LEAD:
        raise Refused("Only the lead for the assessment can bring views together.")
    with desk.store.reading() as tx:
        return store.all_views(tx, assessment_id)
