"""The area: its name, local authorities, prisons, probation region, and how copies are marked."""

from functools import partial

import streamlit as st

from assessment.access.wording import listed
from assessment.partnership import service
from assessment.partnership.model import Authority, Kept
from assessment.partnership.pages.handling import handling
from assessment.partnership.pages.prisons import prisons
from assessment.partnership.panels.naming import name_line
from assessment.partnership.panels.put_away import away_button, put_away_list
from assessment.partnership.panels.texts import text_box
from assessment.partnership.permissions import user_can_prepare
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


def section(ctx: PageContext) -> None:
    """Everything about the place."""
    live = user_can_prepare(ctx.desk.actor)
    _names(ctx, live)
    _authorities(ctx, live)
    prisons(ctx, live)
    handling(ctx, live)


def _names(ctx: PageContext, live: bool) -> None:
    one = service.partnership(ctx.desk, ctx.partnership_id)
    left, right = st.columns(2, gap="large")
    with left:
        text_box(ctx, Kept.PARTNERSHIP, one, "name", "Name of the area", live=live)
    with right:
        label = "Probation region"
        text_box(ctx, Kept.PARTNERSHIP, one, "probation_region", label, live=live)


def _authorities(ctx: PageContext, live: bool) -> None:
    found = service.authorities(ctx.desk, ctx.partnership_id)
    names = listed([f"{one.name} ({one.code})" if one.code else one.name for one in found])
    words = (
        f"{names}." if found else "None named yet. An area may have several; codes are optional."
    )
    show("<h2>Local authorities</h2>", fill("<p>{}</p>", words))
    label = "Name of a local authority"
    name_line(ctx, Kept.AUTHORITY, label, "Add local authority", live=live)
    if found:
        with st.expander("Change a local authority"):
            for number, one in enumerate(found, start=1):
                _authority(ctx, one, number, live)
    away = service.authorities(ctx.desk, ctx.partnership_id, archived=True)
    back = partial(service.put_back, ctx.desk, Kept.AUTHORITY)
    put_away_list(
        "local authority",
        [(one.id, one.name) for one in away],
        back,
        live,
        things="local authorities",
    )


def _authority(ctx: PageContext, one: Authority, number: int, live: bool) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        text_box(ctx, Kept.AUTHORITY, one, "name", f"Name of authority {number}", live=live)
    with right:
        text_box(ctx, Kept.AUTHORITY, one, "code", f"Code of authority {number}", live=live)
    put_away = partial(service.put_away, ctx.desk, Kept.AUTHORITY)
    away_button((one.id, one.name), put_away, live)
