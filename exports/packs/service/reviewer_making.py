"""Makes the files of peer reviewers, and records that they left."""

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.bank import service as bank_service
from assessment.bank.model import Bank
from assessment.bank.rules.defaults import shown
from assessment.bank.rules.digest import digest
from assessment.documents.names import file_name
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import GivenToReviewer, PeerReviewer, ReviewRound
from assessment.peer_review.rules.scope import minutes_words
from assessment.peer_review.rules.withheld import withheld_words
from assessment.privacy.audience import Audience, marking_of
from exports.audiences import service as audiences
from exports.downloads import service as downloads
from exports.packs.model import ReviewerPack, ReviewerPackId, ReviewerPackOffer
from exports.packs.permissions import check_user_can_use_reviewer_packs
from exports.packs.rules.reviewer_rows import answers_of, document_rows, first_rows, second_rows
from exports.packs.service.reading_through import freeze, texts_unread
from exports.report.made import Made


EDITION = 16  # as much of the digest of the statements as a person can compare
NAME_AREA = "Say first which area reviews: the pack names it."
NOTHING = "Nothing is left for this peer reviewer to rate, so there is no pack for them."
NOT_IN = "The area’s ratings are given once this peer reviewer’s own are in."
OVER = "Its last day is over. Set a later one on the page of the review first."


def reviewer_offers(desk: Desk, round_id: str) -> tuple[ReviewerPackOffer, ...]:
    """The peer reviewers of a round with what can be made for each.

    Raises:
        Refused: someone other than the lead. NotFound: no such round.
    """
    with desk.store.reading():
        one = _round(desk, round_id)
        unread = len(texts_unread(desk, round_id))
        return tuple(_offer(desk, one, each, unread) for each in reviews.reviewers(desk, round_id))


def make_reviewer_pack(desk: Desk, reviewer_id: str, round_id: str) -> Made:
    """A peer reviewer's first file, recorded as made; the round is out from now on.

    Raises:
        Refused: not the lead, a text of it was not read, or it can no longer be filled in.
        NotFound: no such round, or no such reviewer in it.
    """
    one, given = _of(desk, reviewer_id, round_id)
    stands = _stands(one, given, len(texts_unread(desk, round_id)))
    if stands:
        raise Refused(stands)
    freeze(desk, round_id)
    given = reviews.given_to(desk, reviewer_id)
    made = _made(desk, one, given, second=False)
    reviews.record_sent(desk, reviewer_id)
    return made


def make_second_file(desk: Desk, reviewer_id: str, round_id: str) -> Made:
    """The file in which both ratings and the area's replies stand, once theirs are in.

    Raises:
        Refused: not the lead, their ratings are not in, or a text was not read. NotFound: as above.
    """
    one, given = _of(desk, reviewer_id, round_id)
    if not given.returned:
        raise Refused(NOT_IN)
    reviews.show_area(desk, reviewer_id)
    return _made(desk, one, reviews.given_to(desk, reviewer_id), second=True)


def _of(desk: Desk, reviewer_id: str, round_id: str) -> tuple[ReviewRound, GivenToReviewer]:
    one = _round(desk, round_id)
    given = reviews.given_to(desk, reviewer_id)
    if given.round_id != one.id:
        raise Refused("This peer reviewer belongs to another review.")
    return one, given


def _round(desk: Desk, round_id: str) -> ReviewRound:
    check_user_can_use_reviewer_packs(desk.actor)
    return reviews.round_of(desk, round_id)


def _offer(desk: Desk, one: ReviewRound, each: PeerReviewer, unread: int) -> ReviewerPackOffer:
    given = reviews.given_to(desk, each.id)
    found = reviews.withholding(desk, each.id)
    return ReviewerPackOffer(
        reviewer_id=each.id,
        reviewer=each.words,
        statements=len(given.statements),
        minutes=minutes_words(len(given.statements)),
        withheld=withheld_words(found.agency, found.about, found.by_hand, found.left)
        if found
        else "",
        returned=given.returned,
        file_name=_name(desk, one, each.words, second=False),
        second_name=_name(desk, one, each.words, second=True),
        stands=_stands(one, given, unread),
        second_stands="" if given.returned else NOT_IN,
    )


def _stands(one: ReviewRound, given: GivenToReviewer, unread: int) -> str:
    """What stands in the way of a first file; empty where nothing does."""
    if not one.reviewing_area.strip():
        return NAME_AREA
    if given.returned:
        return "Their ratings are in and stand."
    if not given.statements:
        return NOTHING
    if not given.live:
        return OVER
    return "Texts of the area are still to be read." if unread else ""


def _made(desk: Desk, one: ReviewRound, given: GivenToReviewer, *, second: bool) -> Made:
    from exports.packs.loader.reviewer_writing import written  # here: xlsxwriter

    assessment = partnerships.assessment(desk, one.assessment_id)
    bank = bank_service.bank_of(desk, assessment.bank_id)
    pack = _pack(desk, one, given, bank, second=second)
    made = Made(data=written(pack), file_name=_name(desk, one, given.role, second=second))
    kind = "reviewer file" if second else "reviewer pack"
    area = assessment.partnership_id
    downloads.record_made(desk, area, assessment.id, kind, made.file_name, pack.marking)
    return made


def _pack(
    desk: Desk, one: ReviewRound, given: GivenToReviewer, bank: Bank, *, second: bool
) -> ReviewerPack:
    about = bank.about
    return ReviewerPack(
        id=ReviewerPackId(
            assessment_id=one.assessment_id,
            round_id=one.id,
            reviewer_id=given.reviewer_id,
            edition=digest(bank)[:EDITION],
            second=second,
        ),
        marking=_marking(desk, one),
        area=given.area,
        assessment=given.assessment,
        reviewing_area=given.reviewing_area,
        reviewer=given.role,
        statements=f"{about.name}, version {about.version}",
        notice=shown(given.wording_notice),
        made_at=desk.now(),
        time=_time(given),
        expires_on=given.expires_on,
        blind=given.blind,
        answers=answers_of(given.labels),
        rows=() if second else first_rows(bank, given),
        documents=() if second else document_rows(given),
        second=second_rows(given) if second else (),
    )


def _time(given: GivenToReviewer) -> str:
    """About 2 hours."""
    words = minutes_words(len(given.statements))
    return words.partition(": ")[2].partition(" for ")[0]


def _marking(desk: Desk, one: ReviewRound) -> str:
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, one.assessment_id))
    chosen = audiences.marking_chosen(desk, area.id, Audience.REVIEWER)
    return marking_of(Audience.REVIEWER, area.marking, chosen)


def _name(desk: Desk, one: ReviewRound, reviewer: str, *, second: bool) -> str:
    area = partnerships.partnership(desk, partnerships.partnership_of(desk, one.assessment_id))
    what = f"{'both ratings' if second else 'reviewer pack'} {reviewer}"
    return file_name(_marking(desk, one), area.name, what, desk.today(), "xlsx")
