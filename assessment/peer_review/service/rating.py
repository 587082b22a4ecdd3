"""A peer reviewer's own ratings: given one by one by a link, or all at once by a pack."""

from collections.abc import Iterable
from typing import Any

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.texts import LINE, PARAGRAPH, accept_words
from assessment.access.typed import Typed
from assessment.access.wording import long_date
from assessment.bank.model import LEVELS
from assessment.consensus import service as consensus
from assessment.consensus.rules.later import working_days_after
from assessment.partnership.model import Status
from assessment.peer_review import store
from assessment.peer_review.model import (
    CannotTell,
    Challenge,
    GivenRating,
    Kept,
    ReviewerRating,
    ReviewRound,
    Said,
    Way,
)
from assessment.peer_review.permissions import OVER, check_user_can_go_on, check_user_can_rate
from assessment.peer_review.rules.agreement import raises_challenge
from assessment.peer_review.rules.stage import FACT_DAYS
from assessment.peer_review.service import saving
from assessment.peer_review.service.giving import Here, given_statements, here_of, is_live
from assessment.peer_review.service.refusing import check_own_reach, refuse_and_log
from assessment.peer_review.store import findings as finding_store
from assessment.store.work import Writing


TEXTS = {
    "line": LINE,
    "comment": PARAGRAPH,
    "question": PARAGRAPH,
    "evidence_asked": PARAGRAPH,
    "borrow": PARAGRAPH,
}
ARE_IN = "These ratings are in and stand. Talk about them at the visit, or answer the area’s reply."
NO_RATING = "That is no rating: the four levels go from 0 to 3. Nothing was changed."
NOTHING_RATED = (
    "Nothing is rated yet. Give at least one rating, or say that you cannot tell, then send."
)
STANDS = (
    "These ratings stand: the area’s were shown to this peer reviewer, a reply to them was begun, "
    "or the review was released."
)
NOT_GIVEN = "That statement was not given to this peer reviewer. Nothing was changed."
NOT_IN_YET = "Their own ratings are not in yet, so the area’s are not shown to them."


def rate(
    desk: Desk,
    reviewer_id: str,
    statement_id: str,
    said: Said | None,
    *,
    seen: Said | None | Unchecked = UNCHECKED,
) -> None:
    """Record the reviewer's own rating, that they cannot tell, or None to take it back.

    Raises:
        Refused: not this reviewer, their ratings are in, or the review is over. BadInput: a
        statement they were not given. ChangedMeanwhile: their other screen said something else.
    """
    _check_reach(desk, reviewer_id, [statement_id])
    with desk.store.writing() as tx:
        here, row = _open(desk, tx, reviewer_id, statement_id)
        if row.said != said:
            check_unmoved(
                tx, Kept.RATING, row, ("rating", "cannot_tell"), seen=seen, stands=row.said
            )
            what = "reviewer_rating.rated"
            saving.set_values(desk, tx, here.round, Kept.RATING, row, what, **_columns(said))


def edit_rating_text(
    desk: Desk, reviewer_id: str, statement_id: str, field: str, typed: Typed
) -> None:
    """Save what the reviewer typed into one of TEXTS. Raises as `rate`, and as accept_text."""
    _check_reach(desk, reviewer_id, [statement_id])

    def find(tx: Writing) -> tuple[ReviewRound, ReviewerRating]:
        here, row = _open(desk, tx, reviewer_id, statement_id)
        return here.round, row

    saving.save_text(desk, Kept.RATING, find, field, TEXTS[field], typed)


def set_for_visit(desk: Desk, reviewer_id: str, statement_id: str, wanted: bool) -> None:
    """Say whether they want to talk about it at the visit. Raises as `rate`."""
    _check_reach(desk, reviewer_id, [statement_id])
    with desk.store.writing() as tx:
        here, row = _open(desk, tx, reviewer_id, statement_id)
        what = "reviewer_rating.for_visit_set"
        saving.set_values(desk, tx, here.round, Kept.RATING, row, what, for_visit=wanted)


