"""Use cases of review meetings."""

from action_plans.reviews.service.holding import (
    begin_review,
    end,
    go_to,
    put_away,
    put_back,
    set_minutes,
    set_next,
    set_off,
    set_present,
)
from action_plans.reviews.service.reading import (
    Here,
    here,
    note_of,
    put_away_reviews,
    review,
    reviews_of,
    running_review,
    said_in,
    walk_ahead,
)
from action_plans.reviews.service.recording import record_of
from action_plans.reviews.service.telling import move_due, report, word


__all__ = [
    "Here",
    "begin_review",
    "end",
    "go_to",
    "here",
    "move_due",
    "note_of",
    "put_away",
    "put_away_reviews",
    "put_back",
    "record_of",
    "report",
    "review",
    "reviews_of",
    "running_review",
    "said_in",
    "set_minutes",
    "set_next",
    "set_off",
    "set_present",
    "walk_ahead",
    "word",
]
