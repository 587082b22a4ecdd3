"""Reads a region's table and writes it again; nothing of it is kept here."""

from collections.abc import Iterable, Mapping, Sequence

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.documents.names import file_name
from assessment.documents.refusal import UnusableFile
from assessment.pairing.loader import table
from assessment.pairing.model import Area
from assessment.pairing.permissions import check_user_can_pair
from assessment.pairing.rules.warnings import warnings_of


def read_table(desk: Desk, data: bytes, name: str) -> tuple[Area, ...]:
    """The areas of a workbook. Raises BadInput for one that cannot be used, Refused."""
    from assessment.pairing.loader.workbook import read  # here: xlsxwriter, which no page needs

    check_user_can_pair(desk.actor)
    try:
        return read(data, name)
    except UnusableFile as error:
        raise BadInput(" ".join((error.message, *error.problems))) from error


def typed_table(desk: Desk, rows: Iterable[Mapping[str, object]]) -> tuple[Area, ...]:
    """The areas of rows typed on the screen, checked as a workbook is. Raises as `read_table`."""
    check_user_can_pair(desk.actor)
    try:
        return table.typed(rows)
    except UnusableFile as error:
        raise BadInput(" ".join((error.message, *error.problems))) from error


def to_type_in(areas: Iterable[Area]) -> list[dict[str, str]]:
    """The rows of areas as they are typed; one empty row where there are none."""
    return table.to_type_in(areas)


def table_of(desk: Desk, areas: Sequence[Area]) -> bytes:
    """The table as a workbook with its warnings; without areas, one to fill in. Raises Refused."""
    from assessment.pairing.loader.workbook import written  # here: as above

    check_user_can_pair(desk.actor)
    rows = [(one, warnings_of(one, areas)) for one in areas]
    return written(rows, desk.now())


def table_name(desk: Desk) -> str:
    """What the workbook is called."""
    return file_name("", "", "who reviews whom", desk.today(), "xlsx")
