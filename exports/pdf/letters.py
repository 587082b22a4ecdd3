"""Makes any text one that the fonts can set; what they lack is named, never dropped unseen.

PDF/UA refuses a character without a glyph, and Typst refuses to write such a file. So: composed
form (NFC), no controls and no marks that turn the reading direction round, and each character
that the fonts lack becomes its Unicode name in brackets, "[party popper]", and is counted.
"""

import re
import unicodedata
from typing import Any

from exports.pdf.fonts import FILES, characters


# Cc controls, Cs lone surrogates, Co private use, Cn unassigned.
_DROPPED = {"Cc", "Cs", "Co", "Cn"}
# Bidirectional embeddings, overrides and isolates; object replacement; variation selectors.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufff9-\uffff\ufe00-\ufe0f\U000e0000-\U000e0fff]")
# Joiners, direction marks and spaces of no width: Typst sets them without a glyph.
_NO_GLYPH_NEEDED = frozenset(map(ord, "\n\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u061c\ufeff"))
# Any letter or mark beyond Latin with its accents (U+0000 to U+024F); signs follow from U+2010.
_PUT_TOGETHER = re.compile(
    "[\u0250-\u1fff\u20d0-\u20ff\u2c00-\ua6ff\ua700-\ufeff\U00010000-\U0010ffff]"
)
# No word of a living language is longer, so a longer run may break wherever the line ends.
_LONG_RUN = re.compile(r"\S{31,}")
_SIGN = re.compile(r"[/.\-_=&?#]+")
_BREAK = "\u200b"


class Letters:
    """Cleans texts for the PDF and counts what it had to replace.

    `plain` says that no text so far holds a letter that a font would have to put together: Latin
    letters as they are, digits and signs alone. Where it holds, a template may leave out the rules
    by which marks find their letters (`ccmp`, `locl`, `mark`, `mkmk`): there is nothing to find.
    """

    def __init__(self) -> None:
        self.replaced = 0
        self.plain = True
        self._fonts = tuple(characters(name) for name in FILES)
        self._all = frozenset().union(*self._fonts, _NO_GLYPH_NEEDED)
        self._known: dict[str, str] = {}

    def clean(self, text: str) -> str:
        """`text` as the fonts can set it; plain text, the common case, costs one look."""
        if text.isascii() and text.isprintable():
            return _breakable(text)
        composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        settled = _UNSEEN.sub("", composed.replace("\u2028", "\n").replace("\u2029", "\n"))
        self.plain = self.plain and not _PUT_TOGETHER.search(settled)
        return _breakable("".join(self._settled(settled)))

    def cleaned(self, value: Any) -> Any:
        """A JSON value with every text in it cleaned."""
        if isinstance(value, str):
            return self.clean(value)
        if isinstance(value, dict):
            return {key: self.cleaned(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.cleaned(inner) for inner in value]
        return value

    def _settled(self, text: str) -> list[str]:
        out: list[str] = []
        base = ""
        for letter in text:
            if unicodedata.combining(letter) and not self._one_font(base, letter):
                out.append(self._named(letter))
                continue
            if not unicodedata.combining(letter):
                base = letter
            out.append(self._letter(letter))
        return out

    def _one_font(self, base: str, mark: str) -> bool:
        """Whether one font has both: a mark is set with its letter or not at all."""
        return any(ord(mark) in font and base and ord(base) in font for font in self._fonts)

    def _letter(self, letter: str) -> str:
        # Fonts list a few controls too, and Typst refuses those.
        if letter not in "\n\t" and unicodedata.category(letter) in _DROPPED:
            return ""
        if ord(letter) in self._all:
            return letter
        if unicodedata.category(letter) == "Zs":
            return " "
        return self._named(letter)

    def _named(self, letter: str) -> str:
        """The name in brackets; a character with none is dropped, having nothing to say."""
        if letter not in self._known:
            name = unicodedata.name(letter, "").casefold()
            self._known[letter] = f"[{name}]" if name else ""
        if self._known[letter]:
            self.replaced += 1
        return self._known[letter]


def _breakable(text: str) -> str:
    return _LONG_RUN.sub(_broken, text) if len(text) > 30 else text


def _broken(run: re.Match[str]) -> str:
    """An address breaks after its signs where it can; anything else wherever the line ends."""
    if not run[0].startswith(("http://", "https://")):
        return _BREAK.join(run[0])
    parts = _SIGN.sub(rf"\g<0>{_BREAK}", run[0]).split(_BREAK)
    return _BREAK.join(_BREAK.join(part) if len(part) > 30 else part for part in parts)
