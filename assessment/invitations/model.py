"""A code for an agency, the devices that joined by it, and turns at the laptop."""

from datetime import datetime

from assessment.access.frozen import Frozen


class JoinCode(Frozen):
    """The code of one agency in one assessment. Only its hash is kept; a new one replaces it."""

    id: str
    assessment_id: str
    agency_id: str
    code_hash: str
    made_at: datetime
    saved_at: datetime
    revoked_at: datetime | None = None
    version: int = 1


class Device(Frozen):
    """A phone or PC that joined by an agency's code; only the hash of its token is kept.

    The first of an agency is its contact's, whose answers are the agency's; the others' stand
    beside them. `number` counts an agency's devices from 1.
    """

    id: str
    assessment_id: str
    join_code_id: str
    agency_id: str
    token_hash: str
    number: int
    contact: bool = False
    joined_at: datetime
    saved_at: datetime
    ended_at: datetime | None = None
    version: int = 1


class CodeMade(Frozen):
    """That an agency has a code, and since when; never which."""

    agency_id: str
    made_at: datetime


class Joined(Frozen):
    """A device as the lead and its own agency see it; nothing of its token."""

    id: str
    agency_id: str
    number: int
    contact: bool
    joined_at: datetime
    ended_at: datetime | None = None


class LaptopTurn(Frozen):
    """The lead's laptop while it is passed around: one agency's form, or a blank screen.

    `agency_id` is None between turns. It ends with the PIN, of which only a hash is kept.
    """

    id: str
    assessment_id: str
    agency_id: str | None = None
    pin_hash: str
    wrong_pins: int = 0
    last_wrong_at: datetime | None = None
    began_at: datetime
    saved_at: datetime
    ended_at: datetime | None = None
    version: int = 1


class Passed(Frozen):
    """The laptop on its way round, as its screen knows it; nothing of the PIN.

    `agency_id` is None between turns; `over` are the agencies that have had theirs in this round,
    which began at `began_at`.
    """

    id: str
    assessment_id: str
    agency_id: str | None
    began_at: datetime
    over: frozenset[str] = frozenset()


class Reach(Frozen):
    """How far the room's door is reached: devices of others since it opened, and for how long."""

    devices: int
    seconds: int
