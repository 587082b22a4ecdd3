"""Joining by a code, and what becomes of wrong ones."""

import secrets
from itertools import count

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound, Refused
from assessment.access.texts import NAME
from assessment.invitations import store
from assessment.invitations.model import Device, JoinCode
from assessment.invitations.permissions import (
    CODES_STOPPED,
    NOT_ASKED_YET,
    check_user_can_invite,
    check_user_can_join,
)
from assessment.invitations.rules.codes import (
    as_typed,
    code_hash,
    could_be,
    is_browser,
    token_hash,
    token_of_browser,
)
from assessment.invitations.rules.guessing import KEPT, WINDOW, WRONG, why_shut
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.partnership.rules.record import UNTIL_AGREED
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


MOST_DEVICES = 20
NO_CODE = "Type the code of your agency. It stands on the slip from the lead for the assessment."
FULL = (
    f"{MOST_DEVICES} devices have joined for your agency, and no more are let in. Ask the lead for "
    "the assessment to end one that is no longer used."
)
NO_LONGER_ASKED = (
    "Your agency is no longer asked for its views in this assessment. Ask the lead for the "
    "assessment."
)


def join(desk: Desk, code: str, source: str, browser: str = "") -> str:
    """Join by an agency's code; gives the device's token, of which only a hash is kept.

    `source` is where the device is, as the network tells. The first device of an agency, or the
    first after its contact's was ended, is its contact's; the others stand beside it. Where the
    door knows the `browser` by a name, joining in it once more is the same device.

    Raises:
        BadInput: nothing was typed. Refused: the code is wrong, too many wrong ones came, the
            assessment does not take views now, or the agency has devices enough.
    """
    check_user_can_join(desk.actor)
    typed = as_typed(code)
    if not typed:
        raise BadInput(NO_CODE)
    with desk.store.reading() as tx:
        _check_open(desk, tx, source)
    # Outside a transaction: it takes its time on purpose, and others write meanwhile.
    hashed = code_hash(typed) if could_be(typed) else ""
    with desk.store.writing() as tx:
        _check_open(desk, tx, source)
        row = store.code_of_hash(tx, hashed) if hashed else None
        if row is not None:
            return _let_in(desk, tx, row, browser)
        _remember(desk, tx, source)
    raise Refused(WRONG)


def wrong_codes(desk: Desk) -> int:
    """How many wrong codes came within the last ten minutes. Raises Refused unless the lead."""
    check_user_can_invite(desk.actor)
    with desk.store.reading() as tx:
        return store.wrong_codes(tx, desk.now() - WINDOW)


def _check_open(desk: Desk, tx: Reading, source: str) -> None:
    since = desk.now() - WINDOW
    here = store.wrong_codes(tx, since, source[: NAME - 1])
    if why := why_shut(here, store.wrong_codes(tx, since)):
        raise Refused(why)


def _token(tx: Reading, row: JoinCode, browser: str) -> tuple[str, bool]:
    """The token of this browser's device, and whether that device is in use already."""
    if not is_browser(browser):
        return secrets.token_urlsafe(32), False
    for turn in count():
        token = token_of_browser(browser, row.assessment_id, row.agency_id, turn)
        found = store.device_of_token(tx, token_hash(token))
        if found is None or found.ended_at is None:
            break
    return token, found is not None


def _let_in(desk: Desk, tx: Writing, row: JoinCode, browser: str) -> str:
    partnership_id = _check_asked(desk, row)
    token, known = _token(tx, row, browser)
    if known:
        return token
    others = [d for d in store.devices(tx, row.assessment_id) if d.agency_id == row.agency_id]
    live = [one for one in others if one.ended_at is None]
    if len(live) >= MOST_DEVICES:
        raise Refused(FULL)
    now = desk.now()
    device = Device(
        id=desk.new_id(),
        assessment_id=row.assessment_id,
        join_code_id=row.id,
        agency_id=row.agency_id,
        token_hash=token_hash(token),
        number=max((one.number for one in others), default=0) + 1,
        contact=not any(one.contact for one in live),
        joined_at=now,
        saved_at=now,
    )
    event = desk.event(
        "device.joined",
        subject_table="device",
        subject_id=device.id,
        partnership_id=partnership_id,
        assessment_id=row.assessment_id,
    )
    store.add_device(tx, device, event)
    return token


def _check_asked(desk: Desk, row: JoinCode) -> str:
    """The area's id, while the assessment takes views and asks this agency."""
    one = partnerships.assessment(desk, row.assessment_id)
    agency = partnerships.agency(desk, row.agency_id)
    if one.archived_at:
        raise NotFound("This assessment was put away. Ask the lead for the assessment.")
    if one.status not in UNTIL_AGREED:
        raise Refused(CODES_STOPPED)
    if one.status is Status.PREPARING:
        raise Refused(NOT_ASKED_YET)
    if agency.observer or agency.archived_at:
        raise Refused(NO_LONGER_ASKED)
    return one.partnership_id


def _remember(desk: Desk, tx: Writing, source: str) -> None:
    """A wrong code, and that those of yesterday are forgotten; the code itself is kept nowhere."""
    for old in store.wrong_codes_before(tx, desk.now() - KEPT):
        store.remove_wrong_code(tx, old, _event_of(desk, old, "wrong_code.cleared"))
    row_id = desk.new_id()
    event = _event_of(desk, row_id, "join_code.refused")
    store.add_wrong_code(tx, row_id, source[: NAME - 1], desk.now(), event)


def _event_of(desk: Desk, row_id: str, what: str) -> ActivityEvent:
    return desk.event(what, subject_table="wrong_code", subject_id=row_id, partnership_id=None)