def rate_many(
    desk: Desk, reviewer_id: str, given: Iterable[GivenRating], *, confirmed: bool = False
) -> int:
    """Keep the ratings of a reviewer pack that came back, and that they are in; gives how many.

    All of them or none. What the pack left out stays as it is.

    Raises:
        Refused: not the lead, the ratings are in already, or the review is over.
        BadInput: a statement this reviewer was not given; it is logged. TooLong,
        LikelyIdentifier: see accept_words; `confirmed` keeps what looks like an identifier.
    """
    lines = list(given)
    with desk.store.reading() as tx:
        saving.check_leads(desk, here_of(desk, tx, reviewer_id).round)
    _check_given(desk, reviewer_id, [line.statement_id for line in lines])
    with desk.store.writing() as tx:
        here = here_of(desk, tx, reviewer_id)
        saving.check_leads(desk, here.round)
        for line in lines:
            _check_live(desk, here, by_link=False)
            row = _row(desk, tx, here, line.statement_id, Way.PACK)
            values = _columns(line.said) | _words(line, row, confirmed)
            what = "reviewer_rating.from_pack"
            values |= {"for_visit": line.for_visit, "way": Way.PACK}
            saving.set_values(desk, tx, here.round, Kept.RATING, row, what, **values)
        _bring_in(desk, tx, here)
    return len(lines)


def hand_in(desk: Desk, reviewer_id: str) -> None:
    """The reviewer says that their ratings are in: from then on they stand.

    Each that differs, cannot be told or asks something becomes a challenge. In a blind round the
    area's ratings can be shown from now on.

    Raises:
        Refused: not this reviewer, in already, or over. BadInput: nothing is rated.
    """
    _check_reach(desk, reviewer_id, [])
    with desk.store.writing() as tx:
        here = here_of(desk, tx, reviewer_id)
        check_user_can_rate(desk.actor, here.round.assessment_id, reviewer_id)
        _check_live(desk, here, by_link=True)
        _bring_in(desk, tx, here)


def show_area(desk: Desk, reviewer_id: str) -> None:
    """The second step: the area's ratings are given to a reviewer whose own are in.

    The lead does so by the second file, the reviewer by going on after sending theirs.

    Raises:
        Refused: neither of the two, or the reviewer's own ratings are not in.
    """
    check_own_reach(desk, reviewer_id)
    with desk.store.writing() as tx:
        here = here_of(desk, tx, reviewer_id)
        own = (here.round.assessment_id, reviewer_id)
        check_user_can_go_on(desk.actor, *own, here.assessment.status)
        if here.reviewer.returned_at is None:
            raise Refused(NOT_IN_YET)
        if here.reviewer.shown_at is not None:
            return
        now, one = desk.now(), here.round
        what = "peer_reviewer.area_shown"
        saving.set_values(desk, tx, one, Kept.REVIEWER, here.reviewer, what, shown_at=now)
        if one.second_file_at is None:
            what = "review_round.second_step"
            saving.set_values(desk, tx, one, Kept.ROUND, one, what, second_file_at=now)


def take_return_back(desk: Desk, reviewer_id: str) -> None:
    """The reviewer may go on rating, as when half a pack came back; their challenges go.

    Raises:
        Refused: not the lead, the area's ratings were shown to them, a reply was begun, or the
        round was released.
    """
    with desk.store.writing() as tx:
        here = here_of(desk, tx, reviewer_id)
        saving.check_leads(desk, here.round)
        raised = finding_store.challenges_by(tx, reviewer_id)
        # Also one that was emptied since: an action may have been raised from it meanwhile.
        begun = any(each.version > 1 for each in raised)
        if here.reviewer.shown_at or here.round.released_at or begun:
            raise Refused(STANDS)
        one, what = here.round, "peer_reviewer.return_taken_back"
        for each in raised:
            event = saving.event_of(desk, one, Kept.CHALLENGE, each.id, "challenge.taken_back")
            finding_store.remove_challenge(tx, each.id, event)
        saving.set_values(desk, tx, one, Kept.REVIEWER, here.reviewer, what, returned_at=None)
        if not any(each.returned_at for each in store.reviewers(tx, one.id)):
            values = {"returned_at": None, "facts_due_on": None, "facts_checked_at": None}
            saving.set_values(desk, tx, one, Kept.ROUND, one, what, **values)


