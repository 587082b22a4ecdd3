"""An assessment: begun, scoped, led and planned."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.access.typed import Typed
from assessment.bank import service as bank_service
from assessment.partnership import store
from assessment.partnership.model import MARKINGS, Assessment, Kept, Partnership, ScopeKind
from assessment.partnership.permissions import check_user_can_prepare
from assessment.partnership.rules.days import check_ahead, check_day, check_order
from assessment.partnership.rules.keeping import keep_until
from assessment.partnership.rules.record import Part, check_is_open
from assessment.partnership.rules.scope import check_nothing_is_lost
from assessment.partnership.service import reading, saving
from assessment.partnership.service.belonging import check_agencies_here, check_statements_here
from assessment.partnership.service.editing_area import accepted_name


Day = date | None | Unchecked
Chosen = str | None | Unchecked


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
    """Begin another assessment of an area; gives its id. Raises BadInput for a month far off.

    The plan runs on meanwhile, so who leads it and when it is next reviewed run on with it. It
    takes in the statements that the one before did, as far as this set has them.
    """
    check_day(month, desk.today(), "an assessment")
    item = _new(desk, partnership_id, bank_id, month)
    before = next(iter(reading.assessments(desk, partnership_id)), None)
    if before is not None:
        item = item.model_copy(update=_of_the_plan(before, desk.today()))
    with desk.store.writing():
        saving.add(desk, Kept.ASSESSMENT, item, _place(item))
        if before is not None:
            _take_in_as(desk, before, item)
    return item.id


def _take_in_as(desk: Desk, before: Assessment, item: Assessment) -> None:
    if before.scope_kind is item.scope_kind:
        return
    if before.scope_kind is ScopeKind.CHOSEN:
        known = {one.id for one in bank_service.bank_of(desk, item.bank_id).statements}
        chosen = reading.scope(desk, before.id) & known
        if not chosen:
            return
        choose_statements(desk, item.id, chosen)
    set_scope_kind(desk, item.id, before.scope_kind)


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


def _of_the_plan(before: Assessment, today: date) -> dict[str, object]:
    """What the assessment before says of the plan; a review that is over is not the next one."""
    ahead = before.next_review_on is not None and before.next_review_on >= today
    return {
        "plan_lead_agency_id": before.plan_lead_agency_id,
        "plan_lead_role": before.plan_lead_role,
        "review_rhythm": before.review_rhythm,
        "next_review_on": before.next_review_on if ahead else None,
    }


def _place(item: Assessment) -> dict[str, str]:
    return {"partnership_id": item.partnership_id, "assessment_id": item.id}


def edit_assessment_text(desk: Desk, assessment_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into a role, the review rhythm or the reason for no dates."""
    saving.edit_text(desk, Kept.ASSESSMENT, assessment_id, field, typed)


def set_month(desk: Desk, assessment_id: str, month: date | None, *, seen: Day = UNCHECKED) -> None:
    """Say by which month the assessment is known.

    `seen` is what the screen showed, here and in the choices that follow; each of them raises
    ChangedMeanwhile when another screen chose something else.

    Raises:
        BadInput: no month, or one that no assessment has. Refused: it is agreed.
    """
    if month is None:
        raise BadInput("An assessment is known by its month. The one before is kept.")
    check_day(month, desk.today(), "an assessment")
    first = month.replace(day=1)
    _choose(desk, assessment_id, "assessment.month_set", Part.MONTH, "month", first, seen)


def set_keep_until(
    desk: Desk, assessment_id: str, day: date | None, *, seen: Day = UNCHECKED
) -> None:
    """Say until when the assessment is kept. Raises BadInput for a day that is over."""
    if day and day < desk.today():
        raise BadInput("Not saved: that day has passed. Choose a later one.")
    _choose(desk, assessment_id, "assessment.keep_set", None, "keep_until", day, seen)


def set_lead_agency(
    desk: Desk, assessment_id: str, agency_id: str | None, *, seen: Chosen = UNCHECKED
) -> None:
    """Say which agency leads the assessment. Raises as `set_plan_lead_agency` does."""
    _set_agency(desk, assessment_id, "assessment.lead_set", "lead_agency_id", agency_id, seen)


def set_plan_lead_agency(
    desk: Desk, assessment_id: str, agency_id: str | None, *, seen: Chosen = UNCHECKED
) -> None:
    """Say which agency leads the plan.

    Raises:
        BadInput: an agency of another area. Refused: the assessment is closed.
    """
    what = "assessment.plan_lead_set"
    _set_agency(desk, assessment_id, what, "plan_lead_agency_id", agency_id, seen)


