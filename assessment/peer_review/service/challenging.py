"""A challenge on its way: the agency's reply, the lead's outcome, the reviewer's one answer."""

from collections.abc import Iterator
from contextlib import contextmanager

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.access.texts import PARAGRAPH, accept_words
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.peer_review.model import Challenge, Kept, Outcome, ReviewRound
from assessment.peer_review.permissions import (
    OVER,
    check_user_can_go_on,
    check_user_can_lead_review,
    check_user_can_rate,
)
from assessment.peer_review.service import saving
from assessment.peer_review.service.refusing import check_own_reach
from assessment.store.work import Reading, Writing


TEXTS = {"reply": PARAGRAPH, "outcome_reason": PARAGRAPH}
NO_REPLY = "Not confirmed yet: the agency’s reply is missing. Write what it says."
NO_AGENCY = "Not confirmed yet: say which agency replies."
NO_REASON = "Not confirmed yet: say in a few words why it comes out so."
CONFIRMED = "This reply is confirmed, so it stands. Take the confirmation back to change it."
HAS_ANSWERED = "The peer reviewer has answered this reply, so it stands."
NOT_CONFIRMED = "The area has not replied yet, so there is nothing to answer."
ANSWERED = "This was answered already, and a peer reviewer answers once. What was written stands."
NO_ANSWER = "Not sent yet: the answer is empty."
IS_CLOSED = "This challenge is closed. Open it again to go on."


def set_replying_agency(
    desk: Desk,
    challenge_id: str,
    agency_id: str | None,
    *,
    seen: str | None | Unchecked = UNCHECKED,
) -> None:
    """Say which agency replies.

    Raises:
        Refused: not the lead, or the reply is confirmed. BadInput: an agency of another area.
        ChangedMeanwhile: another screen chose another.
    """
    with _changing(desk, challenge_id) as (tx, one, row):
        _check_unconfirmed(row)
        area = partnerships.partnership_of(desk, one.assessment_id)
        partnerships.check_agencies_here(desk, area, [agency_id])
        saving.set_choice(desk, tx, one, Kept.CHALLENGE, row, "agency_id", agency_id, seen)


