"""Errors with words for the person at the screen. Anything else that is raised is a bug."""

from collections.abc import Sequence
from datetime import datetime

from assessment.access.wording import clock, counted
from assessment.privacy.guard import Finding


class UserError(Exception):
    """Says what happened, what is safe and what to do next. Never holds personal data."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    @property
    def unsaved(self) -> str:
        """The message for someone who waits for words to be saved: that they are not comes first,
        and once."""
        said = self.message.startswith("Not saved")
        return self.message if said else f"Not saved yet. {self.message}"


class Refused(UserError):
    """This person may not do this, or not now."""


class NotFound(UserError):
    """What the address names is not here."""


class BadInput(UserError):
    """Something given to us cannot be used; `problems` are located, one a line."""

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class TooLong(UserError):
    """Text over its limit; nothing was cut and nothing was saved."""

    def __init__(self, limit: int, length: int) -> None:
        super().__init__(
            f"Not saved yet: this is {counted(length - limit, 'character')} over the limit of "
            f"{limit:,}. Shorten it and it will be saved."
        )
        self.limit = limit
        self.length = length


class LikelyIdentifier(UserError):
    """The guard saw what may identify a person; nothing was written. Kinds and places only.

    `kept` is what may stay of the stored text, where that holds the beginning of it already.
    """

    def __init__(self, findings: Sequence[Finding], kept: str | None = None) -> None:
        places = ", ".join(
            f"{finding.kind.words} at characters {finding.start + 1} to {finding.end}"
            for finding in findings
        )
        super().__init__(f"Not saved yet: this looks like {places}.")
        self.findings = tuple(findings)
        self.kept = kept


class StaleEdit(UserError):
    """Someone else changed it meanwhile. `current` is what stands now; yours is not lost."""

    def __init__(self, current: str, by: str = "", at: datetime | None = None) -> None:
        when = f" at {clock(at)}" if at else ""
        who = by or "someone else"
        super().__init__(
            f"This was changed by {who}{when}. Both are shown; nothing is lost. "
            "Choose one or join them."
        )
        self.current = current
        self.by = by
        self.at = at


class ChangedMeanwhile(UserError):
    """A choice was made on a screen that had fallen behind; what stands now was kept."""

    def __init__(self, at: datetime) -> None:
        super().__init__(
            f"Another screen recorded something else at {clock(at)}. That is what stands now. "
            "Choose again to change it."
        )
