"""Where the identifiers stand that only the words around them give away."""

import re
from bisect import bisect_left
from collections.abc import Iterator


Spans = Iterator[tuple[int, int]]

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_LONG_YEAR = r"(?:19|20)\d\d"
_YEAR = rf"(?:{_LONG_YEAR}|['’]?\d\d)"
_TH = r"(?:st|nd|rd|th)?"
_DATES = re.compile(
    r"(?<![\d/])(?=("
    + "|".join(
        (
            rf"{_DAY} ?[ /.,_-] ?{_MONTH} ?[ /.,_-] ?{_YEAR}",
            rf"{_LONG_YEAR}[ /.-]{_MONTH}[ /.-]{_DAY}",
            rf"{_DAY} ?{_TH} ?(?:of )?[/.-]?{_MONTHS}[ .,/-]{{0,2}}{_YEAR}",
            rf"{_MONTHS} {_DAY}{_TH},? {_LONG_YEAR}",
            rf"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:{_LONG_YEAR}|\d\d)",
        )
    )
    + r")(?!/?\d))",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?<![A-Za-z])(?:born|d\.? ?o\.? ?b|d/o/b|date of birth|birth ?date|birthday|aged)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"\b(?:over|under|to|between|above|below|plus|more|by)\b|\+|\d-\d", re.IGNORECASE
)
_REACH_BEFORE = 40
_REACH_AFTER = 25


def birth_dates(text: str) -> Spans:
    """A full date, in the forms used in Britain, near a word that makes it one of birth.

    "Adults aged 18 and over, 31 March 2025" is a heading: an age band is no one's age.
    """
    words = [
        (match.start(), match.end(), match[0].lower() == "aged") for match in _BIRTH.finditer(text)
    ]
    if not words:
        return
    starts = [start for start, _, _ in words]
    for match in _DATES.finditer(text):
        span = match.span(1)
        first = bisect_left(starts, span[0] - _REACH_BEFORE - len("date of birth"))
        last = bisect_left(starts, span[1] + _REACH_AFTER)
        if any(_makes_it_birth(text, word, span) for word in words[first:last]):
            yield span


def _makes_it_birth(text: str, word: tuple[int, int, bool], date: tuple[int, int]) -> bool:
    start, end, is_age = word
    between = text[end : date[0]] if end <= date[0] else text[date[1] : start]
    if len(between) > (_REACH_BEFORE if end <= date[0] else _REACH_AFTER):
        return False
    return not (is_age and _BAND.search(text[end : end + 20]))


_CRN = re.compile(r"(?<![A-Za-z0-9])(?=([A-Za-z] ?\d{6})(?![A-Za-z0-9]))")
_PROBATION = re.compile(
    r"(?<![a-z])(?:crns?|n?delius|probation (?:no|num|number|id|ref|reference))(?![a-z])",
    re.IGNORECASE,
)


def probation_references(text: str) -> Spans:
    """A letter and six digits beside the word CRN or Delius; the form alone is too common."""
    for match in _CRN.finditer(text):
        start, end = match.span(1)
        if _PROBATION.search(text, max(0, start - 30), end + 20):
            yield start, end


_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(?=([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![A-Za-z0-9]))", re.IGNORECASE
)
_LIVES = re.compile(
    r"\b(?:home address|(?:his|her|their) address|lives|lived|living at|resid(?:es|ing)|"
    r"of no fixed abode)\b",
    re.IGNORECASE,
)
_AN_ADDRESS = re.compile(r"\b(?:address|home|staying|living)\b", re.IGNORECASE)
_AT_WORK = re.compile(
    r"\b(?:offices?|services?|teams?|clinics?|hubs?|centres?|surgery|courts?|council|prison|hmp|"
    r"hospital|premises|care home|agency|reports? to)\b",
    re.IGNORECASE,
)


def home_postcodes(text: str) -> Spans:
    """A full postcode beside words for where someone lives; those of offices are left alone."""
    for match in _POSTCODE.finditer(text):
        start, end = match.span(1)
        around = text[max(0, start - 60) : end + 20]
        if _LIVES.search(around) or (_AN_ADDRESS.search(around) and not _AT_WORK.search(around)):
            yield start, end


_FREE_MAIL = re.compile(
    r"@(?:(?:gmail|googlemail|outlook|icloud|me|mac|msn|aol|ymail|rocketmail|proton|protonmail|pm|"
    r"gmx|mail|zoho|yandex|fastmail|btinternet|btopenworld|sky|virginmedia|ntlworld|talktalk|"
    r"blueyonder|tiscali|plus|hotmail|live|yahoo|hey|tutanota)"
    r"\.(?:com|net|me|uk|ru|fr|de|ie|co\.uk)|o2\.co\.uk|virgin\.net)"
    r"(?![A-Za-z0-9-]|\.[A-Za-z0-9])",
    re.IGNORECASE,
)
_LOCAL_PART = re.compile(r"[\w.+'%-]{1,64}$")


def personal_emails(text: str) -> Spans:
    """An address at a provider that people use at home; work addresses are left alone."""
    for match in _FREE_MAIL.finditer(text):
        local = _LOCAL_PART.search(text[max(0, match.start() - 64) : match.start()])
        if local:
            yield match.start() - len(local[0]), match.end()


_TITLED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? {1,2}(?:[A-Z]\.? ){0,2}|(?:MR|MRS)\.? {1,2})"
    r"((?:[^\W\d_]['’])?[^\W\d_]{2,40}(?:-[^\W\d_]{1,40})?)(?: [A-Z][a-z'’-]{2,40}(?=\W|$))?"
)
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOT_NAMES = frozenset(
    {*_MONTH_NAMES, *_DAY_NAMES, "christmas", "easter", "the", "no", "any", "scan"}
)


def titled_names(text: str) -> Spans:
    """A title and a capitalised word; "Mr A", as in a case study, names nobody."""
    for match in _TITLED.finditer(text):
        name = match[1]
        if name[0].isupper() and name.lower() not in _NOT_NAMES:
            yield match.span()
