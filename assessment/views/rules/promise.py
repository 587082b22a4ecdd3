"""What everyone who gives a view is told first: who can read it, on its way and afterwards."""

TITLE = "Who can read your answers"
WAY = (
    f"{TITLE}. On the way: whoever handles the file, the paper or the device they come on, and "
    "whoever keys them in."
)
BEFORE = "Until the reveal no screen, list or export shows them to anyone else."
WITH_NAMES = (
    "At the reveal everyone in the room sees how the answers spread, and then which agency "
    "gave which answer and reason. The partnership’s own copy of the report, marked not for "
    "circulation, says the same; no other copy does."
)
WITHOUT_NAMES = (
    "At the reveal everyone in the room sees how the answers spread, without agencies’ names or "
    "reasons; where few agencies answer, the spread alone can tell."
)
COPIES = (
    "The complete copy and the backups that the lead for the assessment keeps hold every answer "
    "with the agency’s name, before the reveal and after it."
)


def promise(names_shown: bool) -> str:
    """Who can read an answer: printed on every form, pack and paper before its first question.

    `names_shown` is what the lead chose before views were asked for.
    Plain words in one paragraph, to be escaped by whoever prints them.
    """
    return " ".join((WAY, BEFORE, WITH_NAMES if names_shown else WITHOUT_NAMES, COPIES))
