"""File names that say what a file is and cannot harm the folder they land in."""

import re
import unicodedata
from datetime import date


# Not allowed in Windows file names, or able to leave the folder.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Cc controls, Cf invisible marks such as a right-to-left override, Cs lone surrogates,
# Co private use, Cn unassigned, Zl and Zp line breaks.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)")
# Windows counts 260 characters of whole path, and OneDrive adds its own folders: a name is to have
# no more than the first. Only where what the file is leaves its area no room has it up to the most.
_LENGTH, _MOST = 100, 120
_MOST_BYTES = 200
_AREA_LEAST = 16
# What an area says of itself last, such as that it is fictional.
_IN_BRACKETS = re.compile(r"\s*(\([^()]*\))\s*$")


def file_name(marking: str, area: str, what: str, day: date, extension: str) -> str:
    """A marked, dated name such as `OFFICIAL Aldermoor action plan 2026-11-22.xlsx`.

    Any text may be given: path characters, control and invisible characters go, Welsh and other
    letters stay. Where it is too long, the area is cut first, at a word, but never away, and what
    stands in brackets at its end stays: that it is fictional, every file of it says. What the file
    is tells two of one area apart; the date and the ending are never cut.
    """
    tail = f"{day:%Y-%m-%d}.{clean_name(extension).lstrip('.').lower()}"
    over = len(" ".join((marking, area, what))) - (_LENGTH - len(tail))
    place = _shorter_area(area, len(area) - over) if over > 0 else area
    head = clean_name(" ".join((marking, place, what)))
    stem = _shortened(head, _MOST - len(tail), _MOST_BYTES - len(tail)).strip(" .")
    return f"{stem} {tail}" if stem else tail


def clean_name(text: str) -> str:
    """`text` as one harmless part of a path; empty when nothing usable is in it."""
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(
        " " if unicodedata.category(character) in _INVISIBLE else character
        for character in _FORBIDDEN.sub(" ", composed)
    )
    # A leading dot hides a file and a leading hyphen is an option to many a command.
    name = " ".join(spaced.split()).rstrip(". ").lstrip("-. ")
    if _RESERVED.fullmatch(name.split(".")[0].strip()):
        return f"_{name}"
    return name


def _shorter_area(area: str, length: int) -> str:
    """As many of its words as fit, and what it says of itself last; a single long word is cut."""
    last = _IN_BRACKETS.search(area)
    said = f" {last[1]}" if last and len(last[1]) <= _AREA_LEAST else ""
    words = area[: last.start()] if last and said else area
    room = max(length - len(said), _AREA_LEAST)
    if len(words) > room:
        cut = words[:room]
        words = cut.rpartition(" ")[0] or cut
    return words + said


def _shortened(text: str, length: int, size: int) -> str:
    cut = text[:length]
    while len(cut.encode()) > size:
        cut = cut[:-1]
    return cut
