"""Where the numbers stand that say by themselves what they are.

Every function reads a folded text and yields slices of it. All patterns are bounded, and each
start is tried by a lookahead, so that time grows with the length of the text and no more, and
no number hides in the tail of another.
"""

import re
from collections.abc import Callable, Iterator

from assessment.privacy.checks import (
    begins_with_birth_date,
    is_cro,
    is_financial_year,
    is_nhs_number,
    is_ni_prefix,
    is_old_cro,
    is_pnc,
)


Spans = Iterator[tuple[int, int]]
_Check = Callable[[str, str, str], bool]

_BEFORE = r"(?<![A-Za-z0-9])"
_AFTER = r"(?![A-Za-z0-9])"

_TEN_DIGITS = re.compile(r"(?<!\d)(?=(\d(?:(?:[ _-]{0,3}|\.)\d){9})(?!\d))")
_MORE_BEFORE = re.compile(r"\d[ _.-]{1,3}$")
_MORE_AFTER = re.compile(r"[ _.-]{1,3}\d")
_DIALLING_CODE = re.compile(r"(?:\+\d{1,3}|(?<!\d)00\d\d|\(0\))[ -]?$")
_DECIMAL = re.compile(r"\d[.,]$")
_CODE_BEFORE = re.compile(r"\d[A-Za-z]+$")
_CODE_AFTER = re.compile(r"[A-Za-z]+\d")
_NHS_LABEL = re.compile(r"nhs ?(?:no|num|number|id|#|:)", re.IGNORECASE)
_HOUSE_GROUPS = ([10], [3, 3, 4])
_OTHER_GROUPS = ([4, 3, 3], [3, 4, 3], [5, 5], [4, 6], [6, 4], [3, 7], [7, 3], [1] * 10)


def nhs_numbers(text: str) -> Spans:
    """Ten digits that pass modulus 11, but for those that begin as a Scottish CHI number does."""
    return (span for span, digits in _health_numbers(text) if not begins_with_birth_date(digits))


def chi_numbers(text: str) -> Spans:
    """Ten digits that pass modulus 11 (CHI uses the same check) and begin with a day and month."""
    return (span for span, digits in _health_numbers(text) if begins_with_birth_date(digits))


