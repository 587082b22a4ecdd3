"""What reviews by other areas found: in numbers, then the moderated ratings, then their words."""

from collections.abc import Iterator

from assessment.access.wording import counted, listed
from exports.report.model import Report, StatementLine
from exports.report.paper.model import Cell, Column, Pair, Rating, Table
from exports.report.paper.parts import day, rating, rating_of, sentence
from exports.report.review_model import ModeratedLine, ReviewedLine, ReviewLine


def reviews_of(report: Report) -> Table:
    """Each review in a row; no row where none is in this copy."""
    columns = (
        Column(head="Review", share=28),
        Column(head="Beside the agreed ratings", share=32),
        Column(head="Strengths to borrow", share=40),
    )
    shown = len(columns) if report.holds(ReviewLine, "strengths") else len(columns) - 1
    return Table(
        caption="Review by another area",
        columns=columns[:shown],
        rows=tuple(_review(line)[:shown] for line in report.reviews),
    )


def _review(line: ReviewLine) -> tuple[Cell, ...]:
    by = f"{line.name}, by {line.by}" if line.by else line.name
    strengths = "\n".join(f"{one.statement}: {one.words}" for one in line.strengths)
    return Pair(main=by, under=line.state), compared_sentence(line), strengths or "None passed on"


def compared_sentence(line: ReviewLine) -> str:
    """Of 12 ratings 7 are the same, 1 is higher …; then how many challenges are closed."""
    told = [
        f"{number} {words}"
        for number, words in (
            (line.same, "the same"),
            (line.higher, "higher"),
            (line.lower, "lower"),
            (line.cannot_tell, "could not be told"),
        )
        if number
    ]
    whole = line.same + line.higher + line.lower + line.cannot_tell
    ratings = f"{counted(whole, 'rating')}: {listed(told)}" if whole else "No rating to compare"
    raised = f"{counted(line.challenges, 'challenge')}, {line.closed} closed"
    return sentence(ratings, raised if line.challenges else "No challenge")


def moderated_of(report: Report) -> Table:
    """The ratings that the partnership set after a review, beside what it had agreed."""
    return Table(
        caption="Moderated ratings",
        columns=(
            Column(head="Statement", share=46),
            Column(head="Agreed rating", share=27),
            Column(head="After the review", share=27),
        ),
        rows=tuple(
            (Pair(main=f"{line.id} {line.title}", under=one.review), rating_of(line), box_of(one))
            for line in report.statements()
            for one in line.moderated
        ),
        empty="No rating was set anew after a review.",
    )


def box_of(line: ModeratedLine) -> Rating:
    """The box of a moderated rating."""
    return rating(line.rating, line.standing)


def moderated_words(line: StatementLine) -> Iterator[str]:
    """Review 1: Mostly met, set on 3 December 2026. Then why, where this copy may say."""
    for one in line.moderated:
        because = f" {one.because}" if one.because else ""
        yield f"{one.review}: {one.standing}, set on {day(one.set_on)}.{because}"


def reviewed_words(one: ReviewedLine) -> str:
    """What one peer reviewer said, and what was replied, in one line."""
    who = f"{one.review}, {one.reviewer}: {one.said}"
    return sentence(who, one.compared, one.line, one.comment, *_asked(one), *_replied(one))


def _asked(one: ReviewedLine) -> Iterator[str]:
    for label, words in (
        ("Question", one.question),
        ("Evidence asked for", one.evidence_asked),
        ("Worth borrowing", one.borrow),
    ):
        yield f"{label}: {words}" if words else ""


def _replied(one: ReviewedLine) -> Iterator[str]:
    by = f" by {one.replied_by}" if one.replied_by else ""
    yield f"Reply{by}: {one.reply}" if one.reply or by else ""
    yield one.outcome
    yield one.outcome_reason
    yield f"Their answer: {one.answer}" if one.answer else ""
