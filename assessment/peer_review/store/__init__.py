"""Every query on the tables of reviews by another area."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from assessment.access.frozen import Frozen
from assessment.peer_review.model import (
    Challenge,
    Conflict,
    Kept,
    ModeratedRating,
    PeerReviewer,
    ReviewerRating,
    ReviewLink,
    ReviewRound,
    RoundDocument,
    RoundText,
)
from assessment.peer_review.store.tables import (
    TABLES,
    challenge,
    moderated_agency,
    moderated_rating,
    peer_reviewer,
    review_conflict,
    review_link,
    review_round,
    reviewer_rating,
    round_document,
    round_statement,
    round_text,
    withheld_statement,
    wrong_review_link,
)
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing, by_id


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
_WRONG = sa.select(sa.func.coalesce(sa.func.sum(wrong_review_link.c.times), 0)).where(
    wrong_review_link.c.at > sa.bindparam("since")
)
_FROM_HERE = wrong_review_link.c.source == sa.bindparam("source")
_WRONG_HERE = _WRONG.where(_FROM_HERE)
_NEWEST_HERE = (
    sa.select(wrong_review_link)
    .where(_FROM_HERE)
    .order_by(wrong_review_link.c.at.desc(), wrong_review_link.c.id.desc())
    .limit(1)
)
_WRONG_BEFORE = (
    sa.select(wrong_review_link.c.id)
    .where(wrong_review_link.c.at < sa.bindparam("day"))
    .order_by(wrong_review_link.c.at, wrong_review_link.c.id)
)


# ---- What is done alike to every row


def row(tx: Reading, kept: Kept, row_id: str) -> Mapping[str, Any] | None:
    """One row by its id, as its table has it."""
    found = tx.first(by_id(TABLES[kept]), id=row_id)
    return dict(found) if found else None


def add(tx: Writing, kept: Kept, item: Frozen, event: ActivityEvent) -> None:
    """Keep a new row."""
    tx.insert(TABLES[kept], item.model_dump(exclude={"present"}), event)


def add_if_absent(
    tx: Writing, kept: Kept, item: Frozen, unique: Collection[str], event: ActivityEvent
) -> None:
    """Keep a new row unless one with the same `unique` columns is there."""
    values = item.model_dump(exclude={"present"})
    tx.insert_if_absent(TABLES[kept], values, list(unique), event)


def change(
    tx: Writing, kept: Kept, row_id: str, values: Mapping[str, Any], event: ActivityEvent
) -> None:
    """Change named fields of a row."""
    tx.update(TABLES[kept], row_id, values, event)


# ---- Rounds and what is set up in them


def rounds(tx: Reading, assessment_id: str) -> tuple[ReviewRound, ...]:
    """The rounds of an assessment in their order; those that were put away too."""
    mine = sa.select(review_round).where(review_round.c.assessment_id == assessment_id)
    rows = tx.all(mine.order_by(review_round.c.number))
    return tuple(ReviewRound.model_validate(dict(row)) for row in rows)


def round_row(tx: Reading, round_id: str) -> ReviewRound | None:
    """One round, put away or not."""
    found = row(tx, Kept.ROUND, round_id)
    return ReviewRound.model_validate(found) if found else None


def conflicts(tx: Reading, round_id: str) -> tuple[Conflict, ...]:
    """The answers of the conflict note."""
    rows = tx.all(sa.select(review_conflict).where(review_conflict.c.round_id == round_id))
    return tuple(Conflict.model_validate(dict(row)) for row in rows)


def reviewers(tx: Reading, round_id: str) -> tuple[PeerReviewer, ...]:
    """The reviewers of a round in the order added; those that were put away too."""
    mine = sa.select(peer_reviewer).where(peer_reviewer.c.round_id == round_id)
    rows = tx.all(mine.order_by(peer_reviewer.c.added_at, peer_reviewer.c.id))
    return tuple(PeerReviewer.model_validate(dict(row)) for row in rows)


def reviewer_row(tx: Reading, reviewer_id: str) -> PeerReviewer | None:
    """One reviewer, put away or not."""
    found = row(tx, Kept.REVIEWER, reviewer_id)
    return PeerReviewer.model_validate(found) if found else None


def statements(tx: Reading, round_id: str) -> frozenset[str]:
    """The ids of the statements in a round's scope."""
    mine = sa.select(round_statement.c.statement_id).where(round_statement.c.round_id == round_id)
    return frozenset(row["statement_id"] for row in tx.all(mine))


