"""What was put away, folded, and the way back for each."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assessment.access.wording import counted
from assessment.ui.fields import literal
from assessment.ui.messages import guarded, show_refusal


Named = tuple[str, str]
Act = Callable[[str], object]


def away_button(item: Named, act: Act, live: bool, words: str = "Put away") -> None:
    """The button that puts one thing away; its words name the thing."""
    key = f"away_{item[0]}"
    st.button(
        f"{words} {literal(item[1])}",
        key=key,
        on_click=guarded(key, partial(act, item[0])),
        disabled=not live,
    )
    show_refusal(key)


def put_away_list(
    thing: str, items: Sequence[Named], act: Act, live: bool, *, things: str = ""
) -> None:
    """Nothing when nothing was put away. `things` are several, where that takes more than an s."""
    if not items:
        return
    folded = f"away_{thing}".replace(" ", "_")
    with st.expander(f"{counted(len(items), thing, things)} put away", key=folded):
        for item_id, name in items:
            key = f"back_{item_id}"
            st.button(
                f"Put {literal(name)} back",
                key=key,
                on_click=guarded(key, partial(act, item_id)),
                disabled=not live,
            )
            show_refusal(key)
