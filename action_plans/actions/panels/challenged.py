"""Actions that come of a challenge: those there are, and a line to raise another."""

import streamlit as st

from action_plans.actions import service
from action_plans.actions.model import TEXTS, Action
from action_plans.actions.panels.rows import narrow_row
from action_plans.actions.permissions import user_can_edit_actions
from assessment.access.wording import in_sentence
from assessment.partnership.panels.adding import add_form
from assessment.peer_review.model import Challenge, Outcome
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


BEFORE = "An action can be raised once the reply is confirmed and the challenge accepted."
NOT_ACCEPTED = "It was not accepted, so no action comes of it."
PROPOSED = "The agency that replied is proposed as its owner; it is asked like any other."


def actions_panel(ctx: PageContext, challenge: Challenge) -> None:
    """What was raised from a challenge; what may be raised follows its confirmed outcome."""
    found = service.actions_of_challenge(ctx.desk, challenge.id)
    show("<h2>Actions</h2>")
    for line in service.action_lines(ctx.desk, found):
        narrow_row(ctx, line)
    if challenge.confirmed_at is None:
        show(fill("<p>{}</p>", BEFORE))
    elif challenge.outcome is Outcome.NOT_ACCEPTED:
        show(fill("<p>{}</p>", NOT_ACCEPTED))
    else:
        show(fill('<p class="muted">{}</p>', PROPOSED))
        add_form(
            TEXTS["what"].label,
            "Raise an action",
            key=f"raise_{challenge.id}",
            limit=TEXTS["what"].limit,
            live=user_can_edit_actions(ctx.desk.actor),
            on_add=lambda words, kept: service.raise_from_challenge(
                ctx.desk, challenge.id, words, confirmed=kept
            ),
        )


def origin_line(ctx: PageContext, action: Action) -> None:
    """Which challenge raised an action, and the way back there; nothing where none did."""
    origin = service.action_origin(ctx.desk, action)
    if not origin:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        show(fill("<p>Comes from: {}.</p>", in_sentence(origin)))
        if "challenge" in ctx.links and st.button("Open the challenge", key="to_challenge"):
            ctx.go("challenge", id=action.challenge_id or "")
