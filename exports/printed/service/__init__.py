"""Use cases of printing: what can be made of an agency's sheets, making one or all, join slips."""

from exports.printed.service.offering import agencies_to_print, make, offers
from exports.printed.service.slips import join_slips, join_slips_name


__all__ = ["agencies_to_print", "join_slips", "join_slips_name", "make", "offers"]
