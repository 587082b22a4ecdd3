"""The one door of this slice: what is held, and each way to remove it."""

from exports.holdings.service.reading import find_text, holdings
from exports.holdings.service.removing import (
    remove_assessment,
    remove_names,
    remove_text,
    tidy_up,
)


__all__ = [
    "find_text",
    "holdings",
    "remove_assessment",
    "remove_names",
    "remove_text",
    "tidy_up",
]
