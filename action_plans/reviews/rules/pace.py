"""How long a review has for each action that is left: said calmly, and never counted down."""

from datetime import datetime

from assessment.access.wording import counted


_MINUTE = 60


def pace_words(minutes: int, since: datetime, now: datetime, left: int) -> str:
    """ "About 1 minute 15 seconds for each of the 12 actions left."; empty when none is left."""
    if left < 1:
        return ""
    seconds = int(minutes * _MINUTE - (now - since).total_seconds())
    if seconds <= 0:
        return f"The {minutes} minutes are over; {counted(left, 'action')} left."
    each = _time(seconds // left)
    if left == 1:
        return f"About {each} for the last action."
    return f"About {each} for each of the {left} actions left."


def _time(seconds: int) -> str:
    """To a quarter of a minute, and from five minutes on to a minute: nobody steers by less."""
    step = 15 if seconds < 5 * _MINUTE else _MINUTE
    whole, rest = divmod(max(15, (seconds + step // 2) // step * step), _MINUTE)
    parts = [counted(whole, "minute") if whole else "", counted(rest, "second") if rest else ""]
    return " ".join(part for part in parts if part)
