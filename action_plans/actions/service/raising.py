"""Raising an action."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from action_plans.actions import store
from action_plans.actions.model import (
    STARTER,
    TEXTS,
    Action,
    Answer,
    Kind,
    Source,
)
from action_plans.actions.permissions import check_user_can_edit_actions
from action_plans.actions.service.changes import event_of
from action_plans.actions.service.reading import agency_name, check_statements_of_area
from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.texts import accept_words
from assessment.partnership import service as partnerships
from assessment.store.work import Writing


def raise_action(
    desk: Desk,
    assessment_id: str,
    statement_ids: Sequence[str],
    what: str,
    *,
    owner_agency_id: str | None = None,
    owner_role: str = "",
    due_on: date | None = None,
    said_yes: bool = False,
    kind: Kind = Kind.IMPROVE,
    prisons: Sequence[str] = (),
    starter: str = "",
    source: Source = Source.SELF_ASSESSMENT,
    challenge_id: str | None = None,
    action_id: str = "",
    confirmed: bool = False,
) -> str:
    """Raise an action under the partnership's next number; gives its id.

    It starts as proposed. With `said_yes` it starts as agreed by its owner at the current meeting,
    provided that the owner's agency was there. `action_id` is for a caller that gave it an id
    beforehand, `confirmed` for words that look like an identifier and were kept deliberately.

    Raises:
        BadInput: it does not say what will be done, or names an agency, a prison or a statement
            that this area does not have. LikelyIdentifier, TooLong: see accept_words.
    """
    check_user_can_edit_actions(desk.actor)
    now = desk.now()
    draft = Action(
        id=action_id or desk.new_id(),
        partnership_id=partnerships.partnership_of(desk, assessment_id),
        opened_in=assessment_id,
        number=1,
        what=accepted_what(what, confirmed=confirmed),
        kind=kind,
        owner_agency_id=owner_agency_id,
        owner_role=accept_words(owner_role, limit=TEXTS["owner_role"].limit, confirmed=confirmed),
        original_due_on=due_on,
        due_on=due_on,
        source=source,
        challenge_id=challenge_id,
        starter=accept_words(starter, limit=STARTER, confirmed=confirmed),
        created_at=now,
        saved_at=now,
    )
    whole = draft.model_copy(update=_agreed(desk, draft)) if said_yes else draft
    with desk.store.writing() as tx:
        _add(desk, tx, whole, statement_ids, prisons)
    return draft.id


def accepted_what(what: str, *, confirmed: bool = False) -> str:
    """The words of an action. Raises BadInput when there are none."""
    words = accept_words(what, limit=TEXTS["what"].limit, confirmed=confirmed)
    if not words.strip():
        raise BadInput("Say in a few words what will be done.")
    return words


def was_present(desk: Desk, assessment_id: str, agency_id: str | None) -> bool:
    """Whether the agency was at the current meeting, and so could be asked there."""
    meeting = partnerships.current_meeting(desk, assessment_id)
    return bool(agency_id and meeting and agency_id in meeting.present)


def _add(
    desk: Desk, tx: Writing, draft: Action, statements: Sequence[str], prisons: Sequence[str]
) -> None:
    area = draft.partnership_id
    partnerships.check_agencies_here(desk, area, [draft.owner_agency_id])
    partnerships.check_prisons_here(desk, area, prisons)
    check_statements_of_area(desk, area, statements)
    number = store.next_number(tx, draft.partnership_id)
    item = draft.model_copy(update={"number": number})
    store.add_action(tx, item, event_of(desk, item, "action.raised"))
    store.link(tx, item.id, "statements", statements, event_of(desk, item, "action.linked"))
    store.link(tx, item.id, "prisons", prisons, event_of(desk, item, "action.prisons_set"))


def _agreed(desk: Desk, draft: Action) -> dict[str, Any]:
    """The owner's yes at the current meeting; nothing when its agency was not there."""
    meeting = partnerships.current_meeting(desk, draft.opened_in)
    if meeting is None or not was_present(desk, draft.opened_in, draft.owner_agency_id):
        return {}
    return {
        "answer": Answer.AGREED,
        "answered_by": draft.owner_role or agency_name(desk, draft.owner_agency_id),
        "answered_on": min(meeting.held_on, desk.today()),
    }
