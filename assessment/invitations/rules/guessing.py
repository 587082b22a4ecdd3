"""How many wrong codes are borne before the door stays shut for a while.

Each counts for ten minutes: ten from one place, as a person with a smudged slip may need, and a
hundred from all places together, so that whoever changes addresses gains nothing. At a hundred in
ten minutes, trying for a whole year finds one of ten codes with a chance of less than one in a
hundred.
"""

from datetime import timedelta


WINDOW = timedelta(minutes=10)
FROM_ONE = 10
FROM_ALL = 100
KEPT = timedelta(days=1)

WRONG = (
    "That code opens nothing here. A code has eight letters, such as BCDF-GHJK; capitals and the "
    "hyphen make no difference. Check it against the slip, or ask the lead for the assessment to "
    "make a new one for your agency."
)
TOO_MANY_HERE = (
    "Ten wrong codes were typed here in ten minutes, so none is tried for now. Wait ten minutes, "
    "or ask the lead for the assessment: there are other ways to give your agency’s views. Who "
    "has joined already can go on."
)
TOO_MANY = (
    "Many wrong codes were typed on this network, so none is tried for ten minutes. Tell the lead "
    "for the assessment: there are other ways to give your agency’s views. Who has joined already "
    "can go on."
)


def why_shut(from_here: int, from_all: int) -> str:
    """Why no code is tried now, given the wrong ones within the window; empty when one may be."""
    if from_here >= FROM_ONE:
        return TOO_MANY_HERE
    return TOO_MANY if from_all >= FROM_ALL else ""
