"""Join codes and tokens: how they look, and what is kept of them instead.

A code is said aloud, written on a slip and typed on a phone: eight letters, none of which looks
like another or makes a word. It is short enough to be guessed by a machine that could try it
offline, so its hash is slow; the salt is one for all, since a code finds its row by its hash. A
token is long and random, and a fast hash is enough for it.
"""

import base64
import hashlib
import re
from collections.abc import Callable


ALPHABET = "BCDFGHJKMNPRSTVWXZ"
LENGTH = 8
# What somebody may read a letter as; no code has a figure in it.
_BROWSER = re.compile(r"[A-Za-z0-9_-]{43}")
_FIGURES = str.maketrans("2568", "ZSGB")
_SALT = b"throughcare join code"
# With n = 4,096 one try costs 10 to 20 ms and 4 MB; 8 letters of 18 are 11 thousand million codes.
_COST = {"n": 4096, "r": 8, "p": 1}


def new_code(choose: Callable[[str], str]) -> str:
    """A code; `choose` picks one letter, by chance that nobody can foresee."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def as_shown(code: str) -> str:
    """The code as it is read and written: BCDF-GHJK."""
    return f"{code[:4]}-{code[4:]}"


def as_typed(words: str) -> str:
    """What somebody typed, as codes are made: capitals, without hyphens, spaces or the like."""
    kept = "".join(letter for letter in words.upper() if letter.isalnum())
    return kept.translate(_FIGURES)[: LENGTH + 1]


def could_be(code: str) -> bool:
    """Whether it has the form of a code at all; what has not need not be looked up."""
    return len(code) == LENGTH and set(code) <= set(ALPHABET)


def code_hash(code: str) -> str:
    """What is kept of a code."""
    return hashlib.scrypt(code.encode(), salt=_SALT, dklen=32, **_COST).hex()


def token_of_browser(browser: str, assessment_id: str, agency_id: str, turn: int) -> str:
    """The token of an agency's device in one browser: the same whenever it joins there again.

    `browser` is its random name, as `is_browser` allows; `turn` counts the devices ended there.
    """
    told = ":".join((browser, assessment_id, agency_id, str(turn)))
    return base64.urlsafe_b64encode(hashlib.sha256(told.encode()).digest()).decode().rstrip("=")


def is_browser(name: str) -> bool:
    """Whether it is a name that the door gave, of 32 random bytes, as far as that can be seen."""
    return bool(_BROWSER.fullmatch(name))


def token_hash(token: str) -> str:
    """What is kept of a device's token."""
    return hashlib.sha256(token.encode()).hexdigest()
