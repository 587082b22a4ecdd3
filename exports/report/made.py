"""What every format gives back."""

from assessment.access.frozen import Frozen
from assessment.documents.names import file_name
from assessment.privacy.audience import IN_FILE_NAMES
from exports.report.model import Report


CANNOT_LOAD_BACK = "This file cannot be loaded back; the complete copy can."


class Made(Frozen):
    """A finished file. `notes` are sentences for whoever made it, such as what was replaced."""

    data: bytes
    file_name: str
    notes: tuple[str, ...] = ()


def name_of(report: Report, what: str, extension: str) -> str:
    """A file's name: marking, area, what it is, whom it is for (the board's says none), day."""
    said = " ".join(filter(None, (what, IN_FILE_NAMES[report.audience])))
    return file_name(report.marking, report.area, said, report.today, extension)
