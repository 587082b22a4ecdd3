"""Join slips of codes that have just been made."""

from collections.abc import Mapping

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from exports.printed.loader.setting import in_type
from exports.printed.model import Slips
from exports.printed.rules.heads import head
from exports.printed.rules.slips import WITH_ROOM, WITHOUT_ROOM, slips_of
from exports.printed.service.basis import basis_of
from exports.printed.service.keeping import named, recorded
from exports.report.made import Made


WHAT = "codes to join"


def join_slips_name(desk: Desk, assessment_id: str) -> str:
    """What the file of slips is called today. Raises as `join_slips` does for who may not."""
    return named(desk, basis_of(desk, assessment_id).area, WHAT)


def join_slips(desk: Desk, assessment_id: str, codes: Mapping[str, str], address: str) -> Made:
    """A slip for each agency of which `codes` has a code; recorded as made, without the codes.

    `codes` are as `invitations.make_codes` gives them, by agency id: they are kept nowhere, so a
    slip can only be made while they are on screen. `address` is the room's, or empty.

    Raises:
        Refused: someone other than the lead. BadInput: none of these is an agency here.
    """
    basis = basis_of(desk, assessment_id)
    names = {each.id: each.name for each in basis.agencies}
    slips = slips_of(codes, names, address)
    if not slips:
        raise BadInput("There are no codes to print. Make codes first.")
    sheet = Slips(
        **head(WHAT, basis.area, basis.assessment),
        address=address,
        how=WITH_ROOM if address else WITHOUT_ROOM,
        slips=slips,
    )
    made = in_type(sheet, desk.now())
    name = named(desk, basis.area, WHAT)
    notes = recorded(desk, basis.area, basis.assessment, "slips", name, [made])
    return Made(data=made.pdf, file_name=name, notes=notes)
