"""Use cases of joining: the lead's codes, devices, whose desk each has, and the laptop in turn."""

from assessment.invitations.service.codes import codes_of, make_code, make_codes, revoke
from assessment.invitations.service.devices import (
    check_is_contact,
    devices_beside,
    devices_in_use,
    devices_of,
    end_device,
    hand_over,
    is_contact,
    is_seat,
    own_device,
    partner_desk,
    seats_in_use,
)
from assessment.invitations.service.joining import join, wrong_codes
from assessment.invitations.service.laptop import (
    begin_turn,
    begin_turn_by_pin,
    end_by_pin,
    end_turn,
    lead_desk,
    pass_laptop,
    passed,
    turn_desk,
    unlock,
    whose_turn,
)
from assessment.invitations.service.reach import reach_of


__all__ = [
    "begin_turn",
    "begin_turn_by_pin",
    "check_is_contact",
    "codes_of",
    "devices_beside",
    "devices_of",
    "end_by_pin",
    "end_device",
    "end_turn",
    "hand_over",
    "is_contact",
    "devices_in_use",
    "is_seat",
    "join",
    "lead_desk",
    "make_code",
    "make_codes",
    "own_device",
    "seats_in_use",
    "partner_desk",
    "pass_laptop",
    "passed",
    "reach_of",
    "revoke",
    "turn_desk",
    "unlock",
    "whose_turn",
    "wrong_codes",
]
