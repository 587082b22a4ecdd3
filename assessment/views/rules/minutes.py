"""How long an agency's form or pack takes.

Source: a prison treatment provider's 39 statements, about 2,600 words with their levels, take 40
to 50 minutes (this toolkit's own figure, from reading and choosing, not the guidance's).
"""

from math import ceil

from assessment.partnership.rules.scope import spoken_minutes


_EACH = 45 / 39
_STEP = 5


def minutes_words(statements: int) -> str:
    """About 45 minutes: rounded up to five."""
    return f"about {spoken_minutes(max(_STEP, ceil(statements * _EACH / _STEP) * _STEP))}"
