"""Takes from a report what its audience is not given: once, for every format."""

from typing import Any

from assessment.access.frozen import Frozen
from assessment.privacy.audience import COPY_FOR, Audience, given, left_out, marking_of
from exports.report.model import Report


def for_audience(report: Report, audience: Audience, marking: str | None = None) -> Report:
    """The copy of a whole report for an audience, emptied of what the table keeps from them.

    It says whom it is for, what it leaves out, and how it may be handled: `marking` where one was
    chosen for this audience.

    Raises:
        LookupError: a field has no row in the table of field and audience.
    """
    kept: Report = _emptied(report, audience)
    return kept.model_copy(
        update={
            "audience": audience,
            "copy_for": COPY_FOR[audience],
            "left_out": left_out(audience),
            "marking": marking_of(audience, report.marking, marking),
        }
    )


def _emptied(value: Any, audience: Audience) -> Any:
    if isinstance(value, tuple):
        kept = (inner for inner in value if _leaves(inner, audience))
        return tuple(_emptied(inner, audience) for inner in kept)
    if not isinstance(value, Frozen):
        return value
    kind = type(value).__name__
    return value.model_copy(
        update={
            name: _emptied(inner, audience) if given(audience, kind, name) else _nothing(inner)
            for name, inner in value
        }
    )


def _leaves(value: Any, audience: Audience) -> bool:
    """What a review found leaves in the own partnership's copy alone until it is released."""
    return audience is Audience.OWN or not getattr(value, "draft", False)


def _nothing(value: Any) -> Any:
    """What stands in the place of a value that is kept back; it must not tell of the value."""
    if isinstance(value, str):
        return ""
    return () if isinstance(value, tuple) else None
