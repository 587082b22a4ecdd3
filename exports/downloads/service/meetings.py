"""The partnership's own dates for a calendar: reviews, visits by other areas, assessing again."""

from functools import partial

from action_plans.reviews import service as reviews
from assessment.access.desk import Desk
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.peer_review import service as peer_reviews
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.permissions import user_can_read_reviews
from assessment.privacy.audience import Audience
from exports.downloads.permissions import check_user_can_download
from exports.downloads.service.agency import Offered
from exports.downloads.service.making import record_made
from exports.report.gathered import Gathered
from exports.report.made import Made
from exports.report.service import gather


KIND, WHAT = "meetings", "review meetings"


def meetings_file(desk: Desk, assessment_id: str) -> Offered | None:
    """The calendar that is for everyone, made on the click; None where no day is set yet.

    Raises Refused for whoever may not download.
    """
    check_user_can_download(desk.actor)
    with desk.store.reading():
        one = partnerships.assessment(desk, assessment_id)
        area = partnerships.partnership(desk, one.partnership_id)
        days = [one.next_review_on, one.assess_again_on]
        for held in _rounds(desk, assessment_id):
            days += [held.visit_on, held.progress_check_on]
    if not any(days):
        return None
    name = file_name(area.marking, area.name, WHAT, desk.today(), "ics")
    return Offered(
        "Save the meetings for a calendar",
        name,
        "text/calendar",
        partial(_make, desk, assessment_id),
    )


def meetings_of(desk: Desk, assessment_id: str, gathered: Gathered) -> Made:
    """The same file from what was gathered already, not recorded as made."""
    from exports.calendar.make import review_calendar  # here: a library that no page needs

    held = reviews.reviews_of(desk, gathered.partnership.id)
    return review_calendar(gathered, len(held), _rounds(desk, assessment_id))


def _rounds(desk: Desk, assessment_id: str) -> tuple[ReviewRound, ...]:
    """The reviews by other areas, for whoever may read of them before they are released."""
    if not user_can_read_reviews(desk.actor):
        return ()
    return peer_reviews.rounds(desk, assessment_id)


def _make(desk: Desk, assessment_id: str) -> Made:
    check_user_can_download(desk.actor)
    with desk.store.reading():
        gathered = gather(desk, assessment_id, Audience.BOARD)
        made = meetings_of(desk, assessment_id, gathered)
    area = gathered.partnership
    record_made(desk, area.id, assessment_id, KIND, made.file_name, area.marking)
    return made
