"""Which assessment the screen is about: the one that the address names, or the newest."""

from itertools import islice

import streamlit as st

from assessment.access.actor import Role
from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.partnership import service
from assessment.ui.html import fill, show


_KEY = "assessment"
GONE = "The assessment that this address named is no longer here. What follows is another one."


def chosen_assessment(desk: Desk, *, last: str = "") -> tuple[str, str]:
    """The partnership and assessment that the address names, or the newest of the first area.

    The area `last` is there to look around in: it comes unasked only where there is no other.
    Empty for none. It reads no more than two, so that a page takes no longer the more is stored.
    Where the address names one that is gone, the page says so: words meant for it would go astray.
    At the door of the room there is none: what is there for a device is bound to its seat.
    """
    if desk.actor.role is Role.STRANGER:
        return "", ""
    wanted = st.query_params.get(_KEY) or st.session_state.get(_KEY, "")
    chosen = _in_use(desk, wanted)
    if chosen is None:
        some = _first_two(desk, last)
        if some and st.query_params.pop(_KEY, ""):
            show(fill('<p role="status"><strong>{}</strong></p>', GONE))
        if len(some) < 2:
            return next(iter(some), ("", ""))
        chosen = some[0]
    st.session_state[_KEY] = st.query_params[_KEY] = chosen[1]
    return chosen


def _in_use(desk: Desk, wanted: str) -> tuple[str, str] | None:
    """The assessment of this id with its partnership, unless it is gone or put away."""
    try:
        one = service.assessment(desk, wanted)
    except NotFound:
        return None
    area = service.partnership(desk, one.partnership_id)
    return None if one.archived_at or area.archived_at else (area.id, one.id)


def _first_two(desk: Desk, last: str) -> list[tuple[str, str]]:
    """The newest assessment of the first area, and the one after it, if they are there."""
    areas = sorted(service.partnerships(desk, most=100), key=lambda area: area.id == last)
    found = ((area.id, one.id) for area in areas for one in service.assessments(desk, area.id))
    return list(islice(found, 2))
