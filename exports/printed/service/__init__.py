"""Use cases of printing: what can be made of an agency's sheets, making one or all, join slips,
the record of a review."""

from exports.printed.service.offering import agencies_to_print, make, offers
from exports.printed.service.record import review_record, review_record_name
from exports.printed.service.slips import join_slips, join_slips_name


__all__ = [
    "agencies_to_print",
    "join_slips",
    "join_slips_name",
    "make",
    "offers",
    "review_record",
    "review_record_name",
]
