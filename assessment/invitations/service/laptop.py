"""The lead's laptop, passed from agency to agency: one form at a time, and back only by the PIN.

While it is passed around, an open row of `laptop_turn` shuts the lead out of the whole app: the
desk of every web page is `behind` a gate that looks at this row first, in the same transaction. So
a tab that was open before can neither show nor write anything more, whatever it was about to do.
"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.texts import NAME
from assessment.access.wording import clock
from assessment.invitations import store
from assessment.invitations.model import LaptopTurn, Passed
from assessment.invitations.permissions import check_user_can_pass_laptop
from assessment.invitations.rules.pin import is_pin, is_right, pin_hash, wait_until
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, check_is_open
from assessment.store.work import Reading, Writing


PASSED = (
    "The laptop is being passed around, so nothing else can be seen or changed on it. "
    "The lead ends that with the PIN."
)
NOT_PASSED = "The laptop is not being passed around any more. Nothing was changed."
NO_PIN = "Choose a PIN of 4 to 8 figures. Nothing was changed."
WRONG_PIN = "That is not the PIN."
WAIT = (
    "Too many wrong PINs were typed. None is looked at before {}. "
    "Forgotten? On this computer, run: python3 run.py throughcare unlock"
)
ANOTHER_S_TURN = "It is another agency’s turn. Nothing was changed."
HAD_ITS_TURN = (
    "This agency has had its turn. For another one the lead ends the round with the PIN, and "
    "begins a new one."
)
Otherwise = Callable[[], object]


def passed(desk: Desk) -> Passed | None:
    """Where the laptop is on its way round; None while it is the lead's."""
    with desk.store.reading() as tx:
        row = store.turn_now(tx)
        if row is None:
            return None
        return Passed(
            id=row.id,
            assessment_id=row.assessment_id,
            agency_id=row.agency_id,
            began_at=row.began_at,
            over=store.turns_over(tx, row.id),
        )


def whose_turn(desk: Desk) -> tuple[str, str | None] | None:
    """What each open tab follows: the passing and whose turn it is; None for none."""
    with desk.store.reading() as tx:
        row = store.turn_now(tx)
    return (row.id, row.agency_id) if row else None


def lead_desk(desk: Desk, otherwise: Otherwise) -> Desk:
    """The desk of a page of the lead: each of its units of work is refused from the moment at
    which the laptop is passed on.

    `otherwise` is called then, where a page can do better than a message; it may raise.
    """

    def gate(tx: Reading) -> None:
        if store.turn_now(tx) is not None:
            otherwise()
            raise Refused(PASSED)

    return replace(desk, store=desk.store.behind(gate))


def turn_desk(desk: Desk, otherwise: Otherwise) -> Desk:
    """The desk of the agency whose turn it is, for as long as it is.

    Raises:
        Refused: it is nobody's turn now.
    """
    with desk.store.reading() as tx:
        row = store.turn_now(tx)
        if row is None or row.agency_id is None:
            raise Refused(NOT_PASSED)
        agency = partnerships.agency(desk, row.agency_id)
    end = ", at the lead’s laptop"
    actor = Actor(
        name=f"{agency.name[: NAME - len(end)]}{end}",
        role=Role.PARTNER,
        assessment_id=row.assessment_id,
        agency_id=row.agency_id,
    )
    mine = (row.id, row.agency_id)

    def gate(tx: Reading) -> None:
        now = store.turn_now(tx)
        if now is None or (now.id, now.agency_id) != mine:
            otherwise()
            raise Refused(ANOTHER_S_TURN)

    return replace(desk, actor=actor, store=desk.store.behind(gate))


def pass_laptop(desk: Desk, assessment_id: str, pin: str) -> None:
    """Shut the lead out of the app until the PIN is typed; the screen waits for the first turn.

    Raises:
        Refused: not the lead, or views are not taken now. BadInput: no PIN of 4 to 8 figures.
    """
    check_user_can_pass_laptop(desk.actor)
    if not is_pin(pin):
        raise BadInput(NO_PIN)
    hashed = pin_hash(pin, secrets.token_bytes(16))  # outside the transaction: it takes its time
    with desk.store.writing() as tx:
        one = partnerships.assessment(desk, assessment_id)
        check_is_open(Part.VIEWS, one.status)
        if store.turn_now(tx) is not None:
            raise Refused(PASSED)
        now = desk.now()
        row = LaptopTurn(
            id=desk.new_id(),
            assessment_id=assessment_id,
            pin_hash=hashed,
            began_at=now,
            saved_at=now,
        )
        event = partnerships.event_on(desk, row, "laptop_turn.began")
        store.add_turn(tx, row, event)