def _bring_in(desk: Desk, tx: Writing, here: Here) -> None:
    one, now = here.round, desk.now()
    mine = finding_store.ratings_by(tx, here.reviewer.id)
    if not any(row.said is not None for row in mine.values()):
        raise BadInput(NOTHING_RATED)
    what = "peer_reviewer.ratings_in"
    saving.set_values(desk, tx, one, Kept.REVIEWER, here.reviewer, what, returned_at=now)
    # What has just come was not there when facts were checked.
    checked = "review_round.to_be_checked_again"
    saving.set_values(desk, tx, one, Kept.ROUND, one, checked, facts_checked_at=None)
    if one.returned_at is None:
        due = one.facts_due_on or working_days_after(desk.today(), FACT_DAYS)
        values = {"returned_at": now, "facts_due_on": due, "sent_at": one.sent_at or now}
        saving.set_values(desk, tx, one, Kept.ROUND, one, "review_round.ratings_back", **values)
    agreed = consensus.ratings_of(desk, one.assessment_id, list(mine))
    for row in mine.values():
        own = agreed[row.statement_id].rating if row.statement_id in agreed else None
        if raises_challenge(own, row):
            new = Challenge(id=desk.new_id(), rating_id=row.id, saved_at=now)
            event = saving.event_of(desk, one, Kept.CHALLENGE, new.id, "challenge.raised")
            store.add_if_absent(tx, Kept.CHALLENGE, new, ["rating_id"], event)


def _check_reach(desk: Desk, reviewer_id: str, statements: list[str]) -> None:
    """Before any transaction that writes, since what is refused here is logged."""
    check_own_reach(desk, reviewer_id)
    _check_given(desk, reviewer_id, statements)


def _check_given(desk: Desk, reviewer_id: str, statements: list[str]) -> None:
    with desk.store.reading() as tx:
        here = here_of(desk, tx, reviewer_id)
        outside = set(statements) - {one.id for one in given_statements(tx, here)}
    if outside:
        refuse_and_log(desk, "reviewer_rating.refused", here.round, BadInput(NOT_GIVEN))


def _open(
    desk: Desk, tx: Writing, reviewer_id: str, statement_id: str
) -> tuple[Here, ReviewerRating]:
    here = here_of(desk, tx, reviewer_id)
    check_user_can_rate(desk.actor, here.round.assessment_id, reviewer_id)
    _check_live(desk, here, by_link=True)
    return here, _row(desk, tx, here, statement_id, Way.LINK)


def _check_live(desk: Desk, here: Here, *, by_link: bool) -> None:
    """A pack that was made in time may be read after the round's last day; a link is shut."""
    if here.reviewer.returned_at is not None:
        raise Refused(ARE_IN)
    if not is_live(here.round, here.reviewer) or here.assessment.status is Status.CLOSED:
        raise Refused(OVER)
    if by_link and here.round.expires_on < desk.today():
        raise Refused(f"{OVER} Its last day was {long_date(here.round.expires_on)}.")


def _row(desk: Desk, tx: Writing, here: Here, statement_id: str, way: Way) -> ReviewerRating:
    found = finding_store.rating_by(tx, here.reviewer.id, statement_id)
    if found is not None:
        return found
    now = desk.now()
    blank = ReviewerRating(
        id=desk.new_id(),
        reviewer_id=here.reviewer.id,
        statement_id=statement_id,
        way=way,
        given_at=now,
        saved_at=now,
    )
    event = saving.event_of(desk, here.round, Kept.RATING, blank.id, "reviewer_rating.begun")
    store.add_if_absent(tx, Kept.RATING, blank, ["reviewer_id", "statement_id"], event)
    return finding_store.rating_by(tx, here.reviewer.id, statement_id) or blank


def _columns(said: Said | None) -> dict[str, Any]:
    if isinstance(said, CannotTell):
        return {"rating": None, "cannot_tell": True}
    if said is not None and said not in range(LEVELS):
        raise BadInput(NO_RATING)
    return {"rating": said, "cannot_tell": False}


def _words(line: GivenRating, row: ReviewerRating, confirmed: bool) -> dict[str, Any]:
    return {
        field: accept_words(
            getattr(line, field), stored=getattr(row, field), limit=limit, confirmed=confirmed
        )
        for field, limit in TEXTS.items()
    }
