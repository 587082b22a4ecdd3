"""Words that the papers of a review share."""

from collections.abc import Iterator, Sequence

from assessment.access.wording import in_sentence
from assessment.peer_review.model import CANNOT_TELL_WORDS
from assessment.peer_review.rules.agreement import AGREEMENT_WORDS
from assessment.peer_review.rules.stage import DRAFT_WORDS
from exports.report.paper.model import Column, Rating, Table
from exports.report.paper.parts import rating
from exports.visits.model import Found, Listed, Review, Said, Sheet, Words
from exports.visits.rules.choosing import FULLY, is_strength


OURS, AFTER = "We agreed", "After the review"


def sheet_of(review: Review, heading: str, lead: str, *, one_page: bool = False) -> Sheet:
    """A paper of a review without its blocks: title, marking, and the lines above them."""
    first = [DRAFT_WORDS] if review.draft else []
    return Sheet(
        title=f"{review.area}: {in_sentence(heading)}",
        marking=review.marking,
        running_head=f"{review.area}, {in_sentence(review.assessment)}",
        first_line=". ".join([*first, review.copy_words] if review.copy_words else first),
        heading=heading,
        lead=lead,
        blocks=(),
        one_page=one_page,
    )


def name_of(found: Found) -> str:
    """G02 Right people in the room."""
    return f"{found.id} {found.title}"


def ratings_table(found: Found, labels: Sequence[str]) -> Table:
    """The ratings of a statement side by side: ours, each peer reviewer's, and the moderated."""
    given = [each for each in found.said if each.rating.said is not None]
    heads = [OURS, *(each.reviewer for each in given)]
    boxes = [found.own, *(box_of(each, labels) for each in given)]
    if found.moderated:
        heads.append(AFTER)
        boxes.append(found.moderated.rating)
    share = 100 / len(heads)
    return Table(
        caption=f"Ratings of {found.id}",
        columns=tuple(Column(head=head, share=share) for head in heads),
        rows=(tuple(boxes),),
    )


def box_of(said: Said, labels: Sequence[str]) -> Rating:
    """A peer reviewer's rating as a box."""
    level = said.rating.rating
    return rating(level, CANNOT_TELL_WORDS if level is None else labels[level])


def compared_words(said: Said) -> str:
    """ "Would rate lower"; empty where there is nothing to compare."""
    return AGREEMENT_WORDS[said.compared] if said.compared else ""


def strength_blocks(found: Sequence[Found], nothing: str) -> tuple[Listed | Words, ...]:
    """Strengths as a list, or what is said where none was named."""
    lines = tuple(line for one in found for line in _strength_lines(one))
    return (Listed(lines=lines),) if lines else (Words(lines=(nothing,)),)


def _strength_lines(found: Found) -> Iterator[str]:
    """One line for the ratings, and one for each thing worth borrowing."""
    fully = [said.reviewer for said in found.said if said.rating.rating == FULLY]
    if fully:
        yield f"{name_of(found)}: rated fully met by {'; '.join(fully)}."
    for said in filter(is_strength, found.said):
        if said.rating.borrow.strip():
            yield f"{name_of(found)}: worth borrowing: {said.rating.borrow.strip()}"
