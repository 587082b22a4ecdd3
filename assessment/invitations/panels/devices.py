"""Each agency's code and the devices that joined by it, with what the lead can do about them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from assessment.access.wording import clock_or_day, counted
from assessment.invitations import service
from assessment.invitations.model import CodeMade, Joined
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.messages import guarded, show_refusal


ASKED_NOTHING = (
    "Nothing of this assessment is asked of it, so it needs no code. What kind of agency it is, is "
    "set on the page Prepare."
)


def agency_codes(
    ctx: PageContext,
    name: str,
    agency_id: str,
    code: CodeMade | None,
    devices: Sequence[Joined],
    remake: Callable[[], object] | None,
    *,
    live: bool,
) -> None:
    """One agency: since when it has a code, how many devices joined, and each of them.

    Without `remake` nothing is asked of it; a code that it has from before can be stopped.
    """
    here = [one for one in devices if one.ended_at is None]
    with st.container(key=f"row_code_{agency_id}", horizontal=True, vertical_alignment="center"):
        said = f"{_code_words(ctx, code)} {_device_words(here)}" if remake or code else ""
        show(fill("<h3>{}</h3><p>{}</p>", name, said if remake else f"{said} {ASKED_NOTHING}"))
        key = f"remake_{agency_id}"
        if remake:
            words = "Make a new code" if code else "Make a code"
            st.button(words, key=key, on_click=guarded(key, remake), disabled=not live)
        if code:
            stop = partial(service.revoke, ctx.desk, ctx.assessment_id, agency_id)
            _button("Stop this code", f"stop_{agency_id}", stop)
    show_refusal(key)
    for one in devices:
        _device(ctx, one)


def _code_words(ctx: PageContext, code: CodeMade | None) -> str:
    if code is None:
        return "No code."
    return f"Its code was made {_when(ctx, code)}."


def _when(ctx: PageContext, code: CodeMade) -> str:
    words = clock_or_day(code.made_at, ctx.desk.today())
    return f"at {words}" if ":" in words[:3] else f"on {words}"


def _device_words(here: Sequence[Joined]) -> str:
    if not here:
        return "Nobody has joined yet."
    words = f"{counted(len(here), 'device')} joined."
    if len(here) > 1:
        words += " Answers of the others stand beside the contact’s."
    if not any(one.contact for one in here):
        words += " None is the contact’s: choose one, or nothing is sent."
    return words


def _device(ctx: PageContext, one: Joined) -> None:
    """A device in use, with the two things the lead can do; one that was ended is only named."""
    joined = clock_or_day(one.joined_at, ctx.desk.today())
    if one.ended_at:
        ended = clock_or_day(one.ended_at, ctx.desk.today())
        show(fill('<p class="muted">Device {}: ended {}.</p>', one.number, ended))
        return
    whose = "the contact’s" if one.contact else "a colleague’s"
    with st.container(horizontal=True, vertical_alignment="center"):
        show(fill("<p>Device {}, {}, joined {}.</p>", one.number, whose, joined))
        here = (ctx.desk, ctx.assessment_id, one.id)
        if not one.contact:
            words = f"Make device {one.number} the contact’s"
            _button(words, f"contact_{one.id}", partial(service.hand_over, *here))
        _button(f"End device {one.number}", f"end_{one.id}", partial(service.end_device, *here))


def _button(words: str, key: str, act: Callable[[], object]) -> None:
    st.button(words, key=key, type="tertiary", on_click=guarded(key, act))
    show_refusal(key)


def by_agency(devices: Sequence[Joined]) -> Mapping[str, Sequence[Joined]]:
    """The devices of each agency, in the order given."""
    found: dict[str, list[Joined]] = {}
    for one in devices:
        found.setdefault(one.agency_id, []).append(one)
    return found
