"""What there is to read of review meetings."""

from datetime import date

from action_plans.actions import service as actions
from action_plans.actions.model import Action, ProgressNote, Reported
from action_plans.reviews import store
from action_plans.reviews.model import Review, Turn, Why
from action_plans.reviews.rules.walking import walk
from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.access.frozen import Frozen


class Here(Frozen):
    """Where a review stands: its turns, and the one on screen while the walk is under way."""

    review: Review
    turns: tuple[Turn, ...]

    @property
    def turn(self) -> Turn | None:
        """The turn on screen; None before the first and after the last."""
        return next((one for one in self.turns if one.place == self.review.place), None)

    @property
    def left(self) -> int:
        """How many turns are still to come, with the one on screen."""
        return len(self.turns) + 1 - max(self.review.place, 1)


def review(desk: Desk, review_id: str) -> Review:
    """One review. Raises NotFound."""
    with desk.store.reading() as tx:
        found = store.review_row(tx, review_id)
    if found is None:
        raise NotFound("That review is not here. The page of reviews lists those that are.")
    return found


def reviews_of(desk: Desk, partnership_id: str) -> tuple[Review, ...]:
    """The partnership's reviews that have ended, the newest first."""
    with desk.store.reading() as tx:
        found = store.reviews_of(tx, partnership_id)
    return tuple(one for one in found if one.ended_at and one.archived_at is None)


def put_away_reviews(desk: Desk, partnership_id: str) -> tuple[Review, ...]:
    """Those that were put away, the newest first."""
    with desk.store.reading() as tx:
        found = store.reviews_of(tx, partnership_id)
    return tuple(one for one in found if one.archived_at)


def running_review(desk: Desk, partnership_id: str) -> Review | None:
    """The review that has begun and not ended, if there is one: after a crash it goes on."""
    with desk.store.reading() as tx:
        return next((one for one in store.reviews_of(tx, partnership_id) if one.running), None)


def here(desk: Desk, review_id: str) -> Here:
    """The review with its turns. Raises NotFound."""
    with desk.store.reading() as tx:
        return Here(review=review(desk, review_id), turns=store.turns_of(tx, review_id))


def walk_ahead(desk: Desk, partnership_id: str, next_on: date) -> tuple[tuple[Action, Why], ...]:
    """What a review held today goes through, when the next one is on that day."""
    with desk.store.reading():
        held = reviews_of(desk, partnership_id)
        found = actions.actions_of(desk, partnership_id)
    return walk(found, desk.today(), next_on, held[0].held_on if held else None)


def note_of(desk: Desk, turn: Turn) -> ProgressNote | None:
    """What was said in a turn; None while nothing was."""
    return actions.note(desk, turn.id)


def said_in(desk: Desk, turns: tuple[Turn, ...]) -> dict[str, Reported]:
    """What was reported in each turn, by its id; those without a report are left out."""
    with desk.store.reading():
        notes = [note_of(desk, turn) for turn in turns]
    return {note.id: note.report for note in notes if note and note.report}
