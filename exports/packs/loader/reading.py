"""Reads a pack that came back as rows of cells; what they mean is for the rules to say."""

from collections.abc import Mapping

from assessment.documents.reading import Sheet, read_sheets
from assessment.documents.refusal import UnusableFile
from exports.packs.loader.cells import head_of, lines_of, rows_under
from exports.packs.loader.kinds import other_kind
from exports.packs.loader.layout import (
    ABOUT,
    COLUMNS,
    LIMITS,
    LINES,
    NAMES_WORDS,
    NEEDED,
    VIEW,
)
from exports.packs.model import PackId, RawPack


_IDS = ("partnership_id", "assessment_id", "agency_id", "edition")
_SHOWN = 120
OTHER_WAY = "Where that cannot be, key its answers in on the page Key in paper packs."
NOT_A_PACK = (
    "{} is not an agency pack, or its sheets were renamed or taken out: it needs “{}” and “{}”. "
    "Ask for the whole workbook as it was sent. Nothing was changed."
)
EDITED = (
    "{}: the lines on “{}” that say whose pack it is were changed, so it cannot be told whose "
    "answers these are. Ask for the pack as it was sent, or make it again. Nothing was changed."
)


def read_pack(data: bytes, file_name: str) -> RawPack:
    """The pack in the bytes; where it cannot be read, `refused` says why and what to do."""
    try:
        return _read(data, file_name)
    except UnusableFile as error:
        return RawPack(file_name=file_name, refused=error.message, problems=error.problems)


def _read(data: bytes, file_name: str) -> RawPack:
    other = other_kind(data, file_name)
    if other:
        raise UnusableFile(other)
    sheets = _sheets(data, file_name)
    head = head_of(sheets[VIEW], COLUMNS, NEEDED) if VIEW in sheets else None
    if ABOUT not in sheets or head is None:
        raise UnusableFile(NOT_A_PACK.format(file_name, VIEW, ABOUT))
    lines = lines_of(sheets[ABOUT], LINES)
    pack = _id(lines)
    if pack is None or lines.get("check") != pack.check:
        raise UnusableFile(EDITED.format(file_name, ABOUT))
    return RawPack(
        file_name=file_name,
        id=pack,
        area=lines.get("area", "")[:_SHOWN],
        assessment=lines.get("assessment", "")[:_SHOWN],
        agency=lines.get("agency", "")[:_SHOWN],
        rows=rows_under(sheets[VIEW], head),
    )


def _sheets(data: bytes, file_name: str) -> dict[str, Sheet]:
    try:
        return read_sheets(data, file_name, LIMITS)
    except UnusableFile as error:
        if error.problems:
            raise
        raise UnusableFile(f"{error.message} {OTHER_WAY}") from error


def _id(lines: Mapping[str, str]) -> PackId | None:
    names = {words: shown for shown, words in NAMES_WORDS.items()}
    shown = names.get(lines.get("names_shown", ""))
    if shown is None or not all(lines.get(name) for name in _IDS):
        return None
    return PackId(names_shown=shown, **{name: lines[name] for name in _IDS})