def link_statements(
    tx: Writing,
    round_id: str,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> frozenset[str]:
    """Make these the statements of a round; see Writing.relink for `seen` and what is given."""
    owner = {"round_id": round_id}
    return tx.relink(round_statement, owner, "statement_id", wanted, event, seen=seen)


def withheld(tx: Reading, reviewer_id: str) -> frozenset[str]:
    """The ids of the statements that the lead withholds from a reviewer by hand."""
    mine = sa.select(withheld_statement.c.statement_id)
    rows = tx.all(mine.where(withheld_statement.c.reviewer_id == reviewer_id))
    return frozenset(row["statement_id"] for row in rows)


def link_withheld(
    tx: Writing,
    reviewer_id: str,
    wanted: Collection[str],
    event: ActivityEvent,
    seen: Collection[str] | None = None,
) -> None:
    """Make these what is withheld by hand; see Writing.relink for `seen`."""
    owner = {"reviewer_id": reviewer_id}
    tx.relink(withheld_statement, owner, "statement_id", wanted, event, seen=seen)


def documents(tx: Reading, round_id: str) -> dict[str, RoundDocument]:
    """How documents are shown in a round, by evidence id."""
    rows = tx.all(sa.select(round_document).where(round_document.c.round_id == round_id))
    return {row["evidence_id"]: RoundDocument.model_validate(dict(row)) for row in rows}


def texts(tx: Reading, round_id: str) -> dict[tuple[str, str], RoundText]:
    """The texts read for a round, by place and what they are about."""
    rows = tx.all(sa.select(round_text).where(round_text.c.round_id == round_id))
    return {(row["place"], row["about"]): RoundText.model_validate(dict(row)) for row in rows}


# ---- What reviewers said, and what came of it


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
    found = row(tx, Kept.RATING, rating_id)
    return ReviewerRating.model_validate(found) if found else None


def challenges(tx: Reading, round_id: str) -> tuple[Challenge, ...]:
    """The challenges of a round, by statement."""
    return tuple(Challenge.model_validate(dict(row)) for row in tx.all(_CHALLENGES, round=round_id))


def challenge_row(tx: Reading, challenge_id: str) -> Challenge | None:
    """One challenge by its id."""
    found = row(tx, Kept.CHALLENGE, challenge_id)
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


# ---- Invitation links


def links(tx: Reading, reviewer_id: str) -> tuple[ReviewLink, ...]:
    """A reviewer's links, the newest first."""
    mine = sa.select(review_link).where(review_link.c.reviewer_id == reviewer_id)
    rows = tx.all(mine.order_by(review_link.c.made_at.desc(), review_link.c.id))
    return tuple(ReviewLink.model_validate(dict(row)) for row in rows)


def link_of_hash(tx: Reading, hashed: str) -> ReviewLink | None:
    """The link whose token has this hash, revoked or not."""
    found = tx.first(sa.select(review_link).where(review_link.c.token_hash == hashed))
    return ReviewLink.model_validate(dict(found)) if found else None


def wrong_links(tx: Reading, since: datetime, source: str | None = None) -> int:
    """How many wrong links came since then: from one source, or from all."""
    if source is None:
        return int(tx.value(_WRONG, since=since))
    return int(tx.value(_WRONG_HERE, since=since, source=source))


def add_wrong_link(
    tx: Writing, row_id: str, source: str, at: datetime, event: ActivityEvent
) -> None:
    """Remember that a wrong link came; the log is told that, and not from where."""
    values = {"id": row_id, "source": source, "at": at, "times": 1}
    tx.insert(wrong_review_link, values, event)


def newest_wrong_link(tx: Reading, source: str) -> tuple[str, int] | None:
    """The row of the last wrong link from a source, and how many it stands for."""
    row = tx.first(_NEWEST_HERE, source=source)
    return (row["id"], row["times"]) if row else None


def count_wrong_link(
    tx: Writing, row_id: str, times: int, at: datetime, event: ActivityEvent
) -> None:
    """Let a row stand for so many; events of the same spell are one in the log."""
    tx.update(wrong_review_link, row_id, {"times": times, "at": at}, event)


def wrong_links_before(tx: Reading, day: datetime) -> tuple[str, ...]:
    """The ids of wrong links from before a moment."""
    return tuple(row["id"] for row in tx.all(_WRONG_BEFORE, day=day))


def remove_wrong_link(tx: Writing, row_id: str, event: ActivityEvent) -> None:
    """Forget one wrong link."""
    tx.delete(wrong_review_link, row_id, event)
