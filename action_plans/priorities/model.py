"""Two actions that could be one, and what was decided of them."""

from datetime import datetime
from enum import StrEnum

from assessment.access.frozen import Frozen


class Decision(StrEnum):
    """What the partnership said of two actions. Parting joined ones leaves them two."""

    JOINED = "joined"
    TWO = "two"


class Pair(Frozen):
    """What was decided of two actions, remembered so that nobody is asked again.

    `kept_id` is the one with the lower number. Where they were joined, it took over the words and
    links of the other, which was put away.
    """

    id: str
    partnership_id: str
    kept_id: str
    other_id: str
    decision: Decision
    decided_at: datetime
    version: int = 1
