"""The arithmetic of each identifier, one function each (domain notes, section 8)."""

import re


_CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_WEIGHTS = range(10, 1, -1)
_NI_PREFIX = re.compile(
    r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]", re.IGNORECASE
)


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits pass the modulus 11 check (NHS Data Dictionary)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:9], strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def begins_with_birth_date(digits: str) -> bool:
    """Whether ten digits begin DDMMYY, as a Scottish CHI number does."""
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def is_pnc(year: str, serial: str, letter: str) -> bool:
    """Whether the letter is right: last two digits of the year, then the serial padded to 7."""
    return _letter_of(year[-2:] + serial.zfill(7)) == letter.upper()


def is_cro(year: str, serial: str, letter: str) -> bool:
    """Whether the letter of a standard CRO number is right: the serial is padded to 6."""
    return _letter_of(year + serial.zfill(6)) == letter.upper()


def is_old_cro(year: str, serial: str, letter: str) -> bool:
    """Whether the letter of an SF ("small file") CRO number is right: no padding."""
    return _letter_of(year + serial) == letter.upper()


def is_ni_prefix(letters: str) -> bool:
    """Whether two letters may begin a National Insurance number (HMRC manual NIM39110)."""
    return _NI_PREFIX.fullmatch(letters) is not None


def is_financial_year(first: str, second: str) -> bool:
    """Whether "2023/24" or "23/24" is a financial year, whose letter is a paper's or a table's.

    The check letter alone does not tell: that of year 23, serial 24 is A, so "23/24A" passes.
    """
    return len(second) == 2 and len(first) in {2, 4} and (int(first) + 1) % 100 == int(second)


def _letter_of(digits: str) -> str:
    return _CHECK_LETTERS[int(digits) % len(_CHECK_LETTERS)]
