"""Holding a review: beginning it, going through it, ending it.

Where it stands is in its row, so that after a crash it is back on its action.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from action_plans.actions import service as actions
from action_plans.actions.rules.status import status_of
from action_plans.actions.rules.unanswered import Unanswered
from action_plans.reviews import store
from action_plans.reviews.model import LEAST_MINUTES, MOST_MINUTES, Review, Turn
from action_plans.reviews.permissions import check_user_can_hold_reviews
from action_plans.reviews.rules.walking import proposed_next
from action_plans.reviews.service import reading
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.seen import UNCHECKED, Unchecked, check_unmoved
from assessment.access.wording import long_date
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, check_is_open
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing


@dataclass(frozen=True)
class Held:
    """One review as it stands inside the transaction that changes it."""

    desk: Desk
    tx: Writing
    review: Review

    def event(self, what: str) -> ActivityEvent:
        """The activity event of an act on this review."""
        return event_of(self.desk, self.review, what)

    def write(self, what: str, values: Mapping[str, Any]) -> None:
        """Write what differs, and when."""
        if any(getattr(self.review, name) != value for name, value in values.items()):
            whole = {**values, "saved_at": self.desk.now()}
            store.change_review(self.tx, self.review.id, whole, self.event(what))

    def check_seen(self, field: str, seen: object) -> None:
        """Raises ChangedMeanwhile when the screen showed something else than what stands."""
        stands = getattr(self.review, field)
        check_unmoved(self.tx, "review", self.review, (field,), seen=seen, stands=stands)


@contextmanager
def holding(desk: Desk, review_id: str, *, ended: bool = False) -> Iterator[Held]:
    """A transaction on one review that runs; or with `ended` on any.

    Raises:
        Refused: this person may not, or the review has ended. NotFound: there is no such review.
    """
    check_user_can_hold_reviews(desk.actor)
    with desk.store.writing() as tx:
        one = reading.review(desk, review_id)
        if not (one.running or ended):
            raise Refused("This review has ended, and its record stands. Begin another one.")
        yield Held(desk, tx, one)


def event_of(desk: Desk, item: Review, what: str) -> ActivityEvent:
    """The activity event of an act on a review."""
    return desk.event(
        what,
        subject_table="review",
        subject_id=item.id,
        partnership_id=item.partnership_id,
        assessment_id=item.assessment_id,
    )


def begin_review(desk: Desk, assessment_id: str) -> str:
    """Begin a review today, or go on with the one that runs; gives its id.

    Raises:
        Refused: this person may not, or the assessment is closed.
    """
    check_user_can_hold_reviews(desk.actor)
    with desk.store.writing() as tx:
        one = partnerships.assessment(desk, assessment_id)
        check_is_open(Part.PLAN, one.status)
        running = reading.running_review(desk, one.partnership_id)
        if running is not None:
            return running.id
        now = desk.now()
        item = Review(
            id=desk.new_id(),
            partnership_id=one.partnership_id,
            assessment_id=assessment_id,
            held_on=desk.today(),
            begun_at=now,
            next_on=proposed_next(desk.today(), one.assess_again_on),
            saved_at=now,
        )
        store.add_review(tx, item, event_of(desk, item, "review.begun"))
    return item.id


def set_present(
    desk: Desk, review_id: str, agencies: Collection[str], seen: Collection[str] | None = None
) -> None:
    """Say which agencies are there; with `seen`, only the difference to that is written.

    Raises BadInput for an agency of another area.
    """
    with holding(desk, review_id) as held:
        new = set(agencies) - set(seen or ())
        partnerships.check_agencies_here(desk, held.review.partnership_id, new)
        event = held.event("review.attendance_set")
        store.link_present(held.tx, review_id, agencies, event, seen)


def set_minutes(
    desk: Desk, review_id: str, minutes: int | None, *, seen: int | Unchecked = UNCHECKED
) -> None:
    """Say how long the review may take. Raises BadInput, ChangedMeanwhile."""
    if minutes is None or not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise BadInput(f"Not saved: a review takes {LEAST_MINUTES} to {MOST_MINUTES} minutes.")
    with holding(desk, review_id) as held:
        held.check_seen("minutes", seen)
        held.write("review.minutes_set", {"minutes": minutes})


def set_next(
    desk: Desk, review_id: str, day: date | None, *, seen: date | None | Unchecked = UNCHECKED
) -> None:
    """Say when the next review is. Raises BadInput for a day that is over, ChangedMeanwhile."""
    if day and day <= desk.today():
        raise BadInput(f"Not saved: the next review comes after {long_date(desk.today())}.")
    with holding(desk, review_id) as held:
        held.check_seen("next_on", seen)
        held.write("review.next_set", {"next_on": day})


def set_off(desk: Desk, review_id: str) -> None:
    """Lay down the turns as the plan stands now, and go to the first; once for each review.

    Raises BadInput where the next review has no day: what is due before it could not be found.
    """
    with holding(desk, review_id) as held:
        one, now = held.review, desk.now()
        if one.set_off_at is not None:
            return
        if one.next_on is None:
            raise BadInput("Set the day of the next review first: what is due by then comes up.")
        ahead = reading.walk_ahead(desk, one.partnership_id, one.next_on)
        for place, (action, why) in enumerate(ahead, 1):
            turn = Turn(
                id=desk.new_id(),
                review_id=review_id,
                action_id=action.id,
                place=place,
                why=why,
                stood=status_of(action, desk.today()).state,
                saved_at=now,
            )
            store.add_turn(held.tx, turn, held.event("review.turn_laid"))
        held.write("review.set_off", {"place": 1, "set_off_at": now})


def go_to(desk: Desk, review_id: str, place: int, *, seen: int | Unchecked = UNCHECKED) -> None:
    """Go on or back to a place in the walk; one after the last turn is its end.

    Another screen that went there first is no conflict; `seen` is the place that this one showed.
    """
    with holding(desk, review_id) as held:
        last = len(store.turns_of(held.tx, review_id)) + 1
        wanted = min(max(place, 1), last)
        if held.review.set_off_at and (seen is UNCHECKED or seen == held.review.place):
            held.write("review.went_to", {"place": wanted})


def end(desk: Desk, review_id: str, *, seen: date | None | Unchecked = UNCHECKED) -> None:
    """End the review: its record stands, and the assessment gets the day of the next one.

    `seen` is the assessment's next review as the screen showed it.

    Raises:
        BadInput: the next review has no day, or one that the assessment cannot have.
        ChangedMeanwhile: another screen set another day.
        Refused: the assessment is closed, or an action has neither a date nor a reason for none;
            once the ratings are agreed, also a statement rated 0 neither an action nor a reason.
    """
    with holding(desk, review_id) as held:
        one = held.review
        if one.next_on is None:
            raise BadInput("Set the day of the next review; then end this one.")
        actions.check_answered(left_open(desk, one), "Not ended yet")
        partnerships.set_next_review(desk, one.assessment_id, one.next_on, seen=seen)
        _keep_standing(held)
        actions.record_review(desk, one.partnership_id)
        held.write("review.ended", {"ended_at": desk.now()})


def left_open(desk: Desk, one: Review) -> Unanswered:
    """What keeps a review from its end: no action, or no date, is only with a reason.

    While ratings are still being agreed, what they ask of the plan is not asked here.
    """
    left = actions.unanswered_of(desk, one.assessment_id)
    agreed = partnerships.assessment(desk, one.assessment_id).agreed_at is not None
    return left if agreed else left.model_copy(update={"zeros": ()})


def put_away(desk: Desk, review_id: str) -> None:
    """Take a review out of use, such as one begun by mistake. What was said of actions stays."""
    with holding(desk, review_id, ended=True) as held:
        if held.review.archived_at is None:
            held.write("review.put_away", {"archived_at": desk.now()})


def put_back(desk: Desk, review_id: str) -> None:
    """Bring back what was put away. Raises Refused while another review runs."""
    with holding(desk, review_id, ended=True) as held:
        other = reading.running_review(desk, held.review.partnership_id)
        if held.review.ended_at is None and other is not None and other.id != review_id:
            raise Refused("Another review is running. End it first; then put this one back.")
        held.write("review.put_back", {"archived_at": None})


def _keep_standing(held: Held) -> None:
    """How each action stands at the end; the record tells it however the action goes on."""
    desk, now = held.desk, held.desk.now()
    for turn in store.turns_of(held.tx, held.review.id):
        state = status_of(actions.action(desk, turn.action_id), desk.today()).state
        values = {"stands": state, "saved_at": now}
        store.change_turn(held.tx, turn.id, values, held.event("review.turn_ended"))
