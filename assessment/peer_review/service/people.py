"""The peer reviewers of a round: by role and organisation, never by name."""

from collections.abc import Iterator
from contextlib import contextmanager

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.access.texts import NAME, accept_words
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.peer_review import store
from assessment.peer_review.model import Kept, PeerReviewer, ReviewRound
from assessment.peer_review.service import saving
from assessment.peer_review.service.setting_up import changing
from assessment.store.work import Writing


HAS_SEEN = (
    "This peer reviewer’s ratings are in, so for whose contract they may bid stands as it was. "
    "Add another peer reviewer instead."
)


def add_reviewer(
    desk: Desk,
    round_id: str,
    role: str = "",
    organisation: str = "",
    may_bid_for: str | None = None,
    *,
    confirmed: bool = False,
) -> str:
    """Add a peer reviewer by role and organisation; gives the id. Both words may follow.

    `may_bid_for` is an agency here for whose contract their organisation may bid.

    Raises:
        Refused: see `changing`. BadInput: an agency of another area. TooLong, LikelyIdentifier:
        see accept_words.
    """
    words = [
        accept_words(text.strip(), limit=NAME, confirmed=confirmed) for text in (role, organisation)
    ]
    with changing(desk, round_id) as (tx, one):
        _check_agency(desk, one, may_bid_for)
        now = desk.now()
        new = PeerReviewer(
            id=desk.new_id(),
            round_id=round_id,
            role=words[0],
            organisation=words[1],
            may_bid_for=may_bid_for,
            added_at=now,
            saved_at=now,
        )
        event = saving.event_of(desk, one, Kept.REVIEWER, new.id, "peer_reviewer.added")
        store.add(tx, Kept.REVIEWER, new, event)
    return new.id


def edit_reviewer_text(desk: Desk, reviewer_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into `role` or `organisation`. Raises as accept_text; Refused."""

    def find(tx: Writing) -> tuple[ReviewRound, PeerReviewer]:
        row = saving.found_reviewer(tx, reviewer_id)
        one = saving.found_round(tx, row.round_id)
        saving.check_leads(desk, one)
        return one, row

    limit = {"role": NAME, "organisation": NAME}[field]
    saving.save_text(desk, Kept.REVIEWER, find, field, limit, typed)


def set_may_bid_for(
    desk: Desk,
    reviewer_id: str,
    agency_id: str | None,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Say for which agency's contract their organisation may bid.

    Raises:
        Refused: see `changing`, and once their ratings are in.
        BadInput: an agency of another area. ChangedMeanwhile: another screen chose another.
    """
    with _changing(desk, reviewer_id) as (tx, one, row):
        _check_agency(desk, one, agency_id)
        if row.returned_at is not None:
            raise Refused(HAS_SEEN)
        saving.set_choice(desk, tx, one, Kept.REVIEWER, row, "may_bid_for", agency_id, seen)


def put_reviewer_away(desk: Desk, reviewer_id: str) -> None:
    """Take a reviewer out of use: their link opens nothing. What they gave stays."""
    with _changing(desk, reviewer_id) as (tx, one, row):
        what = "peer_reviewer.put_away"
        saving.set_values(desk, tx, one, Kept.REVIEWER, row, what, archived_at=desk.now())


def put_reviewer_back(desk: Desk, reviewer_id: str) -> None:
    """Bring a reviewer back."""
    with _changing(desk, reviewer_id) as (tx, one, row):
        what = "peer_reviewer.put_back"
        saving.set_values(desk, tx, one, Kept.REVIEWER, row, what, archived_at=None)


@contextmanager
def _changing(desk: Desk, reviewer_id: str) -> Iterator[tuple[Writing, ReviewRound, PeerReviewer]]:
    with desk.store.writing() as tx:
        row = saving.found_reviewer(tx, reviewer_id)
        one = saving.found_round(tx, row.round_id)
        saving.check_leads(desk, one)
        yield tx, one, row


def _check_agency(desk: Desk, one: ReviewRound, agency_id: str | None) -> None:
    area = partnerships.partnership_of(desk, one.assessment_id)
    partnerships.check_agencies_here(desk, area, [agency_id])