def _set_agency(
    desk: Desk, assessment_id: str, what: str, field: str, agency_id: str | None, seen: Chosen
) -> None:
    with desk.store.writing():
        check_agencies_here(desk, reading.partnership_of(desk, assessment_id), [agency_id])
        _choose(desk, assessment_id, what, Part.PLAN, field, agency_id, seen)


def set_next_review(
    desk: Desk, assessment_id: str, day: date | None, *, seen: Day = UNCHECKED
) -> None:
    """Say when actions are reviewed next.

    Raises:
        BadInput: a day that is over, too far ahead, or after the day to assess again.
        Refused: the assessment is closed.
    """
    check_ahead(day, desk.today(), "the next review")
    with desk.store.writing():
        check_order(day, reading.assessment(desk, assessment_id).assess_again_on)
        what, field = "assessment.next_review_set", "next_review_on"
        _choose(desk, assessment_id, what, Part.PLAN, field, day, seen)


def set_assess_again(
    desk: Desk, assessment_id: str, day: date | None, *, seen: Day = UNCHECKED
) -> None:
    """Say when the partnership assesses itself again.

    Raises:
        BadInput: a day that is over, too far ahead, or before the next review.
        Refused: the assessment is closed.
    """
    check_ahead(day, desk.today(), "assessing again")
    with desk.store.writing():
        check_order(reading.assessment(desk, assessment_id).next_review_on, day)
        what, field = "assessment.assess_again_set", "assess_again_on"
        _choose(desk, assessment_id, what, Part.PLAN, field, day, seen)


def set_scope_kind(
    desk: Desk, assessment_id: str, kind: ScopeKind, *, seen: ScopeKind | Unchecked = UNCHECKED
) -> None:
    """Choose core, all or a chosen set. No rating is deleted by it.

    A chosen set begins with what was in scope before.

    Raises:
        ChangedMeanwhile: another screen chose something else than was `seen` here.
        Refused: the assessment is already agreed.
    """
    with desk.store.writing() as tx:
        one = _open_for_scope(desk, assessment_id)
        row = saving.row_here(tx, Kept.ASSESSMENT, assessment_id)
        if kind is ScopeKind.CHOSEN and not store.chosen_statements(tx, assessment_id):
            event = saving.event_of(desk, Kept.ASSESSMENT, row, "assessment.statements_chosen")
            store.link(tx, "statements", one.id, reading.scope(desk, assessment_id), event)
        what, field = "assessment.scope_set", "scope_kind"
        _choose(desk, assessment_id, what, Part.SCOPE, field, kind, seen)


def choose_statements(
    desk: Desk,
    assessment_id: str,
    statements: Collection[str],
    seen: Collection[str] | None = None,
) -> None:
    """Make these the chosen set; with `seen`, by the difference to what the screen showed.

    Raises:
        Refused: the assessment is already agreed. BadInput: an unknown id.
    """
    with desk.store.writing():
        one = _open_for_scope(desk, assessment_id)
        check_statements_here(desk, one, statements)
        what = "assessment.statements_chosen"
        saving.set_links(desk, Kept.ASSESSMENT, one.id, what, "statements", statements, seen)


def use_statements(
    desk: Desk,
    assessment_id: str,
    bank_id: str,
    resting: Callable[[], Mapping[str, Collection[str]]],
) -> None:
    """Assess by another set of statements: a changed threshold, or an area's own.

    `resting` tells what rests on which statements ("evidence": their ids): ratings, evidence and
    actions are kept by slices above this one. It is asked inside the transaction.

    Raises:
        Refused: agreed already, or something rests on a statement that the new set lacks.
    """
    with desk.store.writing():
        _open_for_scope(desk, assessment_id)
        after = bank_service.bank_of(desk, bank_id)
        check_nothing_is_lost(resting(), {statement.id for statement in after.statements})
        what = "assessment.statements_chosen"
        saving.set_values(desk, Kept.ASSESSMENT, assessment_id, what, Part.SCOPE, bank_id=bank_id)


def _choose(
    desk: Desk,
    assessment_id: str,
    what: str,
    part: Part | None,
    field: str,
    value: object,
    seen: object,
) -> None:
    saving.set_choice(desk, Kept.ASSESSMENT, assessment_id, what, field, value, part, seen=seen)


def _open_for_scope(desk: Desk, assessment_id: str) -> Assessment:
    check_user_can_prepare(desk.actor)
    one = reading.assessment(desk, assessment_id)
    check_is_open(Part.SCOPE, one.status)
    return one