def begin_turn(desk: Desk, agency_id: str) -> None:
    """Open the form of one agency, after a blank screen.

    Raises:
        Refused: nobody passes the laptop, it is another's turn, or this agency had its own.
        BadInput: an agency of another area, or one that observes.
    """
    check_user_can_pass_laptop(desk.actor)
    with desk.store.writing() as tx:
        _begin(desk, tx, _row(tx), agency_id)


def begin_turn_by_pin(desk: Desk, agency_id: str, pin: str) -> None:
    """Open the form of an agency whose turn it is not yet: only the lead, who knows the PIN, does.

    Raises:
        Refused: see `begin_turn` and `end_by_pin`. BadInput: see `begin_turn`.
    """
    _by_pin(desk, pin, lambda tx, row: _begin(desk, tx, row, agency_id))


def _begin(desk: Desk, tx: Writing, row: LaptopTurn, agency_id: str) -> None:
    if row.agency_id == agency_id:
        return
    if row.agency_id is not None:
        raise Refused(ANOTHER_S_TURN)
    if agency_id in store.turns_over(tx, row.id):
        raise Refused(HAD_ITS_TURN)
    partnership_id = partnerships.partnership_of(desk, row.assessment_id)
    partnerships.check_asked_here(desk, partnership_id, agency_id)
    _write(desk, tx, row, "laptop_turn.agency_began", {"agency_id": agency_id})


def end_turn(desk: Desk, agency_id: str) -> None:
    """Blank the screen: the agency is done. Nothing where its turn is over already."""
    check_user_can_pass_laptop(desk.actor)
    with desk.store.writing() as tx:
        row = store.turn_now(tx)
        if row is not None and row.agency_id == agency_id:
            _write(desk, tx, row, store.TURN_OVER, {"agency_id": None})


def end_by_pin(desk: Desk, pin: str) -> None:
    """Give the app back to the lead who knows the PIN.

    Raises:
        Refused: the PIN is wrong, or too many wrong ones were typed and the wait is not over.
    """
    _by_pin(desk, pin, lambda tx, row: _write(desk, tx, row, "laptop_turn.ended", _ended(desk)))


def _by_pin(desk: Desk, pin: str, act: Callable[[Writing, LaptopTurn], None]) -> None:
    """Do what only the lead may do meanwhile; a wrong PIN is counted, and too many make it wait."""
    check_user_can_pass_laptop(desk.actor)
    with desk.store.reading() as tx:
        kept = _row(tx).pin_hash
    right = is_pin(pin) and is_right(pin, kept)
    with desk.store.writing() as tx:
        row = _row(tx)
        until = wait_until(row.wrong_pins, row.last_wrong_at)
        if until is not None and desk.now() < until:
            raise Refused(WAIT.format(clock(until)))
        if right and row.pin_hash == kept:
            act(tx, row)
            return
        wrong = {"wrong_pins": row.wrong_pins + 1, "last_wrong_at": desk.now()}
        _write(desk, tx, row, "laptop_turn.wrong_pin", wrong)
    raise Refused(WRONG_PIN)


def unlock(desk: Desk) -> bool:
    """Give the app back without the PIN, at this computer's command line; says whether it was shut.

    Whoever can type there can open the data itself, so this is no weaker.
    """
    check_user_can_pass_laptop(desk.actor)
    with desk.store.writing() as tx:
        row = store.turn_now(tx)
        if row is None:
            return False
        _write(desk, tx, row, "laptop_turn.unlocked", _ended(desk))
        return True


def _row(tx: Reading) -> LaptopTurn:
    row = store.turn_now(tx)
    if row is None:
        raise Refused(NOT_PASSED)
    return row


def _ended(desk: Desk) -> dict[str, Any]:
    return {"ended_at": desk.now(), "agency_id": None}


def _write(desk: Desk, tx: Writing, row: LaptopTurn, what: str, values: dict[str, Any]) -> None:
    event = partnerships.event_on(desk, row, what)
    store.change_turn(tx, row.id, values | {"saved_at": desk.now()}, event)
