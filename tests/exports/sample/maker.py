"""What every part of the sample draws on: texts and days."""

import itertools
from datetime import date, timedelta


FIRST_DAY = date(2026, 1, 1)


class Maker:
    """Hands out texts and days, none of them twice when marked."""

    def __init__(self, *, marked: bool) -> None:
        self._marked = marked
        self._numbers = itertools.count(1)
        self._days = itertools.count(0)

    def say(self, text: str) -> str:
        return f"{text} §{next(self._numbers)}§" if self._marked else text

    def day(self) -> date:
        step = 1 if self._marked else 3
        return FIRST_DAY + timedelta(days=next(self._days) * step % 700)
