"""Which papers can be made of a review, for whom, and making one."""

from collections.abc import Callable, Iterable, Mapping

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.wording import are, counted, in_sentence, listed
from assessment.documents.names import file_name
from assessment.peer_review import service as reviews
from assessment.peer_review.rules.stage import DRAFT_WORDS, Stage
from assessment.peer_review.rules.withheld import withheld_words
from exports.downloads import service as downloads
from exports.report.made import Made
from exports.visits.loader.setting import in_type
from exports.visits.model import KINDS, Copy, Kind, Offer, Review, Sheet
from exports.visits.permissions import check_user_can_make_visit_papers
from exports.visits.rules.agenda import agenda
from exports.visits.rules.borrowing import borrowed, to_borrow
from exports.visits.rules.letter import letter
from exports.visits.service.ground import Ground, ground_of
from exports.visits.service.reading_through import AsRead, as_read, waiting
from exports.visits.service.setting_out import review_of


NOT_BACK = "No peer reviewer’s ratings are in yet."
NOT_RELEASED = "Release what the review found first."
NOTHING = "Nothing is ticked to be passed on, or no shared mailbox is given yet."
SHEETS: Mapping[Kind, Callable[[Review], Sheet]] = {
    Kind.AGENDA: agenda,
    Kind.LETTER: letter,
    Kind.LETTER_WORD: letter,
    Kind.BORROW: to_borrow,
}


def copies(desk: Desk, round_id: str) -> tuple[Copy, ...]:
    """Whom papers are made for: everyone, then each peer reviewer from whom something is withheld.

    Raises Refused unless the person leads, NotFound for no such review.
    """
    check_user_can_make_visit_papers(desk.actor)
    with desk.store.reading():
        barred = [one for one in reviews.reviewers(desk, round_id) if one.may_bid_for]
        return (
            Copy(words="For both areas", left_out=_not_for(one.words for one in barred)),
            *(_copy(desk, one.id, one.words) for one in barred),
        )


def _not_for(reviewers: Iterable[str]) -> str:
    named = listed(list(reviewers))
    return f"Not for {named}: a copy of their own stands below." if named else ""


def _copy(desk: Desk, reviewer_id: str, words: str) -> Copy:
    found = reviews.withholding(desk, reviewer_id)
    said = withheld_words(found.agency, found.about, found.by_hand, found.left) if found else ""
    return Copy(reviewer_id=reviewer_id, words=f"For {words}", left_out=said)


def offers(desk: Desk, round_id: str, reviewer_id: str = "") -> tuple[Offer, ...]:
    """Every paper of one copy, with why it cannot be made yet. Raises as `ground_of`."""
    with desk.store.reading():
        ground = ground_of(desk, round_id, reviewer_id)
        read = as_read(desk, ground)
        return tuple(
            Offer(
                kind=kind, file_name=_name(desk, ground, kind), refused=_stands(ground, read, kind)
            )
            for kind in Kind
        )


def make(desk: Desk, round_id: str, kind: Kind, reviewer_id: str = "") -> Made:
    """One paper of one copy; recorded as made.

    Raises:
        Refused: it cannot be made yet, in words; a text that cannot be set is a UserError.
        Otherwise as `ground_of`.
    """
    with desk.store.reading():
        ground = ground_of(desk, round_id, reviewer_id)
        read = as_read(desk, ground)
    stands = _stands(ground, read, kind)
    if stands:
        raise Refused(stands)
    made = _made(desk, ground, kind, SHEETS[kind](review_of(ground, read)))
    where = (ground.area.id, ground.assessment.id)
    notes = " ".join(made.notes)
    downloads.record_made(desk, *where, kind.value, made.file_name, ground.marking, notes)
    return made


def _made(desk: Desk, ground: Ground, kind: Kind, sheet: Sheet) -> Made:
    name = _name(desk, ground, kind)
    if kind is Kind.LETTER_WORD:
        from exports.visits.loader.word import in_word  # here: python-docx, which no page needs

        return Made(data=in_word(sheet, desk.now()), file_name=name)
    made = in_type(sheet, desk.now())
    return Made(data=made.pdf, file_name=name, notes=made.notes)


def _stands(ground: Ground, read: AsRead, kind: Kind) -> str:
    """What stands in the way of a paper; empty where nothing does.

    While ratings are still waited for, a paper would show them to a peer reviewer who has not
    given theirs.
    """
    if ground.round.returned_at is None:
        return NOT_BACK
    if ground.standing.stage is Stage.BACK:
        return ground.standing.next
    if kind is Kind.BORROW:
        return _nothing_to_borrow(ground, read)
    texts = 0 if kind is Kind.AGENDA else len(waiting(ground, read))
    return f"{counted(texts, 'text')} of the letter {are(texts)} not read yet." if texts else ""


def _nothing_to_borrow(ground: Ground, read: AsRead) -> str:
    if ground.standing.draft:
        return NOT_RELEASED
    return "" if borrowed(review_of(ground, read)) else NOTHING


def _name(desk: Desk, ground: Ground, kind: Kind) -> str:
    """Marking, area, whether it is a draft, what it is, whom it is for, day."""
    words = KINDS[kind]
    said = (
        in_sentence(DRAFT_WORDS) if ground.standing.draft else "",
        words.name,
        f"for {ground.reader.words}" if ground.reader else "",
    )
    what = " ".join(filter(None, said))
    return file_name(ground.marking, ground.area.name, what, desk.today(), words.extension)
