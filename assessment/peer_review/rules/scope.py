"""Which statements a round takes, and how long a peer reviewer needs for them.

Two hours were promised to a reviewer. Ten minutes a statement and at most twelve of them are the
toolkit's own figures, not the guidance's; screens say so.
"""

from collections.abc import Iterable

from assessment.access.frozen import Frozen
from assessment.access.wording import counted
from assessment.partnership.rules.scope import spoken_minutes


MOST = 12
WARN_BEYOND = 15
EACH = 10
HIGHEST = 3

RULE_WORDS = (
    f"At most {MOST} statements: the safety-critical first, then those agreed as fully met, then "
    f"those whose first views lay widest apart. {EACH} minutes for each. These are the toolkit’s "
    "own figures, not the guidance’s."
)


class Candidate(Frozen):
    """A statement that a round could take: only one with an agreed rating can be tested.

    `width` is how far its first views lay apart, as far as the room was shown; 0 where it was not.
    """

    statement_id: str
    safety: bool = False
    rating: int | None = None
    width: int = 0


def proposed(candidates: Iterable[Candidate], most: int = MOST) -> tuple[str, ...]:
    """The ids that the rule takes, the most telling first; candidates come in their own order.

    What is neither safety-critical nor fully met nor was seen differently is not taken, so that
    there may be fewer than `most`.
    """
    telling = [one for one in candidates if one.rating is not None and _tells(one)]
    return tuple(one.statement_id for one in sorted(telling, key=_order)[:most])


def minutes(statements: int) -> int:
    """How long a reviewer needs for so many statements."""
    return statements * EACH


def minutes_words(statements: int) -> str:
    """12 statements: about 2 hours for each peer reviewer."""
    if not statements:
        return "No statement is chosen yet."
    time = spoken_minutes(minutes(statements))
    return f"{counted(statements, 'statement')}: about {time} for each peer reviewer."


def too_many_words(statements: int) -> str:
    """The warning beyond fifteen statements; empty up to there."""
    if statements <= WARN_BEYOND:
        return ""
    time = spoken_minutes(minutes(statements))
    return (
        f"{statements} statements take a peer reviewer about {time}. Beyond {WARN_BEYOND} the last "
        "ones tend to be read quickly or not at all. Choose the ones you most want tested."
    )


def _tells(one: Candidate) -> bool:
    return one.safety or one.rating == HIGHEST or one.width > 0


def _order(one: Candidate) -> tuple[bool, bool, int]:
    return (not one.safety, one.rating != HIGHEST, -one.width)
