"""Every query on invitation links, and on wrong ones that were tried."""

from datetime import datetime

import sqlalchemy as sa

from assessment.peer_review.model import ReviewLink
from assessment.peer_review.store.tables import review_link, wrong_review_link
from assessment.store.activity import ActivityEvent
from assessment.store.work import Reading, Writing


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