def edit_challenge_text(desk: Desk, challenge_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into `reply` or `outcome_reason`. Raises as accept_text; Refused."""

    def find(tx: Writing) -> tuple[ReviewRound, Challenge]:
        one, row = _here(tx, challenge_id)
        saving.check_leads(desk, one)
        _check_unconfirmed(row)
        return one, row

    saving.save_text(desk, Kept.CHALLENGE, find, field, TEXTS[field], typed)


def reply(
    desk: Desk, challenge_id: str, agency_id: str, words: str, *, confirmed: bool = False
) -> None:
    """Keep an agency's whole reply at once. Raises as `set_replying_agency` and accept_words."""
    with _changing(desk, challenge_id) as (tx, one, row):
        set_replying_agency(desk, challenge_id, agency_id)
        text = accept_words(words, stored=row.reply, limit=PARAGRAPH, confirmed=confirmed)
        saving.set_values(desk, tx, one, Kept.CHALLENGE, row, "challenge.replied", reply=text)


def set_outcome(
    desk: Desk,
    challenge_id: str,
    outcome: Outcome | None,
    *,
    seen: Outcome | None | Unchecked = UNCHECKED,
) -> None:
    """Choose what the area makes of it; `confirm` makes it stand. Raises as the agency does."""
    with _changing(desk, challenge_id) as (tx, one, row):
        _check_unconfirmed(row)
        saving.set_choice(desk, tx, one, Kept.CHALLENGE, row, "outcome", outcome, seen)


def confirm(
    desk: Desk, challenge_id: str, outcome: Outcome | None = None, reason: str | None = None
) -> None:
    """The lead confirms the reply with its outcome and why; the reviewer may read it from now on.

    `outcome` and `reason` are those kept already where they are not given.

    Raises:
        BadInput: agency, reply, outcome or reason is missing. Refused: not the lead, or confirmed.
    """
    with _changing(desk, challenge_id) as (tx, one, row):
        _check_unconfirmed(row)
        chosen = outcome or row.outcome
        why = row.outcome_reason
        if reason is not None:
            why = accept_words(reason, stored=why, limit=PARAGRAPH)
        _check_whole(row, chosen, why)
        values = {"outcome": chosen, "outcome_reason": why, "confirmed_at": desk.now()}
        saving.set_values(desk, tx, one, Kept.CHALLENGE, row, "challenge.confirmed", **values)


def take_confirmation_back(desk: Desk, challenge_id: str) -> None:
    """Undo `confirm`, until the reviewer has answered. Raises Refused."""
    with _changing(desk, challenge_id) as (tx, one, row):
        if row.answered_at is not None:
            raise Refused(HAS_ANSWERED)
        what = "challenge.confirmation_taken_back"
        saving.set_values(desk, tx, one, Kept.CHALLENGE, row, what, confirmed_at=None)


def edit_answer(desk: Desk, challenge_id: str, typed: Typed) -> None:
    """Save what the reviewer types as their answer; nobody else reads it until it is sent.

    Raises as `answer_back`, and as accept_text.
    """
    with desk.store.reading() as tx:
        reviewer_id = _rated_by(tx, challenge_id)
    check_own_reach(desk, reviewer_id)

    def find(tx: Writing) -> tuple[ReviewRound, Challenge]:
        one, row = _here(tx, challenge_id)
        check_user_can_rate(desk.actor, one.assessment_id, reviewer_id)
        _check_answerable(one, row)
        return one, row

    saving.save_text(desk, Kept.CHALLENGE, find, "answer", PARAGRAPH, typed)


def answer_back(
    desk: Desk, challenge_id: str, words: str | None = None, *, confirmed: bool = False
) -> None:
    """The reviewer's one answer to a confirmed reply: by their link, or from a file by the lead.

    Without `words` it is what the reviewer has typed so far.

    Raises:
        Refused: another's challenge (logged), nothing confirmed yet, answered already, or closed.
        BadInput: no words. TooLong, LikelyIdentifier: see accept_words.
    """
    with desk.store.reading() as tx:
        reviewer_id = _rated_by(tx, challenge_id)
    check_own_reach(desk, reviewer_id)
    given = None
    if words is not None:
        given = accept_words(words.strip(), limit=PARAGRAPH, confirmed=confirmed)
    with desk.store.writing() as tx:
        one, row = _here(tx, challenge_id)
        status = partnerships.assessment(desk, one.assessment_id).status
        check_user_can_go_on(desk.actor, one.assessment_id, reviewer_id, status)
        _check_answerable(one, row)
        text = row.answer.strip() if given is None else given
        if not text:
            raise BadInput(NO_ANSWER)
        values = {"answer": text, "answered_at": desk.now()}
        saving.set_values(desk, tx, one, Kept.CHALLENGE, row, "challenge.answered", **values)


def close_challenge(desk: Desk, challenge_id: str) -> None:
    """Close a challenge that was replied to. Raises Refused before that, or for not the lead."""
    with _changing(desk, challenge_id) as (tx, one, row):
        if row.confirmed_at is None:
            raise Refused(NO_REPLY)
        what = "challenge.closed"
        saving.set_values(desk, tx, one, Kept.CHALLENGE, row, what, closed_at=desk.now())


def open_challenge_again(desk: Desk, challenge_id: str) -> None:
    """Undo `close_challenge`."""
    with _changing(desk, challenge_id) as (tx, one, row):
        what = "challenge.opened_again"
        saving.set_values(desk, tx, one, Kept.CHALLENGE, row, what, closed_at=None)


@contextmanager
def _changing(desk: Desk, challenge_id: str) -> Iterator[tuple[Writing, ReviewRound, Challenge]]:
    with desk.store.writing() as tx:
        one, row = _here(tx, challenge_id)
        status = partnerships.assessment(desk, one.assessment_id).status
        check_user_can_lead_review(desk.actor, status)
        yield tx, one, row


def _here(tx: Reading, challenge_id: str) -> tuple[ReviewRound, Challenge]:
    row = saving.found_challenge(tx, challenge_id)
    reviewer = saving.found_reviewer(tx, saving.found_rating(tx, row.rating_id).reviewer_id)
    return saving.found_round(tx, reviewer.round_id), row


def _rated_by(tx: Reading, challenge_id: str) -> str:
    row = saving.found_challenge(tx, challenge_id)
    return saving.found_rating(tx, row.rating_id).reviewer_id


def _check_unconfirmed(row: Challenge) -> None:
    if row.closed_at is not None:
        raise Refused(IS_CLOSED)
    if row.confirmed_at is not None:
        raise Refused(CONFIRMED)


def _check_whole(row: Challenge, outcome: Outcome | None, why: str) -> None:
    if row.agency_id is None:
        raise BadInput(NO_AGENCY)
    if not row.reply.strip():
        raise BadInput(NO_REPLY)
    if outcome is None or not why.strip():
        raise BadInput(NO_REASON)


def _check_answerable(one: ReviewRound, row: Challenge) -> None:
    if one.closed_at is not None or one.archived_at is not None:
        raise Refused(OVER)
    if row.confirmed_at is None:
        raise Refused(NOT_CONFIRMED)
    if row.answered_at is not None:
        raise Refused(ANSWERED)
    if row.closed_at is not None:
        raise Refused(IS_CLOSED)
