"""Sheets from before the workshop: cards, paper packs, receipts."""

from collections.abc import Sequence

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.views import service as views
from assessment.views.model import Asking
from exports.packs import service as packs
from exports.packs.model import Ground
from exports.packs.service.ground import ground_of
from exports.packs.service.making import CHOOSE_FIRST, NOT_ASKED
from exports.packs.service.receipts import NOTHING_YET
from exports.printed.model import Cards, Papers, Receipt, Sheet
from exports.printed.rules.cards import HOW, HOW_TITLE, sets_of
from exports.printed.rules.heads import head, where
from exports.printed.rules.papers import HOW as HOW_TO_FILL
from exports.printed.rules.papers import OTHERS, notes, paper_pack, statements
from exports.printed.rules.thanks import receipt_sheet
from exports.printed.service.basis import Basis


def cards(_desk: Desk, basis: Basis, agency_id: str) -> Sequence[Sheet]:
    """One set for the agency; for all, a set without a name and then one for each."""
    names = [each.name for each in basis.chosen(agency_id)]
    if not agency_id:
        names.insert(0, "")
    return [
        Cards(
            **head("cards to hold up", basis.area, basis.assessment),
            how_title=HOW_TITLE,
            how=HOW,
            sets=sets_of(basis.bank.labels(), names),
        )
    ]


def check_cards(_desk: Desk, _basis: Basis, _agency_id: str) -> None:
    """Cards can always be made."""


def papers(desk: Desk, basis: Basis, agency_id: str) -> Sequence[Sheet]:
    """One agency's pack, or those of all that are asked, in one document."""
    ground, asking = _may_ask(desk, basis, agency_id)
    asked = _asked(ground)
    chosen = [each for each in basis.chosen(agency_id) if each.id in asked]
    what = f"paper pack for {chosen[0].name}" if agency_id else "paper packs"
    return [
        Papers(
            **head(what, basis.area, basis.assessment),
            how=HOW_TO_FILL,
            notes=notes(ground.bank),
            others=OTHERS,
            statements=statements(ground.bank),
            packs=tuple(paper_pack(ground, each, asked[each.id], asking) for each in chosen),
        )
    ]


def check_papers(desk: Desk, basis: Basis, agency_id: str) -> None:
    """Raises UserError where no paper pack can be made: see `papers`."""
    _may_ask(desk, basis, agency_id)


def receipts(desk: Desk, basis: Basis, agency_id: str) -> Sequence[Receipt]:
    """A page for the agency, or for each whose views are here."""
    check_receipts(desk, basis, agency_id)
    one = basis.assessment
    meeting = partnerships.current_meeting(desk, one.id)
    meets_on = meeting.held_on if meeting and meeting.held_on >= desk.today() else None
    here = views.answered(desk, one.id)
    return [
        receipt_sheet(
            packs.receipt_of(desk, one.id, each.id),
            where(basis.area, one),
            meets_on,
            agreed=one.status is Status.AGREED,
        )
        for each in basis.chosen(agency_id)
        if here.by(each.id)
    ]


def check_receipts(desk: Desk, basis: Basis, agency_id: str) -> None:
    """Raises UserError where no view is here, or views are not asked for."""
    ground_of(desk, basis.assessment.id)
    here = views.answered(desk, basis.assessment.id)
    if not any(here.by(each.id) for each in basis.chosen(agency_id)):
        raise BadInput(NOTHING_YET if agency_id else "No view is here yet.")


def _may_ask(desk: Desk, basis: Basis, agency_id: str) -> tuple[Ground, Asking]:
    ground = ground_of(desk, basis.assessment.id)
    asking = views.asking_of(desk, basis.assessment.id)
    if asking is None or asking.names_shown is None:
        raise Refused(CHOOSE_FIRST)
    if not any(each.id in _asked(ground) for each in basis.chosen(agency_id)):
        raise BadInput(NOT_ASKED if agency_id else "No agency is asked for a view yet.")
    return ground, asking


def _asked(ground: Ground) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for statement_id, agency_id in ground.asked:
        found.setdefault(agency_id, set()).add(statement_id)
    return found
