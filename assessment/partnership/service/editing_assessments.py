"""An assessment: begun, scoped, led, planned, and moved from stage to stage."""

from collections.abc import Sequence
from datetime import date

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.access.typed import Typed
from assessment.access.wording import listed
from assessment.bank import service as bank_service
from assessment.partnership import store
from assessment.partnership.model import (
    MARKINGS,
    Assessment,
    Kept,
    Partnership,
    ScopeKind,
    Status,
)
from assessment.partnership.permissions import (
    check_user_can_move_assessment,
    check_user_can_prepare,
)
from assessment.partnership.rules import status as status_rules
from assessment.partnership.rules.keeping import keep_until
from assessment.partnership.service import reading, saving
from assessment.partnership.service.editing_area import accepted_name


def start_partnership(
    desk: Desk, name: str, bank_id: str = "", *, confirmed: bool = False
) -> tuple[str, str]:
    """Begin an area and its first assessment, kept together; gives both ids.

    Without `bank_id` it is assessed by the statements that come with the toolkit.

    Raises:
        BadInput: without a name. LikelyIdentifier, TooLong: see accept_words.
    """
    check_user_can_prepare(desk.actor)
    now = desk.now()
    area = Partnership(
        id=desk.new_id(),
        name=accepted_name(name, confirmed=confirmed),
        marking=MARKINGS[0],
        created_at=now,
        saved_at=now,
    )
    statements = bank_id or bank_service.keep_bank(desk, bank_service.built_in_bank())
    first = _new(desk, area.id, statements, desk.today())
    with desk.store.writing() as tx:
        saving.insert(tx, desk, Kept.PARTNERSHIP, area, {"partnership_id": area.id})
        saving.insert(tx, desk, Kept.ASSESSMENT, first, _place(first))
    return area.id, first.id


def start_assessment(desk: Desk, partnership_id: str, bank_id: str, month: date) -> str:
    """Begin another assessment of an area; gives its id."""
    item = _new(desk, partnership_id, bank_id, month)
    saving.add(desk, Kept.ASSESSMENT, item, _place(item))
    return item.id


def _new(desk: Desk, partnership_id: str, bank_id: str, month: date) -> Assessment:
    now = desk.now()
    return Assessment(
        id=desk.new_id(),
        partnership_id=partnership_id,
        bank_id=bank_id,
        month=month.replace(day=1),
        keep_until=keep_until(desk.today()),
        created_at=now,
        saved_at=now,
    )


def _place(item: Assessment) -> dict[str, str]:
    return {"partnership_id": item.partnership_id, "assessment_id": item.id}


