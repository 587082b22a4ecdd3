"""Invitation links: made and revoked by the lead, opened by a peer reviewer at the door."""

import secrets

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.access.errors import NotFound, Refused
from assessment.access.texts import NAME
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.peer_review import store
from assessment.peer_review.model import Kept, PeerReviewer, ReviewLink, ReviewRound
from assessment.peer_review.permissions import (
    check_user_can_lead_review,
    check_user_can_open_link,
)
from assessment.peer_review.rules.lasting import OpenLonger, shuts_too_early
from assessment.peer_review.rules.links import (
    ENDED,
    TOKEN_BYTES,
    WINDOW,
    WRONG,
    could_be,
    token_hash,
    why_shut,
)
from assessment.peer_review.service import saving
from assessment.peer_review.service.giving import check_something_given, here_of
from assessment.peer_review.service.refusing import check_reads, refuse_and_log
from assessment.peer_review.store import findings as finding_store
from assessment.peer_review.store import links as link_store
from assessment.store.work import Reading, Writing


def make_link(desk: Desk, reviewer_id: str) -> str:
    """A new link for a reviewer; gives its token, of which only a hash is kept.

    Any link they had before is revoked.

    Raises:
        Refused: not the lead, or the assessment is closed. BadInput: nothing is left to rate.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with desk.store.writing() as tx:
        one = _check_leads(desk, tx, reviewer_id)
        check_something_given(tx, here_of(desk, tx, reviewer_id))
        _revoke(desk, tx, one, reviewer_id)
        now = desk.now()
        new = ReviewLink(
            id=desk.new_id(),
            reviewer_id=reviewer_id,
            token_hash=token_hash(token),
            made_at=now,
            saved_at=now,
        )
        event = saving.event_of(desk, one, Kept.LINK, new.id, "review_link.made")
        store.add(tx, Kept.LINK, new, event)
        _sent(desk, tx, one)
    return token


def record_sent(desk: Desk, reviewer_id: str) -> None:
    """A reviewer pack was made: the round is with the reviewing area from now on.

    Raises as `make_link` does.
    """
    with desk.store.writing() as tx:
        one = _check_leads(desk, tx, reviewer_id)
        check_something_given(tx, here_of(desk, tx, reviewer_id))
        _sent(desk, tx, one)


def revoke_link(desk: Desk, reviewer_id: str) -> None:
    """A reviewer's links open nothing any more: the next click of whoever came by one is refused.

    Raises Refused for not the lead.
    """
    with desk.store.writing() as tx:
        one = _check_leads(desk, tx, reviewer_id)
        _revoke(desk, tx, one, reviewer_id)


def link_of(desk: Desk, reviewer_id: str) -> ReviewLink | None:
    """The link that a reviewer has now, or None; its hash opens nothing."""
    check_reads(desk)
    with desk.store.reading() as tx:
        return next((one for one in link_store.links(tx, reviewer_id) if not one.revoked_at), None)


def open_longer(desk: Desk, round_id: str) -> OpenLonger | None:
    """Where links shut before the area's replies can be answered: that, and a later last day.

    A later day opens the links that were sent again, unless they were revoked. Raises Refused.
    """
    check_reads(desk)
    with desk.store.reading() as tx:
        one = saving.found_round(tx, round_id)
        waiting = [
            challenge
            for reviewer in store.reviewers(tx, round_id)
            if reviewer.archived_at is None and _has_link(tx, reviewer.id)
            for challenge in finding_store.challenges_by(tx, reviewer.id)
            if challenge.answered_at is None and challenge.closed_at is None
        ]
    return shuts_too_early(one, waiting, desk.today())


def _has_link(tx: Reading, reviewer_id: str) -> bool:
    return any(link.revoked_at is None for link in link_store.links(tx, reviewer_id))


def wrong_links(desk: Desk) -> int:
    """How many wrong links were tried within the last ten minutes."""
    check_reads(desk)
    with desk.store.reading() as tx:
        return link_store.wrong_links(tx, desk.now() - WINDOW)


def reviewer_desk(desk: Desk, token: str, source: str = "") -> Desk:
    """The desk of whoever came by a link: one peer reviewer's, in one round.

    Asked at each step of the reviewer, so that a link that ends shuts at once. `source` is where
    they are, as the network tells. Too many wrong links from there shut the door to links that
    were never opened; whoever is at work already goes on.

    Raises:
        Refused: the link is wrong, has ended or was revoked, or too many wrong ones were tried.
            Each is logged.
    """
    check_user_can_open_link(desk.actor)
    with desk.store.reading() as tx:
        link = link_store.link_of_hash(tx, token_hash(token)) if could_be(token) else None
        reviewer = saving.found_reviewer(tx, link.reviewer_id) if link else None
        one = saving.found_round(tx, reviewer.round_id) if reviewer else None
        shut = _why_shut(desk, tx, source)
        ended = link and reviewer and one and _has_ended(desk, link, reviewer, one)
    if link is None or reviewer is None or one is None:
        refuse_and_log(desk, "review_link.refused", None, Refused(shut or WRONG), source)
    if ended:
        refuse_and_log(desk, "review_link.ended_refused", one, Refused(shut or ENDED), source)
    if link.opened_at is None:
        if shut:
            raise Refused(shut)
        _opened(desk, link, one)
    actor = Actor(
        name=f"Peer reviewer: {reviewer.words}"[:NAME],
        role=Role.REVIEWER,
        assessment_id=one.assessment_id,
        reviewer_id=reviewer.id,
    )
    return Desk(store=desk.store, actor=actor, now=desk.now, new_id=desk.new_id)


def _why_shut(desk: Desk, tx: Reading, source: str) -> str:
    since = desk.now() - WINDOW
    here = link_store.wrong_links(tx, since, source[: NAME - 1])
    return why_shut(here, link_store.wrong_links(tx, since))


def _has_ended(desk: Desk, link: ReviewLink, reviewer: PeerReviewer, one: ReviewRound) -> bool:
    try:
        assessment = partnerships.assessment(desk, one.assessment_id)
    except NotFound:
        return True
    gone = (link.revoked_at, reviewer.archived_at, one.archived_at, one.closed_at)
    over = assessment.status is Status.CLOSED or assessment.archived_at is not None
    return over or any(gone) or one.expires_on < desk.today()


def _opened(desk: Desk, link: ReviewLink, one: ReviewRound) -> None:
    with desk.store.writing() as tx:
        what = "review_link.opened"
        saving.set_values(desk, tx, one, Kept.LINK, link, what, opened_at=desk.now())


def _check_leads(desk: Desk, tx: Reading, reviewer_id: str) -> ReviewRound:
    one = saving.found_round(tx, saving.found_reviewer(tx, reviewer_id).round_id)
    status = partnerships.assessment(desk, one.assessment_id).status
    check_user_can_lead_review(desk.actor, status)
    return one


def _revoke(desk: Desk, tx: Writing, one: ReviewRound, reviewer_id: str) -> None:
    for link in link_store.links(tx, reviewer_id):
        if link.revoked_at is None:
            what = "review_link.revoked"
            saving.set_values(desk, tx, one, Kept.LINK, link, what, revoked_at=desk.now())


def _sent(desk: Desk, tx: Writing, one: ReviewRound) -> None:
    if one.sent_at is None:
        what = "review_round.sent"
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, sent_at=desk.now())
