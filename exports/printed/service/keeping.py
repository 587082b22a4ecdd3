"""Names a printed file and records that it left."""

from collections.abc import Sequence

from assessment.access.desk import Desk
from assessment.documents.names import file_name
from assessment.partnership.model import Assessment, Partnership
from exports.downloads import service as downloads
from exports.pdf.typeset import Rendered
from exports.printed.permissions import check_user_can_print


def recorded(
    desk: Desk, area: Partnership, one: Assessment, kind: str, name: str, made: Sequence[Rendered]
) -> tuple[str, ...]:
    """Record a file made of these; gives what whoever made it is to be told.

    Raises Refused unless the person leads.
    """
    check_user_can_print(desk.actor)
    notes = tuple(dict.fromkeys(note for each in made for note in each.notes))
    downloads.record_made(desk, area.id, one.id, kind, name, area.marking, " ".join(notes))
    return notes


def named(desk: Desk, area: Partnership, what: str, extension: str = "pdf") -> str:
    """The name of a file made today: marking, area, what it is, date."""
    return file_name(area.marking, area.name, what, desk.today(), extension)
