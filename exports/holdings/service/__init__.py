"""The one door of this slice: what is held, and each way to remove it."""

from exports.holdings.service.bytes_gone import tidy_up
from exports.holdings.service.reading import find_text, holdings
from exports.holdings.service.removing import remove_names, remove_text
from exports.holdings.service.whole import remove_area, remove_assessment


__all__ = [
    "find_text",
    "holdings",
    "remove_area",
    "remove_assessment",
    "remove_names",
    "remove_text",
    "tidy_up",
]
