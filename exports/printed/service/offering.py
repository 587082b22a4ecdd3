"""Which sheets can be made for an agency or for all, and making one."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from assessment.access.desk import Desk
from assessment.access.errors import NotFound, UserError
from assessment.partnership.model import Agency
from exports.printed.loader.setting import all_in_type
from exports.printed.model import KINDS, Kind, Offer, Sheet
from exports.printed.service import after, before
from exports.printed.service.basis import Basis, basis_of
from exports.printed.service.keeping import named, recorded
from exports.report.bundle import zipped
from exports.report.made import Made


PDF, ZIP = "application/pdf", "application/zip"


class Maker(NamedTuple):
    """How one kind comes to be: why it cannot, its sheets, and whether each is its own file."""

    check: Callable[[Desk, Basis, str], None]
    sheets: Callable[[Desk, Basis, str], Sequence[Sheet]]
    apart: bool = False


MAKERS: Mapping[Kind, Maker] = {
    Kind.CARDS: Maker(before.check_cards, before.cards),
    Kind.PAPER: Maker(before.check_papers, before.papers),
    Kind.RECEIPT: Maker(before.check_receipts, before.receipts, apart=True),
    Kind.AFTER: Maker(after.check_after, after.after_pages, apart=True),
}


def agencies_to_print(desk: Desk, assessment_id: str) -> tuple[Agency, ...]:
    """The agencies that sheets are for, in their order. Raises as `basis_of` does."""
    return basis_of(desk, assessment_id).agencies


def offers(desk: Desk, assessment_id: str, agency_id: str = "") -> tuple[Offer, ...]:
    """Every document for one agency or for all, with why it cannot be made where it cannot.

    Raises:
        Refused: someone other than the lead. NotFound: no such assessment or agency.
    """
    with desk.store.reading():
        basis = _basis(desk, assessment_id, agency_id)
        return tuple(_offer(desk, basis, kind, agency_id) for kind in Kind)


def make(desk: Desk, assessment_id: str, kind: Kind, agency_id: str = "") -> Made:
    """One document for one agency, or for all of them; recorded as made.

    Where each agency's page is its own file, all of them come as a zip.

    Raises:
        UserError: it cannot be made; says why. Otherwise as `offers`.
    """
    basis = _basis(desk, assessment_id, agency_id)
    sheets = MAKERS[kind].sheets(desk, basis, agency_id)
    set_ = all_in_type(sheets, desk.now())
    name = _name(desk, basis, kind, agency_id)
    notes = recorded(desk, basis.area, basis.assessment, kind.value, name, set_)
    if not name.endswith(".zip"):
        return Made(data=set_[0].pdf, file_name=name, notes=notes)
    files = [
        Made(data=pdf.pdf, file_name=named(desk, basis.area, _what(kind, sheet.agency)))
        for sheet, pdf in zip(sheets, set_, strict=True)
    ]
    return Made(data=zipped(files), file_name=name, notes=notes)


def _basis(desk: Desk, assessment_id: str, agency_id: str) -> Basis:
    basis = basis_of(desk, assessment_id)
    if agency_id and not basis.chosen(agency_id):
        raise NotFound("That agency is not among those that take part.")
    return basis


def _offer(desk: Desk, basis: Basis, kind: Kind, agency_id: str) -> Offer:
    name, refused = _name(desk, basis, kind, agency_id), ""
    try:
        MAKERS[kind].check(desk, basis, agency_id)
    except UserError as error:
        refused = error.message
    media = ZIP if name.endswith(".zip") else PDF
    return Offer(kind=kind, file_name=name, media=media, refused=refused)


def _name(desk: Desk, basis: Basis, kind: Kind, agency_id: str) -> str:
    if agency_id:
        return named(desk, basis.area, _what(kind, basis.chosen(agency_id)[0].name))
    extension = "zip" if MAKERS[kind].apart else "pdf"
    return named(desk, basis.area, KINDS[kind].many, extension)


def _what(kind: Kind, agency: str) -> str:
    """What a file is, and whose; an agency's own page says that it is to stay with it."""
    if kind is Kind.AFTER:
        return f"{KINDS[kind].name}, only for {agency}"
    return f"{KINDS[kind].name} {agency}"
