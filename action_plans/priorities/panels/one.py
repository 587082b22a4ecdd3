"""Actions that could be one: offered, never done by the program, and undone when it was wrong."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from action_plans.actions.permissions import user_can_edit_actions
from action_plans.actions.service import PlanLine
from action_plans.priorities import service
from action_plans.priorities.service import Joined, Offer
from assessment.access.desk import Desk
from assessment.access.wording import counted, listed
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


MOST = 5


def one_panel(ctx: PageContext, lines: Sequence[PlanLine]) -> None:
    """Below the plan: what could be one, and what was joined, with the way back."""
    found = service.offers(ctx.desk, ctx.partnership_id, tuple(lines))
    joined = service.joined(ctx.desk, ctx.partnership_id)
    if found:
        words = counted(len(found), "pair of actions", "pairs of actions")
        could_be = "could be one each" if len(found) > 1 else "could be one"
        with st.expander(f"{words} {could_be}", key="could_be_one"):
            for offer in found[:MOST]:
                _offer(ctx, offer)
            if len(found) > MOST:
                show(fill('<p class="muted">And {} more after these.</p>', len(found) - MOST))
    if joined:
        with st.expander(f"{counted(len(joined), 'action')} joined to another", key="joined"):
            for one in joined:
                _joined(ctx, one)


def _offer(ctx: PageContext, offer: Offer) -> None:
    pair = f"{offer.kept.number}_{offer.other.number}"
    key = f"one_{pair}"
    what = listed(offer.shared)
    show(
        "<h3>These two could be one</h3>",
        fill("<p>{}. {}</p>", offer.kept.number, offer.kept.what),
        fill("<p>{}. {}</p>", offer.other.number, offer.other.what),
        fill('<p class="muted">Both answer {} and have the same owner: {}.</p>', what, offer.owner),
    )
    with st.container(horizontal=True):
        _button(ctx, offer, key, "Join them", service.join)
        _button(ctx, offer, key, "They are two", service.keep_two)
    show_refusal(key)


def _button(
    ctx: PageContext, offer: Offer, key: str, label: str, act: Callable[[Desk, str, str], None]
) -> None:
    """Labels repeat from pair to pair, so each says which two it is about."""
    st.button(
        f"{label}: {offer.kept.number} and {offer.other.number}",
        key=f"{key}_{act.__name__}",
        on_click=guarded(key, partial(act, ctx.desk, offer.kept.id, offer.other.id)),
        disabled=not user_can_edit_actions(ctx.desk.actor),
    )


def _joined(ctx: PageContext, one: Joined) -> None:
    key = f"part_{one.pair_id}"
    with st.container(horizontal=True, vertical_alignment="center"):
        words = f"Action {one.other.number} was joined to {one.kept.number}, “{one.kept.what}”."
        show(fill("<p>{}</p>", words))
        st.button(
            f"Make {one.kept.number} and {one.other.number} two again",
            key=key,
            on_click=guarded(key, partial(service.part, ctx.desk, ctx.partnership_id, one.pair_id)),
            disabled=not user_can_edit_actions(ctx.desk.actor),
        )
    show_refusal(key)
