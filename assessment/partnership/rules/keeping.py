"""How long an assessment is kept unless the area says otherwise."""

from datetime import date


KEPT_YEARS = 2


def keep_until(today: date) -> date:
    """Two years on: the toolkit's default, long enough for two rounds a year apart."""
    last_of_february = today.month == 2 and today.day == 29
    return today.replace(year=today.year + KEPT_YEARS, day=28 if last_of_february else today.day)
