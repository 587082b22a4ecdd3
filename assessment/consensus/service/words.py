"""What stands beside an agreed rating: its words, who writes them later, and which prisons."""

from collections.abc import Collection

from assessment.access.desk import Desk
from assessment.access.drafts import drafting
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import PARAGRAPH
from assessment.access.typed import Typed
from assessment.consensus import store
from assessment.consensus.permissions import check_user_can_edit_words, check_user_can_record_rating
from assessment.consensus.service.saving import found_or_begun, write
from assessment.partnership import service as partnerships


def edit_words(desk: Desk, assessment_id: str, statement_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into `rationale` or `because`; open until the assessment is closed.

    Raises:
        StaleEdit, LikelyIdentifier, TooLong: see accept_text. Refused, BadInput: see `at_work`.
    """
    with drafting(desk, typed) as draft:
        partnerships.at_work(desk, assessment_id, statement_id, check_user_can_edit_words)
        row = found_or_begun(desk, draft.tx, assessment_id, statement_id)
        text = draft.accepted("agreed_rating", row, field, limit=PARAGRAPH)
        what = f"agreed_rating.{field}_edited"
        write(desk, draft.tx, row, what, {field: text}, typed.spell)


def set_words_from(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    agency_id: str | None,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Say which agency will write what was left for later; open until the assessment is closed.

    Raises:
        ChangedMeanwhile: another screen chose another than the one `seen` here.
        BadInput: an agency of another area, or an observer. Refused: see `at_work`.
    """
    with desk.store.writing() as tx:
        one = partnerships.at_work(desk, assessment_id, statement_id, check_user_can_edit_words)
        partnerships.check_asked_here(desk, one.partnership_id, agency_id)
        row = found_or_begun(desk, tx, assessment_id, statement_id)
        if row.words_from != agency_id:
            column = ("words_from",)
            check_unmoved(tx, "agreed_rating", row, column, seen=seen, stands=row.words_from)
        write(desk, tx, row, "agreed_rating.words_from_set", {"words_from": agency_id})


def set_prisons(
    desk: Desk,
    assessment_id: str,
    statement_id: str,
    prisons: Collection[str],
    seen: Collection[str] | None = None,
) -> None:
    """Say which prisons it is about or hold it back; with `seen`, by the difference to that.

    Raises:
        Refused: the assessment is agreed. BadInput: a prison of another area.
    """
    with desk.store.writing() as tx:
        one = partnerships.at_work(desk, assessment_id, statement_id, check_user_can_record_rating)
        partnerships.check_prisons_here(desk, one.partnership_id, set(prisons) - set(seen or ()))
        row = found_or_begun(desk, tx, assessment_id, statement_id)
        event = partnerships.event_on(desk, row, "agreed_rating.prisons_set")
        store.link_prisons(tx, row.id, prisons, event, seen)
