"""Use cases of joining: the lead's codes, devices that join by them, and whose desk each has."""

from assessment.invitations.service.codes import codes_of, make_code, make_codes, revoke
from assessment.invitations.service.devices import (
    check_is_contact,
    devices_beside,
    devices_of,
    end_device,
    hand_over,
    is_contact,
    is_seat,
    own_device,
    partner_desk,
)
from assessment.invitations.service.joining import join, wrong_codes


__all__ = [
    "check_is_contact",
    "codes_of",
    "devices_beside",
    "devices_of",
    "end_device",
    "hand_over",
    "is_contact",
    "is_seat",
    "join",
    "make_code",
    "make_codes",
    "own_device",
    "partner_desk",
    "revoke",
    "wrong_codes",
]
