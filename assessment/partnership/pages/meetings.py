"""When the partnership meets, and who is there: set once for each meeting."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from assessment.access.wording import counted, long_date
from assessment.partnership import service
from assessment.partnership.model import Kept, Meeting
from assessment.partnership.panels.put_away import away_button
from assessment.partnership.permissions import user_can_change
from assessment.partnership.rules.days import EARLIEST, latest
from assessment.partnership.rules.record import Part
from assessment.ui.context import PageContext
from assessment.ui.fields import choose_many, day_field
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


_DAY, _IN_ADDRESS = "new_meeting_day", "meeting"


def section(ctx: PageContext) -> None:
    """Each meeting with its date and attendance, and a way to add the next."""
    status = service.assessment(ctx.desk, ctx.assessment_id).status
    live = user_can_change(ctx.desk.actor, Part.MEETINGS, status)
    found = service.meetings(ctx.desk, ctx.assessment_id)
    current = service.current_meeting(ctx.desk, ctx.assessment_id)
    plan = service.session_plan(ctx.desk, ctx.assessment_id)
    here = f"{counted(len(found), 'meeting')} set." if found else "No meeting has a date yet."
    show(fill("<h2>Meetings</h2><p>{} {}</p>", here, plan.words))
    show(
        '<p class="muted">Tick who is here once. Every rating made in a meeting copies who was '
        "there; later changes do not touch earlier meetings.</p>"
    )
    names = {one.id: one.name for one in service.agencies(ctx.desk, ctx.partnership_id)}
    for one in found:
        _meeting(ctx, one, current is not None and one.id == current.id, names, live)
    _add(ctx, live)


def _meeting(
    ctx: PageContext, one: Meeting, now: bool, names: Mapping[str, str], live: bool
) -> None:
    with st.container(key=f"row_{one.id}"):
        show(fill("<h3>{}</h3>", long_date(one.held_on)))
        if now:
            show("<p>Ratings made now belong to this meeting.</p>")
        if names:
            _attendance(ctx, one, names, live)
        else:
            show('<p class="muted">Add agencies first, then tick who is here.</p>')
        left, right = st.columns([1, 2], vertical_alignment="bottom")
        with left:
            day_field(
                "Held on",
                key=f"held_on_{one.id}",
                stored=one.held_on,
                on_pick=partial(service.set_held_on, ctx.desk, one.id, seen=one.held_on),
                latest=latest(ctx.desk.today()),
                disabled=not live,
            )
        put_away = partial(service.put_away, ctx.desk, Kept.MEETING)
        words = "Put away the meeting of"
        with right:
            away_button((one.id, long_date(one.held_on)), put_away, live, words)


def _attendance(ctx: PageContext, one: Meeting, names: Mapping[str, str], live: bool) -> None:
    choose_many(
        f"Who is here on {long_date(one.held_on)}",
        list(names),
        key=f"present_{one.id}",
        stored=one.present,
        words=names.__getitem__,
        on_pick=partial(service.set_present, ctx.desk, one.id),
        disabled=not live,
    )
    key = f"everyone_{one.id}"
    act = guarded(key, partial(service.set_present, ctx.desk, one.id, list(names), ()))
    if not set(names) <= set(one.present):
        st.button("Everyone is here", key=key, on_click=act, disabled=not live)
    show_refusal(key)


def _add(ctx: PageContext, live: bool) -> None:
    st.session_state.setdefault(_DAY, _day_in_address(latest(ctx.desk.today())) or ctx.desk.today())
    key = "add_meeting"
    act = guarded(key, partial(_keep, ctx))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input(
            "Day of another meeting",
            key=_DAY,
            format="DD/MM/YYYY",
            min_value=EARLIEST,
            max_value=latest(ctx.desk.today()),
            on_change=_to_address,
            disabled=not live,
            width=320,
        )
        st.button("Add meeting", key=key, on_click=act, disabled=not live)
    show_refusal(key)


def _keep(ctx: PageContext) -> None:
    service.add_meeting(ctx.desk, ctx.assessment_id, st.session_state[_DAY])
    st.query_params.pop(_IN_ADDRESS, None)


def _to_address() -> None:
    """A day that was chosen and not added yet stands in the address: a refresh keeps it."""
    chosen = st.session_state[_DAY]
    if chosen:
        st.query_params[_IN_ADDRESS] = chosen.isoformat()


def _day_in_address(last: date) -> date | None:
    try:
        found = date.fromisoformat(st.query_params.get(_IN_ADDRESS, ""))
    except ValueError:
        return None
    return found if EARLIEST <= found <= last else None
