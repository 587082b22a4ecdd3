"""Use cases of agreeing ratings. Every one saves at once; there is no Save button to forget."""

from assessment.consensus.service.agreeing import (
    clear_rating,
    edit_words,
    record_how,
    record_not_applicable,
    record_rating,
    set_prisons,
    set_words_from,
)
from assessment.consensus.service.differing import (
    edit_different_reason,
    put_view_away,
    put_view_back,
    record_different_view,
    set_different_rating,
)
from assessment.consensus.service.reading import (
    archived_views,
    different_view,
    different_views_of,
    finish_later,
    rating_of,
    ratings_of,
    resting,
)


__all__ = [
    "archived_views",
    "clear_rating",
    "different_view",
    "different_views_of",
    "edit_different_reason",
    "edit_words",
    "finish_later",
    "put_view_away",
    "put_view_back",
    "rating_of",
    "ratings_of",
    "record_different_view",
    "record_how",
    "record_not_applicable",
    "record_rating",
    "resting",
    "set_different_rating",
    "set_prisons",
    "set_words_from",
]
