"""How an assessment asks for first views: names shown or not, by when, and back to whom."""

from datetime import date
from typing import Any

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.errors import Refused
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import NAME
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.store.work import Writing
from assessment.views import store
from assessment.views.model import Asking
from assessment.views.permissions import check_user_can_ask


NAMES_STAND = (
    "First views have come in, and whoever gave them was told whether names are shown. "
    "That stands now."
)
CHOOSE_FIRST = (
    "First choose whether agencies’ names are shown at the reveal: every form says so before its "
    "first question."
)


def asking_of(desk: Desk, assessment_id: str) -> Asking | None:
    """How views are asked for; None where nothing has been said of it yet."""
    with desk.store.reading() as tx:
        return store.asking_row(tx, assessment_id)


def choose_names_shown(
    desk: Desk, assessment_id: str, shown: bool, *, seen: bool | None | Unchecked = UNCHECKED
) -> None:
    """Choose whether a reveal may show which agency said what; until the first view is in.

    Raises:
        Refused: a view has come in under the other promise, or someone other than the lead asks.
        ChangedMeanwhile: another screen chose something else.
    """
    check_user_can_ask(desk.actor)
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id)
        if row.names_shown is shown:
            return
        check_unmoved(tx, "view_asking", row, ("names_shown",), seen=seen, stands=row.names_shown)
        if row.names_shown is not None and store.answered_pairs(tx, assessment_id):
            raise Refused(NAMES_STAND)
        _write(desk, tx, row, "view_asking.names_chosen", {"names_shown": shown})


def ask_for_views(desk: Desk, assessment_id: str) -> None:
    """Begin gathering first views; nothing when the assessment is further on already.

    Raises:
        Refused: it was not chosen whether names are shown, or someone other than the lead asks.
    """
    check_user_can_ask(desk.actor)
    with desk.store.writing() as tx:
        row = store.asking_row(tx, assessment_id)
        if row is None or row.names_shown is None:
            raise Refused(CHOOSE_FIRST)
        if partnerships.assessment(desk, assessment_id).status is Status.PREPARING:
            partnerships.ask_for_views(desk, assessment_id)


def set_reply_by(
    desk: Desk,
    assessment_id: str,
    day: date | None,
    *,
    seen: date | None | Unchecked = UNCHECKED,
) -> None:
    """Choose the day by which views are wanted. Raises as `choose_names_shown` does."""
    check_user_can_ask(desk.actor)
    with desk.store.writing() as tx:
        row = _row(desk, tx, assessment_id)
        if row.reply_by != day:
            check_unmoved(tx, "view_asking", row, ("reply_by",), seen=seen, stands=row.reply_by)
        _write(desk, tx, row, "view_asking.reply_by_set", {"reply_by": day})


def edit_reply_to(desk: Desk, assessment_id: str, typed: Typed) -> None:
    """Save where packs are to be sent back: a shared mailbox rather than a person's.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. Refused: someone other than the lead.
    """
    check_user_can_ask(desk.actor)
    with drafting(desk, typed) as draft:
        row = _row(desk, draft.tx, assessment_id)
        text = draft.accepted("view_asking", row, "reply_to", limit=NAME)
        _write(desk, draft.tx, row, "view_asking.reply_to_edited", {"reply_to": text}, typed.spell)


def _row(desk: Desk, tx: Writing, assessment_id: str) -> Asking:
    row = store.asking_row(tx, assessment_id)
    if row is not None:
        return row
    blank = Asking(id=desk.new_id(), assessment_id=assessment_id, reply_to="", saved_at=desk.now())
    return store.add_asking(tx, blank, partnerships.event_on(desk, blank, "view_asking.begun"))


def _write(
    desk: Desk, tx: Writing, row: Asking, what: str, values: dict[str, Any], spell: str = ""
) -> None:
    if all(getattr(row, name) == value for name, value in values.items()):
        return
    changed = values | {"saved_at": desk.now()}
    store.change_asking(tx, row.id, changed, partnerships.event_on(desk, row, what, spell))
