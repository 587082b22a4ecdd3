"""Invitation links: what is kept of a token, and how many wrong ones are borne.

A token has 256 bits from the system's own source of chance, so a fast hash is enough and nobody
finds one by trying. The limits keep the log and the database from being flooded: ten wrong links
from one place in ten minutes, a hundred from all. A reviewer who has opened a link goes on whatever
others try, and whoever has not tried a wrong one is let in even while many others have.
"""

import hashlib
import re
from datetime import timedelta


TOKEN_BYTES = 32
WINDOW = timedelta(minutes=10)
FROM_ONE = 10
FROM_ALL = 100
KEPT = timedelta(days=1)
# What a token of 32 bytes looks like in base64; what does not need not be looked up.
_FORM = re.compile(r"[A-Za-z0-9_-]{43}")

WRONG = (
    "This link opens nothing here. Copy the whole of it from the message you were sent, or ask the "
    "area that invited you for a new one. A reviewer pack by mail does the same."
)
TOO_MANY = (
    "Too many links that open nothing were tried, so none is opened for ten minutes. Wait, or ask "
    "the area that invited you for a reviewer pack by mail."
)
ENDED = (
    "This link has ended: its last day is over, or the area took it back. What you saved before is "
    "safe. Ask the area that invited you for a new one."
)


def token_hash(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def could_be(token: str) -> bool:
    """Whether it has the form of a token at all."""
    return _FORM.fullmatch(token) is not None


def why_shut(from_here: int, from_all: int) -> str:
    """Why no link is opened from here now, given the wrong ones within the window; or nothing."""
    shut = from_here >= FROM_ONE or (from_here > 0 and from_all >= FROM_ALL)
    return TOO_MANY if shut else ""
