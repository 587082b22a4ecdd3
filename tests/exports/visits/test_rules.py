"""Minutes come to exactly what there is, and what matters most comes first."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.peer_review.model import ReviewerRating, Way
from exports.report.paper.parts import rating
from exports.visits.model import Found, Said
from exports.visits.rules.choosing import strengths, to_talk_about
from exports.visits.rules.fitting import LEAST, fitted
from tests.desk import MORNING


WEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=30)


@given(WEIGHTS, st.integers(0, 600))
def test_minutes_are_whole_and_come_to_exactly_what_there_is(weights, minutes) -> None:
    shared = fitted(weights, minutes)
    assert len(shared) == len(weights)
    assert sum(shared) == minutes
    taken = [each for each in shared if each]
    assert list(shared[: len(taken)]) == taken, "the first parts are the important ones"
    assert all(each >= min(LEAST, minutes) for each in taken)
    assert len(taken) == min(len(weights), max(minutes // LEAST, minutes > 0))
    heavier = [
        (one, other)
        for one, heavy in zip(taken, weights, strict=False)
        for other, light in zip(taken, weights, strict=False)
        if heavy > light
    ]
    assert all(one >= other for one, other in heavier)


def found(id_: str, level: int | None, **said: object) -> Found:
    one = ReviewerRating(
        id=id_, reviewer_id="r", statement_id=id_, way=Way.PACK,
        given_at=MORNING, saved_at=MORNING, **said,
    )  # fmt: skip
    return Found(
        id=id_,
        title="",
        level=level,
        own=rating(level, ""),
        said=(Said(reviewer="Commissioner", rating=one),),
    )


def test_marked_ones_come_first_then_the_widest_then_questions_then_evidence() -> None:
    every = (
        found("same", 2, rating=2),
        found("evidence", 2, cannot_tell=True, evidence_asked="Counts"),
        found("question", 2, rating=2, question="Who?"),
        found("one apart", 2, rating=1),
        found("two apart", 3, rating=1),
        found("marked", 2, rating=2, for_visit=True),
        found("not rated here", None, rating=1),
    )
    assert [one.id for one in to_talk_about(every)] == [
        "marked", "two apart", "one apart", "question", "evidence",
    ]  # fmt: skip
    fully = found("fully", 1, rating=3)
    borrow = found("borrow", 1, rating=1, borrow="The call")
    assert strengths((*every, fully, borrow)) == (fully, borrow)
