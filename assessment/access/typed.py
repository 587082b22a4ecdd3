"""What a text box hands over when it saves: the words, and what the box knew when it sent them."""

from dataclasses import dataclass


_FNV_START = 0x811C9DC5
_FNV_PRIME = 0x01000193
_MASK = 0xFFFFFFFF


@dataclass(frozen=True)
class Typed:
    """A draft from a box that saves while a person types.

    `seen` is the hash of the text the box last knew to be stored, `trail` the hashes of what it
    has sent since: anything else in the row is another person's text. `spell` is the box's own
    random name while it stands on the page; `confirmed` says that the person kept, deliberately,
    what looks like an identifier in exactly this text.
    """

    text: str
    seen: str
    trail: tuple[str, ...] = ()
    spell: str = ""
    confirmed: bool = False

    @classmethod
    def over(cls, stored: str, text: str, confirmed: bool = False) -> "Typed":
        """A draft by someone who has just read `stored`: for tests and for the command line."""
        return cls(text=text, seen=text_hash(stored), confirmed=confirmed)


def text_hash(text: str) -> str:
    """32-bit FNV-1a over UTF-16 code units as 8 hex digits; autosave.js does the same.

    It tells texts of one row apart; it is no secret and proves nothing to anyone else.
    """
    value = _FNV_START
    units = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * _FNV_PRIME) & _MASK
    return f"{value:08x}"
