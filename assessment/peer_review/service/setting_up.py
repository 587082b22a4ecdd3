"""A round is begun and set up: who reviews, how, until when, the visit, and the conflict note."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.seen import UNCHECKED, Unchecked
from assessment.access.texts import LINE, NAME, PARAGRAPH, accept_words
from assessment.access.typed import Typed
from assessment.evidence import service as evidence_service
from assessment.partnership import service as partnerships
from assessment.partnership.rules.days import check_ahead, check_day
from assessment.peer_review import store
from assessment.peer_review.model import (
    Conflict,
    DocumentWay,
    Kept,
    Kind,
    Question,
    ReviewRound,
    RoundDocument,
    YesNoUnknown,
)
from assessment.peer_review.permissions import check_user_can_begin_round
from assessment.peer_review.rules.mailbox import check_mailbox
from assessment.peer_review.service import saving
from assessment.peer_review.service.scoping import propose
from assessment.store.work import Writing


WEEKS_OPEN = timedelta(weeks=4)  # the toolkit's own default
MOST_MINUTES = 24 * 60
MOST_DAYS = 365
TEXTS = {
    "reviewing_area": NAME,
    "visit_place": LINE,
    "letter_words": PARAGRAPH,
    "mailbox": NAME,
}
GONE_OUT = (
    "This review is with the reviewing area already, so its statements and whether it is blind "
    "stand. Begin another review to ask in another way."
)
NOT_A_NUMBER = "Not saved: that is not a number that can be meant here."


def begin_round(
    desk: Desk,
    assessment_id: str,
    reviewing_area: str = "",
    kind: Kind | None = None,
    *,
    confirmed: bool = False,
) -> str:
    """Begin a round with the statements that the rule proposes; gives its id.

    It is blind and stays open for four weeks until that is changed. Several may run side by side.

    Raises:
        Refused: not the lead, or the ratings are not agreed. TooLong, LikelyIdentifier: see
        accept_words.
    """
    words = accept_words(reviewing_area.strip(), limit=NAME, confirmed=confirmed)
    with desk.store.writing() as tx:
        status = partnerships.assessment(desk, assessment_id).status
        check_user_can_begin_round(desk.actor, status)
        now = desk.now()
        one = ReviewRound(
            id=desk.new_id(),
            assessment_id=assessment_id,
            number=1 + max((each.number for each in store.rounds(tx, assessment_id)), default=0),
            reviewing_area=words,
            reviewing_kind=kind,
            expires_on=desk.today() + WEEKS_OPEN,
            began_at=now,
            saved_at=now,
        )
        event = saving.event_of(desk, one, Kept.ROUND, one.id, "review_round.begun")
        store.add(tx, Kept.ROUND, one, event)
        for question in Question:
            _add_conflict(desk, tx, one, question)
        propose(desk, one.id)
    return one.id


def edit_round_text(desk: Desk, round_id: str, field: str, typed: Typed) -> None:
    """Save what was typed into a text of a round: one of TEXTS.

    Raises:
        BadInput: a mailbox that reads as one person's. Refused: see `changing`.
        StaleEdit, LikelyIdentifier, TooLong: see accept_text.
    """

    def find(tx: Writing) -> tuple[ReviewRound, ReviewRound]:
        one = saving.found_round(tx, round_id)
        saving.check_leads(desk, one)
        return one, one

    check = check_mailbox if field == "mailbox" else None
    saving.save_text(desk, Kept.ROUND, find, field, TEXTS[field], typed, check)


def set_kind(
    desk: Desk, round_id: str, kind: Kind | None, *, seen: Kind | None | Unchecked = UNCHECKED
) -> None:
    """Say what kind of body reviews.

    `seen` is what the screen showed, here and in the choices that follow.

    Raises:
        ChangedMeanwhile: another screen chose something else. Refused: see `changing`.
    """
    _set(desk, round_id, "reviewing_kind", kind, seen)


def set_blind(
    desk: Desk, round_id: str, blind: bool, *, seen: bool | Unchecked = UNCHECKED
) -> None:
    """Say whether the area's ratings come only after the reviewer's own.

    Raises as `set_kind`, and Refused once it is with the reviewing area.
    """
    with changing(desk, round_id) as (tx, one):
        check_not_out(one)
        saving.set_choice(desk, tx, one, Kept.ROUND, one, "blind", blind, seen)


def set_expiry(desk: Desk, round_id: str, day: date, *, seen: date | Unchecked = UNCHECKED) -> None:
    """Say which is its last day; links open until it is over. Raises as `set_kind`, BadInput for
    a day that is over."""
    check_ahead(day, desk.today(), "the last day")
    _set(desk, round_id, "expires_on", day, seen)


def set_visit(
    desk: Desk, round_id: str, day: date | None, *, seen: date | None | Unchecked = UNCHECKED
) -> None:
    """Say on which day they visit. Raises as `set_kind`, BadInput for a day nobody can mean."""
    _set_day(desk, round_id, "visit_on", day, seen, "a visit")


def set_visit_minutes(
    desk: Desk, round_id: str, minutes: int | None, *, seen: int | None | Unchecked = UNCHECKED
) -> None:
    """Say how long the visit is. Raises as `set_kind`, BadInput for none or more than a day."""
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        raise BadInput(NOT_A_NUMBER)
    _set(desk, round_id, "visit_minutes", minutes, seen)


def set_gate_notice(
    desk: Desk, round_id: str, days: int | None, *, seen: int | None | Unchecked = UNCHECKED
) -> None:
    """Say how many days' notice a prison's gate needs. Raises as `set_kind`, and BadInput."""
    if days is not None and not 0 <= days <= MOST_DAYS:
        raise BadInput(NOT_A_NUMBER)
    _set(desk, round_id, "gate_notice_days", days, seen)


def set_progress_check(
    desk: Desk, round_id: str, day: date | None, *, seen: date | None | Unchecked = UNCHECKED
) -> None:
    """Say when both areas look at what became of it. Raises as `set_visit`."""
    _set_day(desk, round_id, "progress_check_on", day, seen, "a progress check")


def set_facts_due(
    desk: Desk, round_id: str, day: date | None, *, seen: date | None | Unchecked = UNCHECKED
) -> None:
    """Say until when the facts are checked. Raises as `set_visit`."""
    _set_day(desk, round_id, "facts_due_on", day, seen, "the check of facts")


def set_conflict(
    desk: Desk,
    round_id: str,
    question: Question,
    answer: YesNoUnknown | None,
    *,
    seen: YesNoUnknown | None | Unchecked = UNCHECKED,
) -> None:
    """Answer one question of the conflict note. Raises as `set_kind`."""
    with changing(desk, round_id) as (tx, one):
        row = _conflict(desk, tx, one, question)
        saving.set_choice(desk, tx, one, Kept.CONFLICT, row, "answer", answer, seen)


def edit_conflict_words(desk: Desk, round_id: str, question: Question, typed: Typed) -> None:
    """Save what was typed beside an answer of the conflict note. Raises as `edit_round_text`."""

    def find(tx: Writing) -> tuple[ReviewRound, Conflict]:
        one = saving.found_round(tx, round_id)
        saving.check_leads(desk, one)
        return one, _conflict(desk, tx, one, question)

    saving.save_text(desk, Kept.CONFLICT, find, "words", LINE, typed)


def set_document_way(
    desk: Desk,
    round_id: str,
    evidence_id: str,
    way: DocumentWay,
    *,
    seen: DocumentWay | None | Unchecked = UNCHECKED,
) -> None:
    """Say how reviewers come to see a document. Raises as `set_kind`; BadInput: another area's."""
    with changing(desk, round_id) as (tx, one):
        if evidence_service.evidence(desk, evidence_id).assessment_id != one.assessment_id:
            raise BadInput("That document is not one of this assessment’s. Nothing was changed.")
        row = store.documents(tx, round_id).get(evidence_id)
        if row is not None:
            saving.set_choice(desk, tx, one, Kept.DOCUMENT, row, "way", way, seen)
            return
        new = RoundDocument(
            id=desk.new_id(),
            round_id=round_id,
            evidence_id=evidence_id,
            way=way,
            saved_at=desk.now(),
        )
        event = saving.event_of(desk, one, Kept.DOCUMENT, new.id, "round_document.way_set")
        store.add(tx, Kept.DOCUMENT, new, event)


