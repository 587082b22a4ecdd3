"""Which meeting a rating belongs to."""

from collections.abc import Iterable
from datetime import date

from assessment.partnership.model import Meeting


def current(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The latest meeting held today or before; before the first, the next with people ticked.

    Dates of later sessions are often set beforehand; they do not count until their day.
    """
    known = sorted(meetings, key=lambda m: (m.held_on, m.id))
    begun = [m for m in known if m.held_on <= today]
    return begun[-1] if begun else next((m for m in known if m.present), None)
