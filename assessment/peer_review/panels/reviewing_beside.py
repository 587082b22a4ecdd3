"""The second step for a peer reviewer: the area's ratings beside theirs, and what it replied."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from assessment.access.texts import PARAGRAPH
from assessment.peer_review import service
from assessment.peer_review.model import (
    CANNOT_TELL_WORDS,
    OUTCOME_WORDS,
    AreaRating,
    GivenStatement,
    GivenToReviewer,
    OwnChallenge,
    ReviewerRating,
)
from assessment.peer_review.panels.invited import Invited
from assessment.peer_review.panels.side_by_side import agreement_mark
from assessment.peer_review.rules.agreement import agreement
from assessment.ui.autosave import autosave_text
from assessment.ui.fields import literal
from assessment.ui.html import fill, joined, show, text
from assessment.ui.messages import guarded, show_refusal
from assessment.ui.symbols import facts, level, not_applicable, not_rated


IN = "Your ratings are in, and they stand. Thank you."
NEXT_BLIND = "This review is blind. Now that yours are in, you may see how the area rated itself."
NO_REPLY = (
    "None yet. The area replies where you differ, cannot tell or ask something, once it has "
    "checked the facts. Come back by the same link while it is open."
)
ONCE = "You may answer once. What you type is kept here, and the area reads it when you send it."
_BREAK = Markup("<br>")


def area_box(labels: tuple[str, ...], area: AreaRating) -> Markup:
    """The area's rating in its box."""
    if area.not_applicable:
        return not_applicable()
    if area.rating is None:
        return not_rated()
    return level(area.rating, labels[area.rating], area.provisional)


def ratings_are_in(here: Invited, given: GivenToReviewer) -> None:
    """That they stand; then the way to the area's, or both side by side with what it replied."""
    show(fill('<p role="status"><strong>{}</strong></p>', IN))
    if given.blind and not given.second:
        show(fill("<p>{}</p>", NEXT_BLIND))
        key = "see_area"
        act = guarded(key, partial(_show_area, here))
        st.button("See the area’s ratings", key=key, type="primary", on_click=act)
        show_refusal(key)
    both_sides(given)
    _replies(here, given)


def both_sides(given: GivenToReviewer) -> None:
    """Yours, and where it may be seen the area's, with the agreement that was computed.

    One below the other and no table: three columns of words do not fit a phone.
    """
    shown = any(one.area for one in given.statements)
    show(fill("<h2>{}</h2>", "Ratings side by side" if shown else "Your ratings"))
    for one in given.statements:
        show(_both(given, one))


def _both(given: GivenToReviewer, one: GivenStatement) -> Markup:
    own = given.own.get(one.statement.id)
    area = one.area
    compared = agreement(area.rating, own.said if own else None) if area else None
    mark = agreement_mark(compared) if compared else ""
    rows = [("Yours", _lines(_own_box(given.labels, own), mark, own.line if own else ""))]
    if area is not None:
        rows.append(("The area’s", _lines(area_box(given.labels, area), area.reason)))
    return fill("<h3>{} {}</h3>{}", one.statement.id, one.statement.title, facts(rows))


def _lines(*parts: str) -> Markup:
    return joined((text(part) if type(part) is str else part for part in parts if part), _BREAK)


def _own_box(labels: tuple[str, ...], own: ReviewerRating | None) -> Markup:
    if own is not None and own.cannot_tell:
        return fill("<strong>{}</strong>", CANNOT_TELL_WORDS)
    if own is None or own.rating is None:
        return Markup('<span class="muted">No rating given</span>')
    return level(own.rating, labels[own.rating])


def _replies(here: Invited, given: GivenToReviewer) -> None:
    show("<h2>The area’s replies</h2>")
    if not given.challenges:
        show(fill("<p>{}</p>", NO_REPLY))
    titles = {one.statement.id: one.statement.title for one in given.statements}
    for each in given.challenges:
        with st.container(key=f"row_reply_{each.id}"):
            _reply(here, each, titles[each.statement_id])


def _reply(here: Invited, one: OwnChallenge, title: str) -> None:
    outcome = OUTCOME_WORDS[one.outcome] if one.outcome else ""
    show(
        fill("<h3>{} {}</h3>", one.statement_id, title),
        fill("<p><strong>{}</strong>: {}</p>", one.agency or "The area", text(one.reply)),
        fill("<p><strong>{}.</strong> {}</p>", outcome, text(one.outcome_reason)),
    )
    if one.answered:
        show(fill("<p><strong>Your answer</strong>: {}</p>", text(one.answer)))
    elif one.closed:
        show('<p class="muted">This was closed without an answer.</p>')
    else:
        _answer(here, one)


def _answer(here: Invited, one: OwnChallenge) -> None:
    """A box that saves while one types, and the button that sends it, once."""
    show(fill('<p class="muted">{}</p>', ONCE))
    autosave_text(
        f"Your answer about {one.statement_id}",
        key=f"answer_{one.id}",
        stored=one.answer,
        saved_at=None,
        on_save=lambda typed: service.edit_answer(here.desk(), one.id, typed),
        lines=3,
        limit=PARAGRAPH,
    )
    key = f"send_{one.id}"
    act = guarded(key, lambda: service.answer_back(here.desk(), one.id))
    st.button(literal(f"Send this answer about {one.statement_id}"), key=key, on_click=act)
    show_refusal(key)


def _show_area(here: Invited) -> None:
    desk = here.desk()
    service.show_area(desk, desk.actor.reviewer_id)
