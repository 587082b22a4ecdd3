"""The characters of a document: which ones XML can hold, and which ones tell words apart."""

import re


# What XML 1.0 cannot hold, and U+FFFE and U+FFFF: Excel calls a file with one of them damaged.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """`text` without what no such document can hold, and with one kind of line break."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def letters(text: object) -> str:
    """Letters and digits without case, so that "Plain words:" is "plainwords" whoever types it."""
    return "".join(c for c in str(text) if c.isalnum()).casefold()
