"""Every query on what reviewers said, and on what came of it."""

from collections.abc import Collection

import sqlalchemy as sa

from assessment.peer_review.model import Challenge, Kept, ModeratedRating, ReviewerRating
from assessment.peer_review.store import row as row_by_id
from assessment.peer_review.store.tables import (
    challenge,
    moderated_agency,
    moderated_rating,
    peer_reviewer,
    reviewer_rating,
)
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


_IN_ROUND = sa.select(peer_reviewer.c.id).where(peer_reviewer.c.round_id == sa.bindparam("round"))
_RATINGS = (
    sa.select(reviewer_rating)
    .join(peer_reviewer, peer_reviewer.c.id == reviewer_rating.c.reviewer_id)
    .where(peer_reviewer.c.round_id == sa.bindparam("round"))
    .order_by(reviewer_rating.c.statement_id, peer_reviewer.c.added_at, reviewer_rating.c.id)
)
_OF_REVIEWER = (
    sa.select(reviewer_rating)
    .where(reviewer_rating.c.reviewer_id == sa.bindparam("reviewer"))
    .order_by(reviewer_rating.c.statement_id)
)
_RATING = _OF_REVIEWER.where(reviewer_rating.c.statement_id == sa.bindparam("statement"))
_CHALLENGES = (
    sa.select(challenge)
    .join(reviewer_rating, reviewer_rating.c.id == challenge.c.rating_id)
    .where(reviewer_rating.c.reviewer_id.in_(_IN_ROUND))
    .order_by(reviewer_rating.c.statement_id, reviewer_rating.c.given_at, challenge.c.id)
)
_CHALLENGES_BY = (
    sa.select(challenge)
    .join(reviewer_rating, reviewer_rating.c.id == challenge.c.rating_id)
    .where(reviewer_rating.c.reviewer_id == sa.bindparam("reviewer"))
    .order_by(reviewer_rating.c.statement_id)
)


def ratings(tx: Reading, round_id: str) -> tuple[ReviewerRating, ...]:
    """Every rating of a round's reviewers, by statement and in the order of reviewers."""
    rows = tx.all(_RATINGS, round=round_id)
    return tuple(ReviewerRating.model_validate(dict(row)) for row in rows)


def ratings_by(tx: Reading, reviewer_id: str) -> dict[str, ReviewerRating]:
    """One reviewer's ratings, by statement id."""
    rows = tx.all(_OF_REVIEWER, reviewer=reviewer_id)
    return {row["statement_id"]: ReviewerRating.model_validate(dict(row)) for row in rows}


def rating_by(tx: Reading, reviewer_id: str, statement_id: str) -> ReviewerRating | None:
    """One reviewer's rating of one statement."""
    found = tx.first(_RATING, reviewer=reviewer_id, statement=statement_id)
    return ReviewerRating.model_validate(dict(found)) if found else None


def rating_row(tx: Reading, rating_id: str) -> ReviewerRating | None:
    """One rating by its id."""
    found = row_by_id(tx, Kept.RATING, rating_id)
    return ReviewerRating.model_validate(found) if found else None


def challenges(tx: Reading, round_id: str) -> tuple[Challenge, ...]:
    """The challenges of a round, by statement."""
    return tuple(Challenge.model_validate(dict(row)) for row in tx.all(_CHALLENGES, round=round_id))


def challenge_row(tx: Reading, challenge_id: str) -> Challenge | None:
    """One challenge by its id."""
    found = row_by_id(tx, Kept.CHALLENGE, challenge_id)
    return Challenge.model_validate(found) if found else None


def challenges_by(tx: Reading, reviewer_id: str) -> tuple[Challenge, ...]:
    """The challenges that one reviewer raised."""
    rows = tx.all(_CHALLENGES_BY, reviewer=reviewer_id)
    return tuple(Challenge.model_validate(dict(row)) for row in rows)


def remove_challenge(tx: Writing, challenge_id: str, event: ActivityEvent) -> None:
    """Take away a challenge that nobody has replied to: its rating is taken back to be changed."""
    tx.delete(challenge, challenge_id, event)


def moderated(tx: Reading, round_id: str) -> dict[str, ModeratedRating]:
    """The moderated ratings of a round, by statement id; those taken back too."""
    mine = sa.select(moderated_rating).where(moderated_rating.c.round_id == round_id)
    links = (
        sa.select(moderated_agency)
        .join(moderated_rating, moderated_rating.c.id == moderated_agency.c.moderated_rating_id)
        .where(moderated_rating.c.round_id == round_id)
        .order_by(moderated_agency.c.agency_id)
    )
    there = tx.grouped(links, "moderated_rating_id", "agency_id")
    return {
        row["statement_id"]: ModeratedRating.model_validate(
            {**row, "present": tuple(there.get(row["id"], ()))}
        )
        for row in tx.all(mine.order_by(moderated_rating.c.statement_id))
    }


def link_present(
    tx: Writing, moderated_id: str, agencies: Collection[str], event: ActivityEvent
) -> None:
    """Make these the agencies that were there when it was set."""
    owner = {"moderated_rating_id": moderated_id}
    tx.relink(moderated_agency, owner, "agency_id", agencies, event)
