"""What can be written of an action: each text with its label and its limit."""

from assessment.access.frozen import Frozen
from assessment.access.texts import LINE, NAME, PARAGRAPH


class TextField(Frozen):
    """A text of an action: its label, its limit, and how many lines its box shows."""

    label: str
    limit: int
    lines: int = 1


# The fields of an action that hold typed text.
TEXTS = {
    "what": TextField(label="What will be done", limit=LINE, lines=2),
    "why": TextField(label="Why: the shortfall, or what lies behind it", limit=PARAGRAPH, lines=3),
    "owner_role": TextField(label="Who leads it there (a role)", limit=NAME),
    "answered_by": TextField(label="Who answered (a role)", limit=NAME),
    "declined_because": TextField(label="Why it was declined", limit=PARAGRAPH, lines=2),
    "no_due_reason": TextField(label="Why there is no date yet", limit=LINE),
    "measure": TextField(label="What we will see when it works", limit=LINE, lines=2),
    "baseline": TextField(label="Where that stands today", limit=LINE),
    "target": TextField(label="Where it is to be", limit=LINE),
    "resources": TextField(label="Staff time and money, and from whom", limit=LINE, lines=2),
    "blocked_by": TextField(label="What stands in the way", limit=PARAGRAPH, lines=2),
    "waiting_for": TextField(label="What it waits for", limit=LINE),
    "funder": TextField(label="Or another funder", limit=NAME),
    "shown_by": TextField(label="What shows that it is done", limit=PARAGRAPH, lines=2),
    "stopped_reason": TextField(label="Why it is stopped", limit=PARAGRAPH, lines=2),
    "stopped_approved_by": TextField(label="Who approved that (a role)", limit=NAME),
    "priority_reason": TextField(label="Why the priority is changed", limit=LINE),
    "note_draft": TextField(label="How it goes", limit=PARAGRAPH, lines=3),
    "effect_draft": TextField(label="What effect was seen", limit=PARAGRAPH, lines=2),
}

STARTER = LINE
COST_AT_MOST = 1_000_000_000  # pounds; more is a slip of the key
NOTE_SAID_BY = NAME
MOVE_MORE = LINE
NO_ACTION_REASON = PARAGRAPH