def edit_assessment_text(desk: Desk, assessment_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into a role, the review rhythm or the reason for no dates."""
    saving.edit_text(desk, Kept.ASSESSMENT, assessment_id, field, typed)


def set_month(desk: Desk, assessment_id: str, month: date | None) -> None:
    """Say by which month the assessment is known. Raises BadInput without one."""
    if month is None:
        raise BadInput("An assessment is known by its month. The one before is kept.")
    first = month.replace(day=1)
    saving.set_values(desk, Kept.ASSESSMENT, assessment_id, "assessment.month_set", month=first)


def set_keep_until(desk: Desk, assessment_id: str, day: date | None) -> None:
    """Say until when the assessment is kept. Raises BadInput for a day that is over."""
    if day and day < desk.today():
        raise BadInput("Not saved: the day until which it is kept is already over.")
    saving.set_values(desk, Kept.ASSESSMENT, assessment_id, "assessment.keep_set", keep_until=day)


def set_lead_agency(desk: Desk, assessment_id: str, agency_id: str | None) -> None:
    """Say which agency leads the assessment."""
    saving.set_values(
        desk, Kept.ASSESSMENT, assessment_id, "assessment.lead_set", lead_agency_id=agency_id
    )


def set_plan_lead_agency(desk: Desk, assessment_id: str, agency_id: str | None) -> None:
    """Say which agency leads the plan."""
    what = "assessment.plan_lead_set"
    saving.set_values(desk, Kept.ASSESSMENT, assessment_id, what, plan_lead_agency_id=agency_id)


def set_next_review(desk: Desk, assessment_id: str, day: date | None) -> None:
    """Say when actions are reviewed next."""
    what = "assessment.next_review_set"
    saving.set_values(desk, Kept.ASSESSMENT, assessment_id, what, next_review_on=day)


def set_assess_again(desk: Desk, assessment_id: str, day: date | None) -> None:
    """Say when the partnership assesses itself again."""
    what = "assessment.assess_again_set"
    saving.set_values(desk, Kept.ASSESSMENT, assessment_id, what, assess_again_on=day)


def set_scope_kind(desk: Desk, assessment_id: str, kind: ScopeKind) -> None:
    """Choose core, all or a chosen set. No rating is deleted by it.

    A chosen set begins with what was in scope before.

    Raises:
        Refused: the assessment is already agreed.
    """
    one = _open_for_scope(desk, assessment_id)
    before = reading.scope(desk, assessment_id)
    with desk.store.writing() as tx:
        row = saving.row_here(tx, Kept.ASSESSMENT, assessment_id)
        if kind is ScopeKind.CHOSEN and not store.chosen_statements(tx, assessment_id):
            event = saving.event_of(desk, Kept.ASSESSMENT, row, "assessment.statements_chosen")
            store.link_statements(tx, one.id, sorted(before), event)
        what = "assessment.scope_set"
        saving.change(tx, desk, Kept.ASSESSMENT, row, what, {"scope_kind": kind})


def choose_statements(desk: Desk, assessment_id: str, statements: Sequence[str]) -> None:
    """Make these the chosen set. Raises Refused once agreed, BadInput for an unknown id."""
    one = _open_for_scope(desk, assessment_id)
    bank = bank_service.bank_of(desk, one.bank_id)
    if not all(bank.has(statement_id) for statement_id in statements):
        raise BadInput("One of these is not among the statements. Nothing was changed.")
    what = "assessment.statements_chosen"
    saving.set_links(desk, Kept.ASSESSMENT, one.id, what, store.link_statements, statements)


def _open_for_scope(desk: Desk, assessment_id: str) -> Assessment:
    check_user_can_prepare(desk.actor)
    one = reading.assessment(desk, assessment_id)
    status_rules.check_scope_is_open(one)
    return one


def use_statements(desk: Desk, assessment_id: str, bank_id: str) -> None:
    """Assess by another set of statements: a changed threshold, or an area's own.

    Raises:
        Refused: agreed already, or under way while the new set lacks statements of the old.
    """
    one = _open_for_scope(desk, assessment_id)
    before, after = (bank_service.bank_of(desk, found) for found in (one.bank_id, bank_id))
    lost = [s.id for s in before.statements if not after.has(s.id)]
    if lost and one.status is not Status.PREPARING:
        raise Refused(
            f"Ratings have begun, and the new set has no {listed(lost[:5])}. "
            "Nothing was changed. Begin another assessment to use it."
        )
    what = "assessment.statements_chosen"
    saving.set_values(desk, Kept.ASSESSMENT, assessment_id, what, bank_id=bank_id)


def begin_consensus(desk: Desk, assessment_id: str) -> None:
    """Start agreeing ratings; nothing when that has begun already."""
    if reading.assessment(desk, assessment_id).status is Status.PREPARING:
        _move(desk, assessment_id, Status.CONSENSUS)


def agree(desk: Desk, assessment_id: str) -> None:
    """Record the assessment as agreed.

    Raises:
        Refused: the plan's lead or dates are missing without a reason, or it is not at this stage.
    """
    _move(desk, assessment_id, Status.AGREED)


def reopen(desk: Desk, assessment_id: str, reason: str, *, confirmed: bool = False) -> None:
    """Go back from agreed to agreeing ratings. Raises Refused without a reason."""
    why = accept_words(reason.strip(), limit=PARAGRAPH, confirmed=confirmed)
    _move(desk, assessment_id, Status.CONSENSUS, why)


def close(desk: Desk, assessment_id: str) -> None:
    """Close an agreed assessment."""
    _move(desk, assessment_id, Status.CLOSED)


def take_up_again(desk: Desk, assessment_id: str) -> None:
    """Undo `close`."""
    _move(desk, assessment_id, Status.AGREED)


def _move(desk: Desk, assessment_id: str, after: Status, reason: str = "") -> None:
    check_user_can_move_assessment(desk.actor)
    with desk.store.writing() as tx:
        row = saving.row_here(tx, Kept.ASSESSMENT, assessment_id)
        one = Assessment.model_validate({name: row[name] for name in Assessment.model_fields})
        move = status_rules.transition(one.status, after, reason)
        values: dict[str, object] = {"status": after}
        if after is Status.AGREED:
            status_rules.check_can_be_agreed(one)
            values["agreed_at"] = one.agreed_at or desk.now()
        if move.needs_reason:
            values |= {"agreed_at": None, "reopened_because": reason}
        saving.change(tx, desk, Kept.ASSESSMENT, row, f"assessment.{after}", values)
