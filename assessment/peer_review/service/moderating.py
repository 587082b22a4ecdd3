"""The moderated rating: set by the partnership in a meeting, beside what was agreed.

Neither the lead nor a peer reviewer sets it alone: at least two agencies that are asked to rate
must have been there. It overwrites nothing. Its words are bound to who was there as the rating is:
what a meeting set is written anew only on the day on which it was written down, or by a later one.
"""

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.access.wording import in_sentence, local_day, long_date
from assessment.bank.model import LEVELS
from assessment.partnership import service as partnerships
from assessment.partnership.model import Meeting
from assessment.peer_review import store
from assessment.peer_review.model import Kept, ModeratedRating, ReviewRound
from assessment.peer_review.service import saving
from assessment.peer_review.service.refusing import check_reads
from assessment.peer_review.service.setting_up import changing
from assessment.peer_review.store import findings as finding_store
from assessment.store.work import Writing


FEWEST = 2
NOT_ALONE = (
    "A moderated rating is the partnership’s, so at least two of its agencies must have been "
    "there. Say on the page Meetings who was at this one."
)
NO_MEETING = (
    "Not saved: no meeting was held since the ratings came back. Add the one at which it was set, "
    "and say who was there."
)
SET_ALREADY = (
    "Not saved: the meeting of {} set this rating and its words, with who was there. They are "
    "changed when the partnership meets again: add that meeting, and say who is there."
)
NO_REASON = "Not saved: say in a few words why."
NOT_IN_ROUND = "That statement is not one of this review’s. Nothing was changed."
NOT_BACK = "No peer reviewer’s ratings are in yet, so there is nothing to moderate."
GONE = "No moderated rating was set for this statement."


def moderate(
    desk: Desk,
    round_id: str,
    statement_id: str,
    rating: int | None,
    reason: str,
    meeting_id: str | None = None,
    *,
    confirmed: bool = False,
) -> str:
    """Record what the partnership says of a statement after the review; gives its id.

    `rating` None is: not applicable here. `meeting_id` is the meeting that set it, the current one
    where none is named; who was there is kept as it stands now.

    Raises:
        Refused: not the lead, fewer than two agencies there, no ratings are in, or on a later day
            with no later meeting than the one that set it before.
        BadInput: no meeting, no reason, or no statement of this round.
        TooLong, LikelyIdentifier: see accept_words.
    """
    if rating is not None and rating not in range(LEVELS):
        raise ValueError(f"no rating on the scale: {rating}")
    text = accept_words(reason.strip(), limit=PARAGRAPH, confirmed=confirmed)
    with changing(desk, round_id) as (tx, one):
        _check_can_be_set(tx, one, statement_id)
        meeting = _meeting(desk, one, meeting_id)
        present = _present(desk, one, meeting)
        if not text:
            raise BadInput(NO_REASON)
        row = _row(desk, tx, one, statement_id)
        _check_may_set_again(desk, one, row, meeting)
        _set(desk, tx, one, row, rating, text, meeting)
        event = saving.event_of(desk, one, Kept.MODERATED, row.id, "moderated_rating.present_set")
        finding_store.link_present(tx, row.id, present, event)
    return row.id


def take_moderated_back(desk: Desk, round_id: str, statement_id: str) -> None:
    """It stands no longer; what was set stays to be read. Raises Refused for not the lead."""
    with changing(desk, round_id) as (tx, one):
        row = finding_store.moderated(tx, round_id).get(statement_id)
        if row is not None and row.stands:
            what = "moderated_rating.taken_back"
            saving.set_values(desk, tx, one, Kept.MODERATED, row, what, taken_back_at=desk.now())


def taken_back(desk: Desk, round_id: str) -> dict[str, ModeratedRating]:
    """The moderated ratings that were set and taken back, by statement id."""
    check_reads(desk)
    with desk.store.reading() as tx:
        found = finding_store.moderated(tx, round_id)
    return {key: one for key, one in found.items() if one.was_set and not one.stands}


def _check_can_be_set(tx: Writing, one: ReviewRound, statement_id: str) -> None:
    if one.returned_at is None:
        raise Refused(NOT_BACK)
    if statement_id not in store.statements(tx, one.id):
        raise BadInput(NOT_IN_ROUND)


def _meeting(desk: Desk, one: ReviewRound, meeting_id: str | None) -> Meeting:
    held = meetings_since(desk, one)
    current = partnerships.current_meeting(desk, one.assessment_id)
    wanted = meeting_id or (current.id if current else None)
    for each in held:
        if each.id == wanted:
            return each
    raise BadInput(NO_MEETING)


def meetings_since(desk: Desk, one: ReviewRound) -> tuple[Meeting, ...]:
    """The meetings at which a round's findings could be talked of: held since they came back.

    Who was at an earlier one has seen none of them, so that its attendance says nothing here.
    """
    if one.returned_at is None:
        return ()
    back, today = local_day(one.returned_at), desk.today()
    every = partnerships.meetings(desk, one.assessment_id)
    return tuple(each for each in every if back <= each.held_on <= today)


def _check_may_set_again(
    desk: Desk, one: ReviewRound, row: ModeratedRating, meeting: Meeting
) -> None:
    """Refused where the lead alone would rewrite what an earlier meeting set."""
    if row.meeting_id is None or local_day(row.set_at) == desk.today():
        return
    every = {each.id: each.held_on for each in partnerships.meetings(desk, one.assessment_id)}
    held_on = every.get(row.meeting_id, local_day(row.set_at))
    if meeting.id == row.meeting_id or meeting.held_on < held_on:
        raise Refused(SET_ALREADY.format(long_date(held_on)))


def _present(desk: Desk, one: ReviewRound, meeting: Meeting) -> tuple[str, ...]:
    """The agencies of a meeting that are asked to rate; Refused where there are fewer than two."""
    there = tuple(
        agency_id
        for agency_id in meeting.present
        if not partnerships.agency(desk, agency_id).observer
    )
    if len(there) < FEWEST:
        raise Refused(f"Not saved: {in_sentence(NOT_ALONE)}")
    return there


def _set(
    desk: Desk,
    tx: Writing,
    one: ReviewRound,
    row: ModeratedRating,
    rating: int | None,
    reason: str,
    meeting: Meeting,
) -> None:
    values = {
        "rating": rating,
        "not_applicable": rating is None,
        "reason": reason,
        "meeting_id": meeting.id,
        "set_at": desk.now(),
        "taken_back_at": None,
    }
    saving.set_values(desk, tx, one, Kept.MODERATED, row, "moderated_rating.set", **values)


def _row(desk: Desk, tx: Writing, one: ReviewRound, statement_id: str) -> ModeratedRating:
    found = finding_store.moderated(tx, one.id).get(statement_id)
    if found is not None:
        return found
    now = desk.now()
    blank = ModeratedRating(
        id=desk.new_id(), round_id=one.id, statement_id=statement_id, set_at=now, saved_at=now
    )
    event = saving.event_of(desk, one, Kept.MODERATED, blank.id, "moderated_rating.begun")
    store.add_if_absent(tx, Kept.MODERATED, blank, ["round_id", "statement_id"], event)
    return finding_store.moderated(tx, one.id).get(statement_id, blank)
