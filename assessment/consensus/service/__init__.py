"""Use cases of agreeing ratings. Every one saves at once; there is no Save button to forget."""

from assessment.consensus.service.accepting import accept_together, show_together, together
from assessment.consensus.service.agreeing import (
    clear_rating,
    let_settled_stand,
    record_agreed,
    record_how,
    record_not_applicable,
    record_rating,
    record_unless_coming_in,
)
from assessment.consensus.service.differing import (
    edit_different_reason,
    put_view_away,
    put_view_back,
    record_different_view,
    set_different_rating,
)
from assessment.consensus.service.ordering import agenda, current
from assessment.consensus.service.reading import (
    archived_views,
    different_view,
    different_views_of,
    finish_later,
    rating_of,
    ratings_of,
    resting,
)
from assessment.consensus.service.showing import (
    Coming,
    differences_shown,
    spread_shown,
    still_thinking,
    views_coming_in,
    who_differs,
)
from assessment.consensus.service.telling import different_views_until, history, honesty, not_there
from assessment.consensus.service.words import edit_words, set_prisons, set_words_from
from assessment.consensus.service.workshop_state import (
    arrange,
    begin_workshop,
    end_break,
    go_to,
    park,
    set_finish_at,
    set_shortcuts,
    take_break,
    workshop,
)


__all__ = [
    "Coming",
    "accept_together",
    "agenda",
    "archived_views",
    "arrange",
    "begin_workshop",
    "clear_rating",
    "current",
    "differences_shown",
    "different_view",
    "different_views_of",
    "different_views_until",
    "edit_different_reason",
    "edit_words",
    "end_break",
    "finish_later",
    "go_to",
    "history",
    "honesty",
    "let_settled_stand",
    "not_there",
    "park",
    "put_view_away",
    "put_view_back",
    "rating_of",
    "ratings_of",
    "record_agreed",
    "record_different_view",
    "record_how",
    "record_not_applicable",
    "record_rating",
    "record_unless_coming_in",
    "resting",
    "set_different_rating",
    "set_finish_at",
    "set_prisons",
    "set_shortcuts",
    "set_words_from",
    "show_together",
    "spread_shown",
    "still_thinking",
    "take_break",
    "together",
    "views_coming_in",
    "who_differs",
    "workshop",
]
