"""Makes the papers of a review by another area."""

from exports.visits.service.offering import copies, make, offers
from exports.visits.service.reading_through import texts_unread


__all__ = ["copies", "make", "offers", "texts_unread"]
