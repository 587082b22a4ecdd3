"""Use cases: what is decided of each text, and how each copy is marked."""

from exports.audiences.service.marking import choose_marking, marking_chosen
from exports.audiences.service.reading import (
    decide,
    decide_alike,
    decide_many,
    decided_elsewhere,
    edit_wording,
    texts_read,
)


__all__ = [
    "choose_marking",
    "decide",
    "decide_alike",
    "decide_many",
    "decided_elsewhere",
    "edit_wording",
    "marking_chosen",
    "texts_read",
]
