"""A text that names a person, and where it may still stand."""

from pathlib import Path

from assessment.access.desk import Desk
from assessment.evidence import service as evidence
from exports.copies import service as copies
from tests.desk import Area


TOLD = "Zebedee Quillfeather told us on the wing"


def noted(desk: Desk, area: Area, title: str = TOLD) -> str:
    return evidence.add_evidence(desk, area.assessment_id, "P08", title)


def everything(desk: Desk, area: Area) -> str:
    return copies.make_copy(desk, area.partnership_id).decode()


def folder_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
