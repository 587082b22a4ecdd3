"""Walks a report field by field, and says what a reader should find for each."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from assessment.access.wording import long_date, moment


# Fields that are no words of their own, with the reason.
NOT_WORDS = {
    "status_colour": "a colour; its word stands beside it",
    "action_id": "by what a returned workbook's row is known",
    "assessment_id": "the same of its assessment",
    "partnership_id": "the same of its area",
    "audience": "whom the copy is for; `copy_for` says it",
}


def leaves(value: Any, path: str = "report") -> Iterator[tuple[str, Any]]:
    """Every value in the report with its place: report.actions[3].owner."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{index}]")
    else:
        yield path, value


def words_of(report: BaseModel) -> Iterator[tuple[str, str]]:
    """What must be found: texts as they are, days and instants as they are said."""
    for path, value in leaves(report):
        if path.rsplit(".", 1)[-1] in NOT_WORDS:
            continue
        if isinstance(value, str) and value:
            yield path, value
        elif isinstance(value, datetime):
            yield path, moment(value)
        elif isinstance(value, date):
            yield path, long_date(value)


def missing(report: BaseModel, text: str) -> list[str]:
    """The fields whose words the text lacks, however its lines are broken."""
    squeezed = squeeze(text)
    return [path for path, words in words_of(report) if squeeze(words) not in squeezed]


def squeeze(text: str) -> str:
    """Without spaces, line breaks and break opportunities, which belong to the layout."""
    return "".join(text.replace("\u200b", "").split())
