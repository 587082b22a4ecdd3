"""What is refused to a peer reviewer, or to whoever tries links, is logged; so are its counts.

A refusal is raised after its log entry was committed, so it is never asked for inside a
transaction that writes.
"""

from collections.abc import Callable
from typing import NoReturn

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import Refused, UserError
from assessment.access.texts import NAME
from assessment.partnership import service as partnerships
from assessment.peer_review import store
from assessment.peer_review.model import ReviewRound
from assessment.peer_review.permissions import (
    check_user_can_rate,
    check_user_can_read_released,
    check_user_can_read_reviews,
)
from assessment.peer_review.rules.links import KEPT, WINDOW, why_shut
from assessment.peer_review.store import links as link_store
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing


def check_own_reach(desk: Desk, reviewer_id: str) -> None:
    """Raises Refused, once it is logged, when a peer reviewer reaches for what is another's.

    Anybody else passes here; the permission room decides about them.
    """
    if desk.actor.role is not Role.REVIEWER:
        return
    one = _own_round(desk)
    try:
        check_user_can_rate(desk.actor, one.assessment_id if one else "", reviewer_id)
    except Refused as refusal:
        refuse_and_log(desk, "peer_reviewer.reach_refused", one, refusal)


def check_reads(desk: Desk) -> None:
    """Raises Refused unless this person may read reviews whole; logged for a reviewer."""
    _check(desk, check_user_can_read_reviews)


def check_reads_released(desk: Desk) -> None:
    """Raises Refused unless this person may read what was released; logged for a reviewer."""
    _check(desk, check_user_can_read_released)


def _check(desk: Desk, rule: Callable[[Actor], None]) -> None:
    try:
        rule(desk.actor)
    except Refused as refusal:
        if desk.actor.role is Role.REVIEWER:
            refuse_and_log(desk, "peer_reviewer.reach_refused", _own_round(desk), refusal)
        raise


def refuse_and_log(
    desk: Desk,
    what: str,
    one: ReviewRound | None,
    refusal: UserError,
    source: str = "",
) -> NoReturn:
    """Keep that something was refused, in the log of the round it was tried from; then raise it.

    Once the door is shut to where it came from, it is counted there instead of kept one by one:
    whoever tries on and on must not fill the log, which is for ever.
    """
    named = (source or f"reviewer {desk.actor.reviewer_id}".strip())[: NAME - 1]
    with desk.store.writing() as tx:
        _clear_old(desk, tx)
        now = desk.now()
        here = link_store.wrong_links(tx, now - WINDOW, named)
        last = link_store.newest_wrong_link(tx, named)
        if last and why_shut(here, link_store.wrong_links(tx, now - WINDOW)):
            row_id, times = last
            event = _event(desk, row_id, what, one, spell=row_id)
            link_store.count_wrong_link(tx, row_id, times + 1, now, event)
        else:
            row_id = desk.new_id()
            link_store.add_wrong_link(tx, row_id, named, now, _event(desk, row_id, what, one))
    raise refusal


def _own_round(desk: Desk) -> ReviewRound | None:
    with desk.store.reading() as tx:
        own = store.reviewer_row(tx, desk.actor.reviewer_id)
        return store.round_row(tx, own.round_id) if own else None


def _clear_old(desk: Desk, tx: Writing) -> None:
    """Rows of yesterday, all in one event: they share its spell and what it is about."""
    every = link_store.wrong_links_before(tx, desk.now() - KEPT)
    for old in every:
        event = _event(desk, every[0], "wrong_review_link.cleared", None, spell=every[0])
        link_store.remove_wrong_link(tx, old, event)


def _event(
    desk: Desk, row_id: str, what: str, one: ReviewRound | None, spell: str | None = None
) -> ActivityEvent:
    area = partnerships.partnership_of(desk, one.assessment_id) if one else None
    return desk.event(
        what,
        subject_table="wrong_review_link",
        subject_id=row_id,
        partnership_id=area,
        assessment_id=one.assessment_id if one else None,
        spell=spell,
    )
