"""How a statement came to its rating, and how far the room agreed, told honestly."""

from datetime import date

from assessment.access.desk import Desk
from assessment.access.wording import local_day
from assessment.consensus import store
from assessment.consensus.model import AgreedRating
from assessment.consensus.rules.history import History, LateVoice, changes_of
from assessment.consensus.rules.honesty import Honesty, Told, honesty_of
from assessment.consensus.rules.later import was_not_there, working_days_after
from assessment.consensus.service.gathering import gathered, views_asked_for
from assessment.consensus.service.reading import different_views_of, rating_of, ratings_of
from assessment.consensus.service.showing import spread_shown
from assessment.partnership import service as partnerships
from assessment.partnership.model import Meeting
from assessment.views import service as views_service


def history(desk: Desk, assessment_id: str, statement_id: str) -> History:
    """One statement from first views to agreed rating, as far as it has been revealed.

    Before the reveal it says how many have answered and nothing of what they said.
    """
    with desk.store.reading() as tx:
        reveal = views_service.reveal_of(desk, assessment_id, statement_id)
        is_open = reveal is not None and reveal.spread_at is not None
        here = (desk, assessment_id, statement_id)
        agreed = rating_of(*here)
        views = views_service.shown_views(*here) if is_open else ()
        later = views_service.answered(desk, assessment_id).later_of(statement_id)
        return History(
            statement_id=statement_id,
            answered=len(views_service.answered_on(desk, assessment_id, statement_id)),
            frozen_at=reveal.frozen_at if reveal else None,
            spread_at=reveal.spread_at if reveal else None,
            names_at=reveal.names_at if reveal else None,
            spread=spread_shown(*here) if is_open else None,
            views=views,
            unnamed_later=len(later) - sum(view.after_reveal for view in views),
            changes=changes_of(store.rating_told(tx, agreed.id)) if agreed else (),
            agreed=agreed,
            meeting=_meeting(desk, agreed),
            different=_different(desk, assessment_id, statement_id),
        )


def not_there(desk: Desk, assessment_id: str) -> frozenset[str]:
    """The ids of different views that came later from agencies that were not there.

    It is said beside them wherever they are shown.
    """
    with desk.store.reading():
        agreed = ratings_of(desk, assessment_id)
        meetings = {one.id: one for one in partnerships.meetings(desk, assessment_id)}
        views = different_views_of(desk, assessment_id)
    found = set[str]()
    for view in views:
        rating = agreed.get(view.statement_id)
        meeting = meetings.get(rating.meeting_id or "") if rating else None
        if was_not_there(view, rating, meeting):
            found.add(view.id)
    return frozenset(found)


def honesty(desk: Desk, assessment_id: str) -> Honesty:
    """How far first views lay apart over the statements in scope, and who was not heard.

    Only revealed statements tell anything but how many answered; where no views were asked for
    it is empty. Raises Refused: see `gathered`.
    """
    if not views_asked_for(desk, assessment_id):
        return Honesty()
    room = gathered(desk, assessment_id)
    return honesty_of(
        Told(
            statement_id=one.id,
            asked=len(room.asked[one.id]),
            no_view=len(room.missing(one.id)),
            spread=room.spread(one.id) if room.is_revealed(one.id) else None,
        )
        for one in room.statements
    )


def different_views_until(desk: Desk, assessment_id: str) -> date | None:
    """The day until which an agency is asked for a different view: ten working days.

    Reckoned from the latest meeting held, else from the day it was agreed; None before either.
    Nothing closes on that day.
    """
    with desk.store.reading():
        meeting = partnerships.current_meeting(desk, assessment_id)
        one = partnerships.assessment(desk, assessment_id)
    if meeting is not None and meeting.held_on <= desk.today():
        return working_days_after(meeting.held_on)
    return working_days_after(local_day(one.agreed_at)) if one.agreed_at else None


def _meeting(desk: Desk, agreed: AgreedRating | None) -> Meeting | None:
    """The meeting that a rating was decided in."""
    if agreed is None or agreed.meeting_id is None:
        return None
    every = partnerships.meetings(desk, agreed.assessment_id)
    return next((one for one in every if one.id == agreed.meeting_id), None)


def _different(desk: Desk, assessment_id: str, statement_id: str) -> tuple[LateVoice, ...]:
    late = not_there(desk, assessment_id)
    return tuple(
        LateVoice(view=view, was_not_there=view.id in late)
        for view in different_views_of(desk, assessment_id)
        if view.statement_id == statement_id
    )
