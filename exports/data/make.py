"""Makes the report as JSON: whom it is for and what it leaves out come first, then the report."""

import json
from typing import Any

from assessment.access.frozen import Frozen
from exports.report.made import CANNOT_LOAD_BACK, Made, name_of
from exports.report.model import Report
from exports.report.paper.front import copy_words


ONLY_THE_COPY = "Only the complete copy holds everything."


def make(report: Report) -> Made:
    """The report as one JSON object. A field that this copy may not hold is not there at all."""
    data = {
        "first_line": copy_words(report),
        "handling_marking": report.marking,
        "about": f"{CANNOT_LOAD_BACK} {ONLY_THE_COPY}",
        "report": _held(report, report),
    }
    return Made(
        data=json.dumps(data, ensure_ascii=True, indent=1, default=str).encode(),
        file_name=name_of(report, "report data", "json"),
    )


def _held(report: Report, value: Any) -> Any:
    """Dates as 2026-11-21; levels and symbols as they are."""
    if isinstance(value, tuple):
        return [_held(report, inner) for inner in value]
    if isinstance(value, Frozen):
        return {
            name: _held(report, inner) for name, inner in value if report.holds(type(value), name)
        }
    return value.isoformat() if hasattr(value, "isoformat") else value
