"""What the reviewing area takes home: the strengths that the area lets it borrow, on one page."""

from collections.abc import Iterator

from exports.board.rules.cutting import cut
from exports.report.paper.parts import fact, known
from exports.visits.model import Block, Facts, Found, Heading, Review, Said, Sheet, Words
from exports.visits.rules.wording import name_of, sheet_of


MOST, ROOM = 12, 3_000  # as many, and as many letters, as a page takes in a size that reads
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def borrowed(review: Review) -> tuple[tuple[Found, Said], ...]:
    """The strengths that may be passed on: ticked one by one, and with a mailbox to ask at."""
    if not review.round.mailbox.strip():
        return ()
    return tuple(
        (one, said)
        for one in review.found
        for said in one.said
        if said.rating.pass_on and said.rating.borrow.strip()
    )


def to_borrow(review: Review) -> Sheet:
    """The sheet, with where to ask."""
    several = borrowed(review)
    lead = f"From {review.area}, for {review.by} to take home."
    return sheet_of(review, _heading(len(several)), lead, one_page=True).model_copy(
        update={"blocks": (*_things(several), *_asking(review))}
    )


def _heading(number: int) -> str:
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{said} thing{'' if number == 1 else 's'} to borrow"


def _things(several: tuple[tuple[Found, Said], ...]) -> Iterator[Block]:
    shown = several[:MOST]
    texts = [said.rating.borrow.strip() for _, said in shown]
    if sum(map(len, texts)) > ROOM:
        texts = [cut(text, ROOM // len(texts)) for text in texts]
    for number, ((one, _), text) in enumerate(zip(shown, texts, strict=True), 1):
        yield Heading(level=2, text=f"{number}. {name_of(one)}")
        yield Words(lines=(text,))
    if len(several) > MOST or sum(len(said.rating.borrow) for _, said in several) > ROOM:
        yield Words(lines=("The feedback letter has all of it.",), quiet=True)


def _asking(review: Review) -> Iterator[Block]:
    yield Heading(level=2, text="To ask about any of them")
    yield Facts(facts=known((fact("Shared mailbox", review.round.mailbox.strip()),)))
