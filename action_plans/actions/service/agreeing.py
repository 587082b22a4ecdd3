"""Recording an assessment as agreed: its ratings by those who rated, its plan by what is here.

The partnership's own table of moves knows nothing of a plan, so whoever agrees comes this way.
"""

from action_plans.actions.rules.unanswered import Unanswered
from action_plans.actions.service.reading import actions_of, zeros_without
from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.access.wording import listed
from assessment.partnership import service as partnerships


def unanswered_of(desk: Desk, assessment_id: str) -> Unanswered:
    """What of the plan has neither what it needs nor a reason why not."""
    with desk.store.reading():
        every = actions_of(desk, partnerships.partnership_of(desk, assessment_id))
        return Unanswered(
            zeros=zeros_without(desk, assessment_id, every),
            undated=tuple(action.number for action in every if action.undated),
        )


def agree_assessment(desk: Desk, assessment_id: str) -> None:
    """Record the assessment as agreed.

    Raises:
        Refused: a statement rated 0 has neither an action nor a reason, an open action neither a
            date nor a reason; or as `partnerships.agree`. Nothing is changed then.
    """
    with desk.store.writing():
        partnerships.agree(desk, assessment_id)
        check_answered(unanswered_of(desk, assessment_id), "Not agreed yet")


def check_answered(left: Unanswered, otherwise: str) -> None:
    """Raises Refused while something has neither what it needs nor a reason; `otherwise` begins
    the sentence."""
    if left.words:
        raise Refused(
            f"{otherwise}: the plan still needs {listed(left.words)}. "
            "A reason in a few words is enough."
        )
