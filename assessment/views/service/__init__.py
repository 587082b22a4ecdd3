"""Use cases of first views. Until the reveal no answer leaves here but to whoever gave it."""

from assessment.views.service.asking import (
    ask_for_views,
    asking_of,
    choose_names_shown,
    edit_reply_to,
    set_reply_by,
)
from assessment.views.service.colleagues import (
    answer_beside,
    answers_come,
    colleagues_say,
    edit_reason_beside,
    own_answers,
    take_back_beside,
    use_answer,
)
from assessment.views.service.form import (
    answered_elsewhere,
    answered_here,
    asked_of_agency,
    names_are_shown,
    own_form_of,
    prisons_to_name,
)
from assessment.views.service.giving import (
    GaveItself,
    give,
    give_many,
    take_back,
)
from assessment.views.service.keying import key_in
from assessment.views.service.reading import (
    answered,
    answered_on,
    asked,
    own_view,
    own_views,
    reveal_of,
    reveals_of,
    sealed_views,
    shown_views,
)
from assessment.views.service.revealing import freeze, show_names, show_spread
from assessment.views.service.words import (
    edit_reason,
    set_confidence,
    set_people,
    set_view_prisons,
)


__all__ = [
    "GaveItself",
    "answer_beside",
    "answered",
    "answered_elsewhere",
    "answered_here",
    "answered_on",
    "ask_for_views",
    "asked",
    "asked_of_agency",
    "asking_of",
    "choose_names_shown",
    "colleagues_say",
    "edit_reason",
    "edit_reason_beside",
    "edit_reply_to",
    "freeze",
    "give",
    "give_many",
    "key_in",
    "names_are_shown",
    "answers_come",
    "own_answers",
    "own_form_of",
    "own_view",
    "own_views",
    "prisons_to_name",
    "reveal_of",
    "reveals_of",
    "sealed_views",
    "set_confidence",
    "set_people",
    "set_reply_by",
    "set_view_prisons",
    "show_names",
    "show_spread",
    "shown_views",
    "take_back",
    "take_back_beside",
    "use_answer",
]
