"""The lead's codes: one for each agency that is asked, shown once and kept as a hash."""

import secrets
from collections.abc import Mapping

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.invitations import store
from assessment.invitations.model import CodeMade, JoinCode
from assessment.invitations.permissions import check_user_can_invite, check_user_can_make_codes
from assessment.invitations.rules.codes import as_shown, code_hash, new_code
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing


NONE_ASKED = (
    "No agency is asked for its views yet. Add the agencies that take part on the page Prepare; "
    "observers need no code."
)
ASKED_NOTHING = "Nothing of this assessment is asked of that agency, so it needs no code."


def make_codes(desk: Desk, assessment_id: str, *, replace: bool = False) -> Mapping[str, str]:
    """Make a code for each agency asked that has none; gives the codes by agency, this once.

    With `replace`, a new one for every agency asked; the old ones stop. Devices that have joined
    stay.

    Raises:
        Refused: not the lead, or the ratings are agreed. BadInput: no agency is asked.
    """
    with desk.store.writing() as tx:
        one = _open(desk, assessment_id)
        had = {code.agency_id for code in store.codes_that_stand(tx, assessment_id)}
        asked = [agency.id for agency in partnerships.agencies_asked(desk, one.id)]
        if not asked:
            raise BadInput(NONE_ASKED)
        return {id_: _make(desk, tx, one, id_) for id_ in asked if replace or id_ not in had}


def make_code(desk: Desk, assessment_id: str, agency_id: str) -> str:
    """Make a code for one agency in the place of the one it has; gives it, this once.

    Raises:
        Refused: see `make_codes`. BadInput: an agency of another area, or one that observes or of
            which nothing is asked.
    """
    with desk.store.writing() as tx:
        one = _open(desk, assessment_id)
        partnerships.check_asked_here(desk, one.partnership_id, agency_id)
        if agency_id not in {agency.id for agency in partnerships.agencies_asked(desk, one.id)}:
            raise BadInput(ASKED_NOTHING)
        return _make(desk, tx, one, agency_id)


def revoke(desk: Desk, assessment_id: str, agency_id: str) -> None:
    """Let an agency's code open nothing from now on; nothing where it has none.

    Devices that have joined stay: see `end_device`. Raises Refused unless the person leads.
    """
    check_user_can_invite(desk.actor)
    with desk.store.writing() as tx:
        _revoke(desk, tx, partnerships.assessment(desk, assessment_id), agency_id)


def codes_of(desk: Desk, assessment_id: str) -> Mapping[str, CodeMade]:
    """Which agencies have a code, and since when. Raises Refused unless the person leads."""
    check_user_can_invite(desk.actor)
    with desk.store.reading() as tx:
        found = store.codes_that_stand(tx, assessment_id)
    return {
        code.agency_id: CodeMade(agency_id=code.agency_id, made_at=code.made_at) for code in found
    }


def _open(desk: Desk, assessment_id: str) -> Assessment:
    one = partnerships.assessment(desk, assessment_id)
    check_user_can_make_codes(desk.actor, one.status)
    return one


def _make(desk: Desk, tx: Writing, one: Assessment, agency_id: str) -> str:
    _revoke(desk, tx, one, agency_id)
    code, now = new_code(secrets.choice), desk.now()
    row = JoinCode(
        id=desk.new_id(),
        assessment_id=one.id,
        agency_id=agency_id,
        code_hash=code_hash(code),
        made_at=now,
        saved_at=now,
    )
    store.add_code(tx, row, _event(desk, one, row.id, "join_code.made"))
    return as_shown(code)


def _revoke(desk: Desk, tx: Writing, one: Assessment, agency_id: str) -> None:
    now = desk.now()
    for code in store.codes_that_stand(tx, one.id):
        if code.agency_id == agency_id:
            event = _event(desk, one, code.id, "join_code.revoked")
            store.change_code(tx, code.id, {"revoked_at": now, "saved_at": now}, event)


def _event(desk: Desk, one: Assessment, code_id: str, what: str) -> ActivityEvent:
    return desk.event(
        what,
        subject_table="join_code",
        subject_id=code_id,
        partnership_id=one.partnership_id,
        assessment_id=one.id,
    )
