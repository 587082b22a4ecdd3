"""The one error of this slice: a file that cannot be used, said in words for its owner."""

from collections.abc import Sequence


class UnusableFile(Exception):
    """`message` says what is wrong and what to do; `problems` name places, one a line.

    It is not a `UserError`, since this slice lies below `access`: whoever opens a file turns it
    into `BadInput`.
    """

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)
