"""Devices that joined: whose desk each has, and what the lead can do about them."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import NotFound, Refused
from assessment.access.texts import NAME
from assessment.invitations import store
from assessment.invitations.model import Device, Joined
from assessment.invitations.permissions import check_user_can_invite
from assessment.invitations.rules.codes import token_hash
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.store.work import Reading, Writing


SEAT_GONE = (
    "This device has not joined, or the lead for the assessment has ended it. What was saved "
    "before is safe. To go on, type your agency’s code again."
)
ALL_CLOSED = "This assessment is closed, so no views are taken any more. Thank you for yours."
NOT_CONTACT = (
    "Your agency’s answers are sent from the device of its contact, and yours stand beside them "
    "there. If you are the contact, ask the lead for the assessment to say so."
)
NO_DEVICE = "That device is not one of this assessment’s. Nothing was changed."


def partner_desk(desk: Desk, token: str) -> Desk:
    """The desk of whoever sits at a device that joined: one agency's, in one assessment.

    Raises:
        Refused: no device has this token, the lead ended it, or the assessment is closed.
    """
    with desk.store.reading() as tx:
        row = store.device_of_token(tx, token_hash(token)) if token else None
        if row is None or row.ended_at:
            raise Refused(SEAT_GONE)
        one = partnerships.assessment(desk, row.assessment_id)
        if one.status is Status.CLOSED or one.archived_at:
            raise Refused(ALL_CLOSED)
        agency = partnerships.agency(desk, row.agency_id)
    end = f", device {row.number}"
    actor = Actor(
        name=f"{agency.name[: NAME - len(end)]}{end}",
        role=Role.PARTNER,
        assessment_id=row.assessment_id,
        agency_id=row.agency_id,
        device_id=row.id,
    )
    return Desk(store=desk.store, actor=actor, now=desk.now, new_id=desk.new_id)


def is_seat(desk: Desk, token: str) -> bool:
    """Whether a device in use has this token."""
    with desk.store.reading() as tx:
        row = store.device_of_token(tx, token_hash(token)) if token else None
    return row is not None and row.ended_at is None


def check_is_contact(desk: Desk) -> None:
    """Raises Refused on a device that was ended or that is not its agency's contact's.

    Whoever has no device passes: the lead, and an agency's turn at the lead's own laptop.
    """
    if desk.actor.device_id and not own_device(desk).contact:
        raise Refused(NOT_CONTACT)


def is_contact(desk: Desk) -> bool:
    """Whether answers given here are the agency's own. Raises Refused once it was ended."""
    return not desk.actor.device_id or own_device(desk).contact


def seats_in_use(desk: Desk, tokens: Collection[str]) -> Mapping[str, Device]:
    """The devices in use that have one of these tokens, by token."""
    hashes = {token: token_hash(token) for token in tokens}
    with desk.store.reading() as tx:
        found = store.devices_of_tokens(tx, set(hashes.values()))
    return {
        token: found[hashed]
        for token, hashed in hashes.items()
        if hashed in found and found[hashed].ended_at is None
    }


def devices_in_use(desk: Desk, assessment_id: str) -> tuple[Joined, ...]:
    """Every device in use, by agency and number: how many there are is no secret to any of them."""
    with desk.store.reading() as tx:
        return tuple(_seen(one) for one in store.devices(tx, assessment_id) if not one.ended_at)


def own_device(desk: Desk) -> Joined:
    """The device this person sits at. Raises Refused once it was ended, or when there is none."""
    with desk.store.reading() as tx:
        which = desk.actor.device_id
        row = tx.once(("device", which), partial(store.device_row, tx, which))
    if row is None or row.ended_at:
        raise Refused(SEAT_GONE)
    return _seen(row)


def devices_beside(desk: Desk) -> tuple[Joined, ...]:
    """The agency's other devices that are in use; () at the lead's own laptop."""
    if not desk.actor.device_id:
        return ()
    mine = own_device(desk)
    here = (desk.actor.assessment_id, mine.agency_id)
    with desk.store.reading() as tx:
        found = tx.once(("devices", *here), partial(store.devices_of_agency, tx, *here))
    return tuple(_seen(one) for one in found if one.id != mine.id and one.ended_at is None)


def devices_of(desk: Desk, assessment_id: str) -> tuple[Joined, ...]:
    """Every device that joined, by agency and number. Raises Refused unless the person leads."""
    check_user_can_invite(desk.actor)
    with desk.store.reading() as tx:
        return tuple(_seen(one) for one in store.devices(tx, assessment_id))


def end_device(desk: Desk, assessment_id: str, device_id: str) -> None:
    """End a device: its next click reaches nothing. What it gave stays.

    Raises:
        Refused: not the lead. NotFound: no device of this assessment.
    """
    check_user_can_invite(desk.actor)
    with desk.store.writing() as tx:
        row = _row(tx, assessment_id, device_id)
        if row.ended_at is None:
            _write(desk, tx, row, "device.ended", {"ended_at": desk.now(), "contact": False})


def hand_over(desk: Desk, assessment_id: str, device_id: str) -> None:
    """Make a device the one of its agency's contact; the one before stands beside it from now on.

    Raises:
        Refused: not the lead, or the device was ended. NotFound: no device of this assessment.
    """
    check_user_can_invite(desk.actor)
    with desk.store.writing() as tx:
        row = _row(tx, assessment_id, device_id)
        if row.ended_at:
            raise Refused("That device was ended. Let it join again first.")
        for other in store.devices(tx, assessment_id):
            if other.agency_id == row.agency_id and other.contact and other.id != row.id:
                _write(desk, tx, other, "device.contact_left", {"contact": False})
        if not row.contact:
            _write(desk, tx, row, "device.contact_taken", {"contact": True})


def _row(tx: Reading, assessment_id: str, device_id: str) -> Device:
    row = store.device_row(tx, device_id)
    if row is None or row.assessment_id != assessment_id:
        raise NotFound(NO_DEVICE)
    return row


def _write(desk: Desk, tx: Writing, row: Device, what: str, values: dict[str, Any]) -> None:
    event = desk.event(
        what,
        subject_table="device",
        subject_id=row.id,
        partnership_id=partnerships.partnership_of(desk, row.assessment_id),
        assessment_id=row.assessment_id,
    )
    store.change_device(tx, row.id, values | {"saved_at": desk.now()}, event)


def _seen(row: Device) -> Joined:
    return Joined(
        id=row.id,
        agency_id=row.agency_id,
        number=row.number,
        contact=row.contact,
        joined_at=row.joined_at,
        ended_at=row.ended_at,
    )
