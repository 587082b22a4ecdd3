"""From bytes that somebody sent to a whole and unchanged complete copy, or a plain refusal."""

import json
import re
from typing import Any, NoReturn

from pydantic import ValidationError

from exports.copies.model import (
    DOES_NOT_HOLD_TOGETHER,
    FORMAT,
    FORMAT_VERSION,
    SIZE_LIMIT,
    CopyFile,
    UnusableCopy,
)
from exports.copies.rules.naming import wrong_names
from exports.copies.rules.statements import wrong_statements


_NOT_ONE = (
    "This is not a complete copy made by Throughcare. Choose the file whose name ends in "
    "“complete copy” and a date, with the ending .json. Nothing was changed."
)
_CUT_SHORT = (
    "This complete copy is damaged: its end is missing, or something was added. Ask for it to be "
    "made and sent again. Nothing was changed."
)
_EDITED = (
    "This complete copy was changed after it was made, so it cannot be relied on. Ask for it to "
    "be made and sent again. Nothing was changed."
)
_TOO_LARGE = (
    "This file is over {} MB, larger than any complete copy of an area. Nothing was changed."
)
_NEWER = (
    "This complete copy was made by a newer Throughcare{} than the one on this computer. "
    "Update Throughcare here, then load it. Nothing was changed."
)
_UNFIT_CHARACTERS = re.compile("[\x00\ud800-\udfff]")


def parsed(data: bytes) -> CopyFile:
    """The copy in the bytes, its digest checked.

    Raises:
        UnusableCopy: too large, not JSON, cut short, not a complete copy, newer, or edited.
    """
    if len(data) > SIZE_LIMIT:
        raise UnusableCopy(_TOO_LARGE.format(SIZE_LIMIT // 1_000_000))
    value = _json(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise UnusableCopy(_NOT_ONE)
    made_in = value.get("format_version")
    if isinstance(made_in, int) and made_in > FORMAT_VERSION:
        raise UnusableCopy(newer(value.get("app_version")))
    if isinstance(made_in, bool) or made_in != FORMAT_VERSION:
        raise UnusableCopy(_EDITED)
    copy = _checked(value)
    _check_unchanged(copy)
    return copy


def check_contents(copy: CopyFile) -> None:
    """Raises UnusableCopy, saying where: a thing has no name, or statements are not those kept.

    For copies that this Throughcare knows: a newer one may hold what it cannot judge.
    """
    wrong = [*wrong_names(copy.tables), *wrong_statements(copy.tables)]
    if wrong:
        raise UnusableCopy(DOES_NOT_HOLD_TOGETHER, wrong)


def newer(app_version: object) -> str:
    """What to say of a copy from a newer Throughcare."""
    version = version_in(app_version)
    return _NEWER.format(f", version {version}," if version else "")


def version_in(app_version: object) -> str:
    """The version that a copy says made it; empty for words that are no version's."""
    said = str(app_version)
    return said if re.fullmatch(r"[0-9][\w.+-]{0,19}", said) else ""


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (UnicodeDecodeError, RecursionError) as error:
        raise UnusableCopy(_NOT_ONE) from error
    except ValueError as error:
        looks_right = data.lstrip()[:1] == b"{" and FORMAT.encode() in data[:2000]
        raise UnusableCopy(_CUT_SHORT if looks_right else _NOT_ONE) from error


def _refuse(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")


def _checked(value: dict[str, Any]) -> CopyFile:
    try:
        return CopyFile.model_validate_json(json.dumps(value))
    except (ValidationError, RecursionError) as error:
        raise UnusableCopy(_EDITED) from error


def _check_unchanged(copy: CopyFile) -> None:
    try:
        worked_out = copy.worked_out()
    except (UnicodeEncodeError, RecursionError) as error:
        raise UnusableCopy(_EDITED) from error
    if worked_out != copy.digest or _has_unfit_characters(copy.tables):
        raise UnusableCopy(_EDITED)


def _has_unfit_characters(value: object) -> bool:
    match value:
        case str():
            return _UNFIT_CHARACTERS.search(value) is not None
        case dict():
            return any(_has_unfit_characters(part) for pair in value.items() for part in pair)
        case list():
            return any(_has_unfit_characters(part) for part in value)
        case _:
            return False
