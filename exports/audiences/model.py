"""What was decided of a text before it leaves, and the marking chosen for an audience's copy."""

from datetime import datetime
from enum import StrEnum

from assessment.access.frozen import Frozen
from assessment.privacy.audience import Audience


class Choice(StrEnum):
    """What the lead decides of a text that was read for one copy."""

    KEEP = "keep"
    REWORD = "reword"
    DROP = "drop"


CHOICE_WORDS = {
    Choice.KEEP: "Keep as it stands",
    Choice.REWORD: "Reword for this copy",
    Choice.DROP: "Leave out of this copy",
}


# From the least careful to the most.
CARE = (Choice.KEEP, Choice.REWORD, Choice.DROP)


class ReadText(Frozen):
    """A text that was read for an audience; `digest` stands for it and the field it is in.

    So a text that is changed is a new one, and is asked about again. `wording` takes its place
    where it is reworded.
    """

    id: str
    assessment_id: str
    audience: Audience
    digest: str
    choice: Choice | None = None
    wording: str = ""
    saved_at: datetime
    version: int = 1

    @property
    def decided(self) -> bool:
        """Whether it may leave as it was decided: a rewording that is empty is none yet."""
        if self.choice is Choice.REWORD:
            return bool(self.wording.strip())
        return self.choice is not None


class CopyMarking(Frozen):
    """The handling marking that a partnership chose for one audience's copy.

    Empty for no marking; None where it went back to what the table says.
    """

    id: str
    partnership_id: str
    audience: Audience
    marking: str | None = None
    saved_at: datetime
    version: int = 1