def _health_numbers(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _TEN_DIGITS.finditer(text):
        start, end = match.span(1)
        digits = re.sub(r"\D", "", match[1])
        if is_nhs_number(digits) and _reads_as_one_number(text, start, end):
            yield (start, end), digits


def _reads_as_one_number(text: str, start: int, end: int) -> bool:
    """Whether digits are grouped as people write one number, and not as two years and a count.

    Eleven-digit telephone numbers never get here; a dialling code before ten digits says the same.
    """
    groups = [len(group) for group in re.findall(r"\d+", text[start:end])]
    before = text[max(0, start - 8) : start]
    if _DIALLING_CODE.search(before):
        return False
    if groups == [10] and (_DECIMAL.search(before) or _inside_a_code(text, start, end)):
        return False
    if groups in _HOUSE_GROUPS or _NHS_LABEL.search(text, max(0, start - 30), start):
        return True
    alone = not _MORE_BEFORE.search(before) and not _MORE_AFTER.match(text, end)
    return alone and groups in _OTHER_GROUPS


def _inside_a_code(text: str, start: int, end: int) -> bool:
    """Whether ten digits are the middle of a longer mixture of letters and digits."""
    return bool(_CODE_BEFORE.search(text, max(0, start - 32), start)) or bool(
        _CODE_AFTER.match(text, end)
    )


_PRISON = re.compile(
    _BEFORE + r"(?=([A-Za-z]\d{4}[A-Za-z]{2}|[A-Z][_-]?\d{4}[ _-]?[A-Z]{2})" + _AFTER + ")"
)
_PRISON_LABELLED = re.compile(
    r"(?:p?nomi?s|prison(?:er)?)(?:(?: id)?(?: no| num| number)?[ .:#-]{1,3})(?:is )?"
    r"(?=([A-Za-z] ?\d{4} ?[A-Za-z]{2})" + _AFTER + ")",
    re.IGNORECASE,
)


def prison_numbers(text: str) -> Spans:
    """One letter, four digits, two letters; spaced out only in capitals or after its own name."""
    for pattern in (_PRISON, _PRISON_LABELLED):
        yield from (match.span(1) for match in pattern.finditer(text))


_JOINT = r"( ?[/\\_-] ?)"
_LETTER = r"( ?[A-Za-z])"
_NO_DATE_BEFORE = r"(?<!\d/)"
_PNC_FORMS = tuple(
    re.compile(f"{_BEFORE}{_NO_DATE_BEFORE}(?=(({year}){_JOINT}?(\\d{{1,7}}){_LETTER}){_AFTER})")
    for year in (r"(?:19|20)\d\d", r"\d\d")
)
_CRO = re.compile(f"{_BEFORE}{_NO_DATE_BEFORE}(?=((\\d{{1,6}}){_JOINT}(\\d\\d){_LETTER}){_AFTER})")
_OLD_CRO = re.compile(f"{_BEFORE}(?=([Ss][Ff] ?(\\d\\d){_JOINT}?(\\d{{1,6}}){_LETTER}){_AFTER})")
_SERIAL_THAT_STANDS_OUT = 5


def pnc_numbers(text: str) -> Spans:
    """A year, a serial and its right check letter; a financial year with a letter is none."""
    for pattern in _PNC_FORMS:
        for match in pattern.finditer(text):
            _, year, joint, serial, letter = match.groups()
            if _is_police_number(is_pnc, year, joint, serial, letter) and not is_financial_year(
                year, serial
            ):
                yield match.span(1)


def cro_numbers(text: str) -> Spans:
    """A serial, a two-digit year and the right check letter, or the older form that begins SF."""
    for match in _CRO.finditer(text):
        _, serial, joint, year, letter = match.groups()
        if _is_police_number(is_cro, year, joint, serial, letter) and not is_financial_year(
            serial, year
        ):
            yield match.span(1)
    for match in _OLD_CRO.finditer(text):
        _, year, joint, serial, letter = match.groups()
        if _is_police_number(is_old_cro, year, joint, serial, letter):
            yield match.span(1)


def _is_police_number(
    check: _Check, year: str, joint: str | None, serial: str, letter: str
) -> bool:
    """Whether the letter is right; a number not written to the letter needs a serial of length.

    "12C" and "2024 - 5 B" are doors and headings: one in 23 of them has the right letter.
    """
    exact = joint == "/" and not letter.startswith(" ")
    long_enough = len(serial) >= _SERIAL_THAT_STANDS_OUT
    return (exact or long_enough) and check(year, serial, letter.strip())


_GAP = r"[ _.-]{0,2}"
_NI = re.compile(
    rf"{_BEFORE}(?=(([A-Za-z]{{2}}){_GAP}((?:\d{_GAP}){{5}}\d)({_GAP}[A-Da-d])){_AFTER})"
)
_NI_LABELLED = re.compile(
    r"(?:national insurance|\bni\b|\bnino\b)(?: no| num| number)?[ .:#-]{1,3}(?:is )?"
    rf"(?=(([A-Z]{{2}}){_GAP}(?:\d{_GAP}){{5}}\d)(?!{_GAP}[A-D]{_AFTER}){_AFTER})",
    re.IGNORECASE,
)
_WORDS_LIKE_PREFIXES = frozenset({"an", "am", "as", "at", "by", "ex", "he", "me", "my", "re", "we"})


def ni_numbers(text: str) -> Spans:
    """Two permitted letters, six digits and a letter A to D; without it only after its own name."""
    for match in _NI.finditer(text):
        _, prefix, digits, suffix = match.groups()
        if is_ni_prefix(prefix) and not _is_a_sum_in_a_sentence(prefix, digits, suffix):
            yield match.span(1)
    for match in _NI_LABELLED.finditer(text):
        if is_ni_prefix(match[2]):
            yield match.span(1)


def _is_a_sum_in_a_sentence(prefix: str, digits: str, suffix: str) -> bool:
    """Whether this is "at 250000 a year" rather than a number."""
    lower = not (prefix.isupper() and suffix.strip().isupper())
    return lower and prefix.lower() in _WORDS_LIKE_PREFIXES and digits.isdigit() and suffix == " a"


_DRIVING_LICENCE = re.compile(
    _BEFORE
    + r"(?=((?=[A-Z]{1,5}9{0,4}\d)[A-Z9]{5}[ -]?\d[0156]\d[0-3]\d\d[ -]?[A-Z][A-Z9]\d[A-Z]{2})"
    + _AFTER
    + ")",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"(?<!\d)(?=((?:07|(?:\+|00)?44[ -]?(?:\(0\))?[ -]?7)(?:[ ().-]{0,3}\d){9})(?!\d))"
)


def driving_licences(text: str) -> Spans:
    """Sixteen characters: surname, decade, month, day, year, initials and check characters."""
    return (match.span(1) for match in _DRIVING_LICENCE.finditer(text))


def mobile_numbers(text: str) -> Spans:
    """A British mobile number, from 07 or +44 7; landlines are left alone."""
    return (match.span(1) for match in _MOBILE.finditer(text))
