"""What is taken away of the plan: an agency’s files and a text to remind it; the extract."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, cast

import streamlit as st

from action_plans.priorities import service
from action_plans.priorities.service import AgencyPlan
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


_ROLE = "ours_role"
WHOLE = ""


class Made(Protocol):
    """A finished file."""

    @property
    def data(self) -> bytes:
        """Its bytes."""


class Offered(Protocol):
    """A file as the package above offers it: its button, its name, and the making of it."""

    @property
    def label(self) -> str:
        """The words of its button."""

    @property
    def file_name(self) -> str:
        """What it is called today."""

    @property
    def media(self) -> str:
        """Its media type."""

    @property
    def make(self) -> Callable[[], Made]:
        """Makes it, and records that it was made."""


def agency_files(ctx: PageContext, plan: AgencyPlan) -> None:
    """The agency's own sheet and calendar, made on the click."""
    if "agency_files" not in ctx.deeds:
        return
    offered = cast(Sequence[Offered], ctx.deeds["agency_files"](plan.agency_id))
    with st.container(horizontal=True):
        for number, one in enumerate(offered):
            _button(one, f"ours_file_{number}")
    if not plan.to_keep:
        words = "It has said yes to nothing with a date, so there is no calendar to save yet."
        show(fill('<p class="muted">{}</p>', words))


def needs_file(ctx: PageContext) -> None:
    """The extract for the needs assessment as a file."""
    if "needs_file" in ctx.deeds:
        _button(cast(Offered, ctx.deeds["needs_file"]()), "needs_file")


def _button(one: Offered, key: str) -> None:
    st.download_button(
        one.label,
        partial(_data, one),
        file_name=one.file_name,
        mime=one.media,
        key=key,
        on_click="ignore",
    )


def _data(one: Offered) -> bytes:
    return one.make().data


def reminder(ctx: PageContext, plan: AgencyPlan) -> None:
    """Plain text in a box that copies with one press."""
    show("<h2>A reminder to paste into a mail</h2>")
    if not (plan.owns or plan.supports):
        show("<p>There is nothing to remind of.</p>")
        return
    role = WHOLE
    if len(plan.roles) > 1:
        role = st.selectbox(
            "For whom",
            [WHOLE, *plan.roles],
            key=_ROLE,
            format_func=lambda one: one or f"All of {plan.name}",
        )
    show('<p class="muted">Point at the box: the button at its corner copies all of it.</p>')
    text = service.reminder_for(ctx.desk, ctx.assessment_id, plan, role)
    st.code(text, language=None, wrap_lines=True)
