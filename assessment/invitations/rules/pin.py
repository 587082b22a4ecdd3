"""The lead's PIN while the laptop is passed around: its form, its hash, and what guessing costs."""

import hashlib
import hmac
from datetime import datetime, timedelta


SHORTEST, LONGEST = 4, 8
FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
_MOST_DOUBLED = 5
# One try costs about 50 ms and 16 MB: nothing to a lead, and a long time for whoever has the file.
_COST = {"n": 16_384, "r": 8, "p": 1}


def is_pin(words: str) -> bool:
    """Whether it can be a PIN: 4 to 8 figures."""
    return words.isascii() and words.isdigit() and SHORTEST <= len(words) <= LONGEST


def pin_hash(pin: str, salt: bytes) -> str:
    """What is kept of a PIN: the salt and a slow hash, in hexadecimal digits."""
    hashed = hashlib.scrypt(pin.encode(), salt=salt, dklen=32, **_COST)
    return f"{salt.hex()}:{hashed.hex()}"


def is_right(pin: str, kept: str) -> bool:
    """Whether the PIN is the one of which this was kept; takes as long either way."""
    salt = bytes.fromhex(kept.partition(":")[0])
    return hmac.compare_digest(pin_hash(pin, salt), kept)


def wait_until(wrong: int, last_wrong_at: datetime | None) -> datetime | None:
    """When the next PIN is looked at: a minute after the fifth wrong one, then twice as long
    after each, up to half an hour. None while one may be tried at once."""
    if last_wrong_at is None or wrong < FREE_TRIES:
        return None
    doublings = min(wrong - FREE_TRIES, _MOST_DOUBLED)
    return last_wrong_at + FIRST_WAIT * (1 << doublings)
