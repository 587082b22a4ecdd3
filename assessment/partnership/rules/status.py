"""How an assessment moves from preparing to closed: the one table, and what agreeing needs."""

from assessment.access.errors import Refused
from assessment.access.frozen import Frozen
from assessment.access.wording import are, counted, listed
from assessment.partnership.model import STATUS_WORDS, Assessment, Status


class Transition(Frozen):
    """One allowed move: the words of its button, whose move it is, and whether it asks why."""

    before: Status
    after: Status
    words: str
    owner: str
    needs_reason: bool = False


LEAD_WORDS = "Lead for the assessment"

TRANSITIONS = (
    Transition(
        before=Status.PREPARING,
        after=Status.VIEWS,
        words="Ask for first views",
        owner=LEAD_WORDS,
    ),
    Transition(
        before=Status.PREPARING,
        after=Status.CONSENSUS,
        words="Start agreeing ratings",
        owner=LEAD_WORDS,
    ),
    Transition(
        before=Status.VIEWS,
        after=Status.CONSENSUS,
        words="Start agreeing ratings",
        owner=LEAD_WORDS,
    ),
    Transition(
        before=Status.CONSENSUS,
        after=Status.AGREED,
        words="Record as agreed",
        owner=LEAD_WORDS,
    ),
    Transition(
        before=Status.AGREED,
        after=Status.CONSENSUS,
        words="Open the ratings again",
        owner=LEAD_WORDS,
        needs_reason=True,
    ),
    Transition(
        before=Status.AGREED,
        after=Status.CLOSED,
        words="Close the assessment",
        owner=LEAD_WORDS,
    ),
    Transition(
        before=Status.CLOSED,
        after=Status.AGREED,
        words="Take up again",
        owner=LEAD_WORDS,
    ),
)


class Agreement(Frozen):
    """What stands between an assessment and *agreed*.

    `missing` blocks, in words; `question` does not: it is asked before the button is pressed.
    """

    missing: tuple[str, ...] = ()
    question: str = ""


def transition(before: Status, after: Status, reason: str = "") -> Transition:
    """The move, if the table has it.

    Raises:
        Refused: there is no such move, or it asks for a reason and none is given.
    """
    for move in TRANSITIONS:
        if (move.before, move.after) == (before, after):
            if move.needs_reason and not reason.strip():
                raise Refused(f"“{move.words}” asks for a reason. Say why in a sentence.")
            return move
    raise Refused(
        f"The assessment is at “{STATUS_WORDS[before]}”. From there it cannot go to "
        f"“{STATUS_WORDS[after]}”. Nothing was changed."
    )


def agreement(assessment: Assessment, unrated: int) -> Agreement:
    """What is missing before the assessment can be agreed, and the question about the unrated.

    Source: the guidance asks how often the partnership will meet and when it assesses again, and
    for a lead; a reason why they are not set stands in for all of them.
    """
    wanted = (
        ("a lead for the plan", assessment.plan_lead_role or assessment.plan_lead_agency_id),
        ("how often actions are reviewed", assessment.review_rhythm.strip()),
        ("the date of the next review", assessment.next_review_on),
        ("the date to assess again", assessment.assess_again_on),
    )
    excused = bool(assessment.no_dates_reason.strip())
    missing = () if excused else tuple(words for words, value in wanted if not value)
    return Agreement(missing=missing, question=_about_unrated(unrated))


def _about_unrated(unrated: int) -> str:
    if not unrated:
        return ""
    return (
        f"{counted(unrated, 'statement')} {are(unrated)} not yet rated. "
        "Agree without them, or go back to them first?"
    )


def check_can_be_agreed(assessment: Assessment) -> None:
    """Raises Refused, in words, while the plan's lead or dates are missing without a reason."""
    missing = agreement(assessment, 0).missing
    if missing:
        raise Refused(
            f"Not agreed yet: the plan still needs {listed(missing)}. "
            "Set them, or say why there are none."
        )


def diagram() -> str:
    """The table as a Mermaid state diagram, for the documentation."""
    lines = ["stateDiagram-v2", f"    [*] --> {Status.PREPARING}"]
    for move in TRANSITIONS:
        why = ", because …" if move.needs_reason else ""
        lines.append(f"    {move.before} --> {move.after}: {move.words}{why}")
    lines += [f"    {status}: {words}" for status, words in STATUS_WORDS.items()]
    return "\n".join([*lines, f"    {Status.CLOSED} --> [*]"]) + "\n"
