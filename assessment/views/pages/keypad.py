"""Paper packs keyed in: one keystroke for each statement and agency, and no answer on screen."""

from collections.abc import Mapping

import streamlit as st

from assessment.access.wording import are, counted
from assessment.bank import service as bank_service
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, settled_words
from assessment.ui.context import PageContext
from assessment.ui.following import about_to_draw, follow_the_room
from assessment.ui.html import fill, show
from assessment.ui.page import head
from assessment.views import service as views
from assessment.views.model import Way
from assessment.views.panels.answering import NOBODY
from assessment.views.panels.keying import keying_grid


GRID = "keypad_grid"
_ALL = ""
_LEAD = "One key for each statement. The answers stay hidden until they are revealed."


def render(ctx: PageContext) -> None:
    """The grid of all agencies, or of the one that is chosen."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(partnerships.area_and_title(ctx.desk, one), "Key in paper packs", _LEAD)
    _page(ctx)
    if st.button("See who has answered", key="keypad_to_views"):
        ctx.go("views")
    follow_the_room(ctx, st.rerun)


@st.fragment(key=GRID)
def _page(ctx: PageContext) -> None:
    about_to_draw(ctx)
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    names, statements = _asked(ctx)
    if not names:
        show(fill("<p>{}</p>", NOBODY))
        return
    if settled := settled_words(Part.VIEWS, one.status):
        show(fill("<p>{}</p>", settled))
    chosen = _agency(names)
    wanted = statements if chosen == _ALL else _of(ctx, chosen)
    _after_reveal(ctx, wanted)
    keying_grid(
        ctx,
        wanted,
        list(names) if chosen == _ALL else [chosen],
        way=Way.PAPER,
        key=f"keypad_{ctx.assessment_id}",
        label="Views on paper",
    )


def _asked(ctx: PageContext) -> tuple[Mapping[str, str], list[str]]:
    """The agencies asked about anything, by id, and the statements in scope, in their order."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    asked = views.asked(ctx.desk, one.id)
    agencies = partnerships.agencies(ctx.desk, one.partnership_id)
    concerned = {agency for _statement, agency in asked}
    names = {each.id: each.name for each in agencies if each.id in concerned}
    bank = bank_service.bank_of(ctx.desk, one.bank_id)
    scope = partnerships.scope(ctx.desk, one.id)
    return names, [each.id for each in bank.statements if each.id in scope]


def _of(ctx: PageContext, agency_id: str) -> list[str]:
    """The statements that this agency is asked about: those on its paper, in the same order."""
    _names, statements = _asked(ctx)
    asked = views.asked(ctx.desk, ctx.assessment_id)
    return [each for each in statements if (each, agency_id) in asked]


def _agency(names: Mapping[str, str]) -> str:
    """Whose pack is keyed; all of them side by side unless one is chosen."""
    chosen: str = st.selectbox(
        "Whose pack",
        [_ALL, *names],
        format_func=lambda each: names[each] if each else "All agencies side by side",
        key="keypad_agency",
    )
    return chosen


def _after_reveal(ctx: PageContext, statements: list[str]) -> None:
    revealed = views.reveals_of(ctx.desk, ctx.assessment_id).keys() & set(statements)
    if revealed:
        count = counted(len(revealed), "statement")
        late = "What is keyed there now is kept beside the first view, as given after the reveal."
        show(fill("<p>{} {} revealed already. {}</p>", count, are(len(revealed)), late))
