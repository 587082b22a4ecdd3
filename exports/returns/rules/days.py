"""Dates as people in Britain type them into a cell; what could mean two days is no date."""

import re
from datetime import date

from assessment.documents.reading import Cell


EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})", re.IGNORECASE
)
_IN_FIGURES = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?")


def read_day(cell: Cell) -> date | None:
    """The day in a cell: a date, or text such as 21 November 2026, 21 Nov 26 or 21/11/2026.

    None for anything else, and for a day before 2000 or after 2099. Day comes before month, as it
    does in Britain; a date without its year is none.
    """
    if isinstance(cell, date):
        return _within(cell)
    if not isinstance(cell, str):
        return None
    text = _WEEKDAY.sub("", " ".join(cell.split()))
    if found := _IN_WORDS.fullmatch(text):
        return _day(found[3], _month(found[2]), found[1])
    if found := _IN_FIGURES.fullmatch(text):
        return _day(found[4], int(found[3]), found[1])
    if found := _ISO.fullmatch(text):
        return _day(found[1], int(found[2]), found[3])
    return None


def _month(word: str) -> int:
    """1 to 12 for a month or its beginning of three letters or more; 0 for another word."""
    wanted = "september" if word.casefold() == "sept" else word.casefold()
    found = [at for at, name in enumerate(_MONTHS, 1) if name.startswith(wanted)]
    return found[0] if len(found) == 1 else 0


def _day(year: str, month: int, day: str) -> date | None:
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return _within(date(whole, month, int(day)))
    except ValueError:
        return None


def _within(day: date) -> date | None:
    return day if EARLIEST <= day <= LATEST else None
