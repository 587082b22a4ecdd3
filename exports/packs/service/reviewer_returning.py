"""Reviewer packs that came back: read, looked into, and kept whole or not at all."""

from collections.abc import Iterator
from contextlib import suppress

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.wording import counted, listed
from assessment.bank import service as bank_service
from assessment.bank.rules.digest import digest
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import GivenRating, ReviewRound
from assessment.peer_review.service.rating import TEXTS
from exports.packs.model import RawReviewerPack, ReadReviewerPack, ReviewerPreview
from exports.packs.permissions import check_user_can_use_reviewer_packs
from exports.packs.rules.cells import NOT_KEPT
from exports.packs.rules.reviewer_meaning import ReviewGround, read_against, same_as_kept
from exports.packs.service.reviewer_making import EDITION


OUTSIDE = (
    "{file} rates statements that this peer reviewer was not given ({ids}), so it was changed "
    "after it was made. Nothing of it is read, and that is recorded. Ask for the pack as it was "
    "sent."
)
_NAMED = 12


def read_reviewer_pack(desk: Desk, round_id: str, data: bytes, file_name: str) -> RawReviewerPack:
    """A file as its cells, read once; where it cannot be read, it says why.

    A pack in which statements were added is refused here, and the log says so.

    Raises:
        Refused: someone other than the lead. NotFound: no such round.
    """
    from exports.packs.loader.reviewer_reading import read_reviewer_pack as read  # here: openpyxl

    raw = read(data, file_name)
    with desk.store.reading():
        found = read_against(_ground(desk, round_id), raw)
    if not found.outside or found.refused:
        return raw
    with suppress(BadInput):  # that it was tried is kept in the log
        reviews.rate_many(
            desk, found.reviewer_id, [GivenRating(statement_id=one) for one in found.outside]
        )
    words = OUTSIDE.format(file=file_name, ids=_ids(found.outside))
    return RawReviewerPack(file_name=file_name, refused=words)


def preview_reviewer_pack(desk: Desk, round_id: str, raw: RawReviewerPack) -> ReviewerPreview:
    """What keeping a file would do, in counts; nothing is written. Raises as above."""
    with desk.store.reading():
        ground = _ground(desk, round_id)
        found = read_against(ground, raw)
        given = ground.reviewers.get(found.reviewer_id)
    if found.refused or given is None:
        return ReviewerPreview(
            file_name=raw.file_name,
            reviewer=found.reviewer,
            refused=found.refused,
            problems=found.problems,
        )
    known = given.returned and not found.said_back
    return ReviewerPreview(
        file_name=raw.file_name,
        reviewer=found.reviewer,
        summary=tuple(_summary(found, known=known and same_as_kept(found.given, given))),
        mistakes=tuple(one.line for one in found.mistakes),
        ready=bool(found.said_back) or (not given.returned and bool(found.given)),
    )


def keep_reviewer_pack(
    desk: Desk, round_id: str, raw: RawReviewerPack, *, leave_out: bool = False
) -> int:
    """Keep one file's ratings, or its answers to replies, all or none; gives how many.

    From then on the ratings are in and stand. The same file twice changes nothing.

    Raises:
        Refused: not the lead, or the review is over. BadInput: it does not belong here, or has
        mistakes that are not to be left out.
    """
    with desk.store.writing():
        ground = _ground(desk, round_id)
        found = read_against(ground, raw)
        _check_usable(found, leave_out=leave_out)
        for challenge_id, words in found.said_back:
            reviews.answer_back(desk, challenge_id, words)
        if found.said_back or not found.given:
            return len(found.said_back)
        given = ground.reviewers[found.reviewer_id]
        if given.returned and same_as_kept(found.given, given):
            return 0
        return reviews.rate_many(desk, found.reviewer_id, found.given)


def _check_usable(found: ReadReviewerPack, *, leave_out: bool) -> None:
    file = found.file_name
    if found.refused:
        raise BadInput(found.refused, found.problems)
    if found.outside:
        raise BadInput(OUTSIDE.format(file=file, ids=_ids(found.outside)))
    if found.mistakes and not leave_out:
        raise BadInput(NOT_KEPT.format(file), [one.line for one in found.mistakes])


def _ground(desk: Desk, round_id: str) -> ReviewGround:
    check_user_can_use_reviewer_packs(desk.actor)
    one: ReviewRound = reviews.round_of(desk, round_id)
    bank = bank_service.bank_of(desk, partnerships.assessment(desk, one.assessment_id).bank_id)
    return ReviewGround(
        round_id=one.id,
        bank=bank,
        edition=digest(bank)[:EDITION],
        reviewers={
            each.id: reviews.given_to(desk, each.id) for each in reviews.reviewers(desk, round_id)
        },
        limits=TEXTS,
    )


def _summary(found: ReadReviewerPack, *, known: bool) -> Iterator[str]:
    if found.said_back:
        yield f"{counted(len(found.said_back), 'answer')} to the area’s replies can be read."
        return
    yield f"{counted(len(found.given), 'rating')} can be read."
    if known:
        yield "The same pack is here already: nothing new."
        return
    if found.not_rated:
        yield f"Not rated: {_ids(found.not_rated)}."
    yield "Keeping it says that these ratings are in: from then on they stand."


def _ids(ids: tuple[str, ...]) -> str:
    more = len(ids) - _NAMED
    named = listed(list(ids[:_NAMED]))
    return f"{', '.join(ids[:_NAMED])} and {more} more" if more > 0 else named