def put_round_away(desk: Desk, round_id: str) -> None:
    """Take a round out of use: its links open nothing. `put_round_back` undoes it."""
    _archive(desk, round_id, put_away=True)


def put_round_back(desk: Desk, round_id: str) -> None:
    """Bring a round back."""
    _archive(desk, round_id, put_away=False)


@contextmanager
def changing(desk: Desk, round_id: str) -> Iterator[tuple[Writing, ReviewRound]]:
    """A transaction on one round that this person may change now.

    Raises:
        NotFound: there is none. Refused: not the lead, or its assessment is closed.
    """
    with desk.store.writing() as tx:
        one = saving.found_round(tx, round_id)
        saving.check_leads(desk, one)
        yield tx, one


def check_not_out(one: ReviewRound) -> None:
    """Raises Refused once a round is with the reviewing area."""
    if one.sent_at is not None:
        raise Refused(GONE_OUT)


def _archive(desk: Desk, round_id: str, *, put_away: bool) -> None:
    with changing(desk, round_id) as (tx, one):
        what = "review_round.put_away" if put_away else "review_round.put_back"
        at = desk.now() if put_away else None
        saving.set_values(desk, tx, one, Kept.ROUND, one, what, archived_at=at)


def _set(desk: Desk, round_id: str, field: str, value: Any, seen: object) -> None:
    with changing(desk, round_id) as (tx, one):
        saving.set_choice(desk, tx, one, Kept.ROUND, one, field, value, seen)


def _set_day(
    desk: Desk, round_id: str, field: str, day: date | None, seen: object, thing: str
) -> None:
    if day is not None:
        check_day(day, desk.today(), thing)
    _set(desk, round_id, field, day, seen)


def _conflict(desk: Desk, tx: Writing, one: ReviewRound, question: Question) -> Conflict:
    """The row of a question, made where a round lacks it."""
    found = {row.question: row for row in store.conflicts(tx, one.id)}
    return found.get(question) or _add_conflict(desk, tx, one, question)


def _add_conflict(desk: Desk, tx: Writing, one: ReviewRound, question: Question) -> Conflict:
    row = Conflict(id=desk.new_id(), round_id=one.id, question=question, saved_at=desk.now())
    event = saving.event_of(desk, one, Kept.CONFLICT, row.id, "review_conflict.asked")
    store.add(tx, Kept.CONFLICT, row, event)
    return row
