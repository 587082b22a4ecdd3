"""Reads a reviewer pack that came back as rows of cells; what they mean is for the rules to say."""

from collections.abc import Mapping

from assessment.documents.reading import read_sheets
from assessment.documents.refusal import UnusableFile
from exports.packs.loader.cells import head_of, lines_of, rows_under
from exports.packs.loader.kinds import ASK, other_kind
from exports.packs.loader.reviewer_layout import (
    ABOUT,
    FILE_WORDS,
    LIMITS,
    LINES,
    RATED,
    RATINGS,
    REPLIED,
    REPLIES,
)
from exports.packs.model import RawReviewerPack, ReviewerPackId


_IDS = ("assessment_id", "round_id", "reviewer_id", "edition")
_SHOWN = 120
NOT_A_PACK = (
    "{} is not a reviewer pack, or its sheets were renamed or taken out: it needs “{}” or “{}”, "
    "and “{}”. Ask for the whole workbook as it was sent. Nothing was changed."
)
EDITED = (
    "{}: the lines on “{}” that say whose pack it is were changed, so it cannot be told whose "
    "ratings these are. Ask for the pack as it was sent, or make it again. Nothing was changed."
)


def read_reviewer_pack(data: bytes, file_name: str) -> RawReviewerPack:
    """The pack in the bytes; where it cannot be read, `refused` says why and what to do."""
    try:
        return _read(data, file_name)
    except UnusableFile as error:
        return RawReviewerPack(file_name=file_name, refused=error.message, problems=error.problems)


def _read(data: bytes, file_name: str) -> RawReviewerPack:
    other = other_kind(data, file_name, ASK)
    if other:
        raise UnusableFile(other)
    sheets = read_sheets(data, file_name, LIMITS)
    name, columns, needed = (
        (REPLIES, REPLIED, ("id", "answer"))
        if REPLIES in sheets
        else (RATINGS, RATED, ("id", "rating"))
    )
    head = head_of(sheets[name], columns, needed) if name in sheets else None
    if ABOUT not in sheets or head is None:
        raise UnusableFile(NOT_A_PACK.format(file_name, RATINGS, REPLIES, ABOUT))
    lines = lines_of(sheets[ABOUT], LINES)
    pack = _id(lines)
    if pack is None or lines.get("check") != pack.check or pack.second != (name == REPLIES):
        raise UnusableFile(EDITED.format(file_name, ABOUT))
    return RawReviewerPack(
        file_name=file_name,
        id=pack,
        area=lines.get("area", "")[:_SHOWN],
        reviewer=lines.get("reviewer", "")[:_SHOWN],
        rows=rows_under(sheets[name], head),
    )


def _id(lines: Mapping[str, str]) -> ReviewerPackId | None:
    files = {words: second for second, words in FILE_WORDS.items()}
    second = files.get(lines.get("file", ""))
    if second is None or not all(lines.get(name) for name in _IDS):
        return None
    return ReviewerPackId(second=second, **{name: lines[name] for name in _IDS})
