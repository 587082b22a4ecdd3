"""The hidden sheet of a returned plan: what the file is, and what its cells held on leaving."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from action_plans.actions.columns import RETURNING
from assessment.documents.reading import Row, Sheet
from assessment.documents.refusal import UnusableFile
from exports.returns.model import Base, MadeFor
from exports.workbook.returning import BASES, FORMAT, LINES, check_of


EDITED = (
    "{}: the hidden sheet by which a plan is known was changed, so it cannot be told what was "
    "edited since it left. Ask for the workbook as it was sent out, or send a new one. Nothing was "
    "changed."
)
OTHER_FORMAT = (
    "{} was made by {} version of Throughcare, whose workbooks come back in another form. Send out "
    "a new workbook; what was typed can be copied across. Nothing was changed."
)
_DIGITS = 9  # of an action's number; nobody has more of them
_KEYS = ("", "", *(column.key for column in RETURNING))


def about(sheet: Sheet, file_name: str) -> tuple[MadeFor, tuple[Base, ...]]:
    """What the sheet says. Raises UnusableFile where it was changed or is of another version."""
    facts = _facts(sheet)
    if facts.get("format", FORMAT) != FORMAT:
        older = facts["format"].isdecimal() and int(facts["format"][:_DIGITS]) < int(FORMAT)
        raise UnusableFile(OTHER_FORMAT.format(file_name, "an earlier" if older else "another"))
    lines = _lines(sheet)
    made_at = _moment(facts.get("made_at", ""))
    whole = made_at is not None and set(facts) == set(LINES)
    numbered = all(line[0].isdecimal() and len(line[0]) <= _DIGITS for line in lines)
    if not whole or made_at is None or not numbered or facts["check"] != check_of(facts, lines):
        raise UnusableFile(EDITED.format(file_name))
    made = MadeFor(
        partnership_id=facts["partnership_id"],
        assessment_id=facts["assessment_id"],
        audience=facts["audience"],
        made_at=made_at,
    )
    return made, tuple(_base(line) for line in lines)


def _facts(sheet: Sheet) -> dict[str, str]:
    keys = {heading: key for key, heading in LINES.items()}
    first = _heads(sheet)
    return {
        keys[_text(row, 1)]: _text(row, 2)
        for row in sheet.rows
        if _text(row, 1) in keys and (first is None or row.number < first.number)
    }


def _lines(sheet: Sheet) -> list[list[str]]:
    first = _heads(sheet)
    if first is None:
        return []
    width = range(1, len(BASES) + 1)
    return [[_text(row, at) for at in width] for row in sheet.rows if row.number > first.number]


def _heads(sheet: Sheet) -> Row | None:
    wanted = [*BASES]
    return next(
        (row for row in sheet.rows if [_text(row, at + 1) for at in range(len(wanted))] == wanted),
        None,
    )


def _text(row: Row, at: int) -> str:
    return str(row.cells.get(at, ""))


def _base(line: Sequence[str]) -> Base:
    values: Mapping[str, str] = {
        key: value for key, value in zip(_KEYS, line, strict=True) if key and value
    }
    return Base(number=int(line[0]), action_id=line[1], values=dict(values))


def _moment(text: str) -> datetime | None:
    with suppress(ValueError):
        at = datetime.fromisoformat(text)
        return at if at.tzinfo else None
    return None
