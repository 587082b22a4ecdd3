"""What the answers of the conflict note ask the lead to do, in sentences."""

from collections.abc import Iterable

from assessment.access.wording import counted
from assessment.peer_review.model import Conflict, PeerReviewer, Question, YesNoUnknown


BID = (
    "A provider may bid for the other’s contract: say of each peer reviewer for which agency’s "
    "contract their organisation may bid. Nothing about that agency is given to them."
)
WORK = "Ask the reviewing area for somebody who is not family and was not lately employed here."
LAST = "Two areas that review each other in turn grow kind. Ask another area too, if you can."


def notes(conflicts: Iterable[Conflict], reviewers: Iterable[PeerReviewer]) -> tuple[str, ...]:
    """What is still to be done about conflicts of interest; empty when nothing is.

    `reviewers` are those in use. That a provider or a prison is shared is recorded and no reason
    to stop: most neighbours share some.
    """
    answers = {one.question: one.answer for one in conflicts}
    unanswered = sum(answers.get(question) is None for question in Question)
    found = []
    if unanswered:
        found.append(f"{counted(unanswered, 'question')} of the conflict note left to answer.")
    if _yes(answers.get(Question.MAY_BID)) and not any(one.may_bid_for for one in reviewers):
        found.append(BID)
    if _yes(answers.get(Question.FAMILY_OR_WORK)):
        found.append(WORK)
    if _yes(answers.get(Question.REVIEWED_LAST)):
        found.append(LAST)
    return tuple(found)


def _yes(answer: YesNoUnknown | None) -> bool:
    return answer is YesNoUnknown.YES
