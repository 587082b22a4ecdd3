"""The record of a review meeting as a page of its own."""

from action_plans.reviews import service as reviews
from action_plans.reviews.model import Review
from action_plans.reviews.rules.sentences import record_sentence
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.wording import long_date
from exports.printed.loader.setting import in_type
from exports.printed.model import REVIEW_RECORD, RecordSheet
from exports.printed.rules.heads import head
from exports.printed.rules.record import drafts_of
from exports.printed.service.basis import basis_of
from exports.printed.service.keeping import named, recorded
from exports.report.made import Made


RUNNING = "This review has not ended yet. Its record is made when it has."


def review_record_name(desk: Desk, review_id: str) -> str:
    """What its file is called today. Raises as `review_record` does for who may not."""
    one = reviews.review(desk, review_id)
    return named(desk, basis_of(desk, one.assessment_id).area, _what(one))


def review_record(desk: Desk, review_id: str) -> Made:
    """The record on one page as PDF, with the area's own marking; recorded as made.

    Raises:
        Refused: someone other than the lead, or the review has not ended. NotFound: no such one.
        UserError: a text cannot be set; says which.
    """
    one = reviews.review(desk, review_id)
    basis = basis_of(desk, one.assessment_id)
    if one.ended_at is None:
        raise Refused(RUNNING)
    record = reviews.record_of(desk, review_id)
    sheet = RecordSheet(
        **head(_what(one), basis.area, basis.assessment),
        heading=f"Review of {long_date(one.held_on)}",
        lead=record_sentence(record),
        drafts=drafts_of(record),
    )
    made, name = in_type(sheet, desk.now()), named(desk, basis.area, _what(one))
    notes = recorded(desk, basis.area, basis.assessment, REVIEW_RECORD, name, [made])
    return Made(data=made.pdf, file_name=name, notes=notes)


def _what(one: Review) -> str:
    return f"record of the review of {long_date(one.held_on)}"
