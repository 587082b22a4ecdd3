"""What may be accepted together: every fence, one by one."""

import pytest

from assessment.bank.model import EvidenceKind, SafetyKind, Statement
from assessment.consensus.model import AgreedRating, DifferentView, HowReached
from assessment.consensus.rules.together import Facts, rating_together
from assessment.views.model import Answer, Said, View, Way
from tests.desk import MORNING


STATEMENT = Statement(id="P01", domain="P", title="A title", statement="A sentence.")
BOTH = frozenset({EvidenceKind.PROCESS, EvidenceKind.NUMBERS})
ASKED = frozenset("abcd")


def view(agency_id: str, said: Said, *, after_reveal: bool = False) -> View:
    """What one agency said of the statement."""
    answer = said if isinstance(said, Answer) else Answer.RATED
    return View(
        id=f"view of {agency_id}",
        assessment_id="one",
        statement_id=STATEMENT.id,
        agency_id=agency_id,
        answer=answer,
        rating=None if isinstance(said, Answer) else said,
        way=Way.JOINED,
        after_reveal=after_reveal,
        given_at=MORNING,
        saved_at=MORNING,
    )


def facts(*said: Said, **known: object) -> Facts:
    """Agencies a, b, c … said these of it; four were asked, and all of them are there."""
    first = tuple(view(agency, each) for agency, each in zip("abcdef", said, strict=False))
    usual: dict[str, object] = {"asked": ASKED, "there": ASKED, "kinds": BOTH}
    return Facts(statement=STATEMENT, first=first, **(usual | known))


def agreed(**known: object) -> AgreedRating:
    """What the room had decided of it."""
    return AgreedRating(
        id="rating", assessment_id="one", statement_id="P01", saved_at=MORNING, **known
    )


DIFFERENT = DifferentView(
    id="different",
    assessment_id="one",
    statement_id="P01",
    agency_id="d",
    recorded_at=MORNING,
    saved_at=MORNING,
)


@pytest.mark.parametrize(
    ("known", "rating"),
    [
        (facts(2, 2, 2, 2), 2),
        (facts(0, 0, 0, 0), 0),
        (facts(3, 3, 3, 3), 3),
        (facts(2, 2, 2, Answer.NOT_OURS), 2),
        (facts(2, 2, 2, there=frozenset("abc")), 2),
        (facts(2, 2, 2, 2, agreed=agreed(rationale="A sentence before the rating")), 2),
    ],
)
def test_what_many_gave_and_nobody_doubts_may_be_accepted(known: Facts, rating: int) -> None:
    assert rating_together(known) == rating


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(facts(), id="no view at all"),
        pytest.param(facts(2, 2, Answer.NOT_OURS, Answer.NOT_OURS), id="only two rated"),
        pytest.param(facts(2, 2, 2, 1), id="another rating"),
        pytest.param(facts(2, 2, 2, Answer.DONT_KNOW), id="someone does not know"),
        pytest.param(facts(2, 2, 2, Answer.NOT_APPLICABLE), id="not applicable to someone"),
        pytest.param(facts(2, 2, 2), id="someone present is still thinking"),
        pytest.param(facts(2, 2, 2, 2, 1), id="someone who was not asked says otherwise"),
        pytest.param(facts(2, 2, 2, asked=frozenset("ab")), id="only two of them were asked"),
        pytest.param(facts(3, 3, 3, 3, kinds=frozenset()), id="3 without evidence"),
        pytest.param(
            facts(3, 3, 3, 3, kinds=frozenset({EvidenceKind.NUMBERS})), id="3 on one kind"
        ),
        pytest.param(facts(2, 2, 2, 2, agreed=agreed(rating=2)), id="rated"),
        pytest.param(
            facts(2, 2, 2, 2, agreed=agreed(not_applicable=True, not_applicable_reason="None")),
            id="not applicable here",
        ),
        pytest.param(facts(2, 2, 2, 2, agreed=agreed(how=HowReached.DEFERRED)), id="parked"),
        pytest.param(facts(2, 2, 2, 2, different=(DIFFERENT,)), id="a different view stands"),
        pytest.param(
            facts(2, 2, 2, 2, later=(view("a", 1, after_reveal=True),)), id="changed its mind"
        ),
        *(
            pytest.param(
                facts(2, 2, 2, 2).model_copy(
                    update={"statement": STATEMENT.model_copy(update={"safety": kind})}
                ),
                id=f"safety: {kind}",
            )
            for kind in SafetyKind
        ),
    ],
)
def test_anything_else_is_talked_about(known: Facts) -> None:
    assert rating_together(known) is None
