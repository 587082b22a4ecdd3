"""A button that does one thing to a review, with its refusal below it; and what was done when."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Literal

import streamlit as st
from markupsafe import Markup

from assessment.access.desk import Desk
from assessment.access.wording import moment
from assessment.ui.context import PageContext
from assessment.ui.html import fill
from assessment.ui.messages import guarded, show_refusal


def act_button(
    ctx: PageContext,
    words: str,
    act: Callable[[Desk, str], object],
    about: str,
    live: bool,
    *,
    primary: bool = False,
) -> None:
    """Draw the button; `about` is the id that `act` is given."""
    key = f"{getattr(act, '__name__', 'act')}_{about}"
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    st.button(
        words,
        key=key,
        type=kind,
        on_click=guarded(key, partial(act, ctx.desk, about)),
        disabled=not live,
    )
    show_refusal(key)


def done(what: str, at: datetime) -> Markup:
    """The quiet line: ✓ Confirmed on 21 November 2026 at 11:02."""
    return fill('<p class="muted"><i aria-hidden="true">✓</i>{} on {}</p>', what, moment(at))
