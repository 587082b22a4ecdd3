"""A review in one sentence."""

from collections import Counter
from collections.abc import Iterable

from action_plans.reviews.model import ReviewRecord, Why
from assessment.access.wording import counted, in_sentence, listed


_AHEAD = {
    Why.OVERDUE: "past their date",
    Why.DUE: "due before the next review",
    Why.STUCK: "stuck",
    Why.IMPACT: "done and to be asked about their effect",
    Why.FINISHED: "recently finished",
}


def ahead_sentence(reasons: Iterable[Why]) -> str:
    """ "12 actions to go through: 4 past their date and 8 due before the next review." """
    found = Counter(reasons)
    if not found:
        return "No action needs this review: none is late, due, stuck or just finished."
    parts = [f"{found[why]} {words}" for why, words in _AHEAD.items() if found[why]]
    return f"{counted(found.total(), 'action')} to go through: {listed(parts)}."


def record_sentence(record: ReviewRecord) -> str:
    """What was gone through, what was said, what was moved."""
    said = Counter(line.said for line in record.lines if line.said)
    parts = [f"{number} {in_sentence(words)}" for words, number in said.items()]
    if record.not_reached:
        parts.append(f"{len(record.not_reached)} not reached")
    through = f"{counted(len(record.lines), 'action')} gone through"
    first = f"{through}: {listed(parts)}." if parts else f"{through}."
    if not record.moves:
        return first
    return f"{first} {counted(len(record.moves), 'date')} moved."
