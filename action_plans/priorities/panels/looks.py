"""The plan as it is looked at: by how it goes, priority, owner, domain, prison, time or effort."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from action_plans.actions import service as actions
from action_plans.actions.columns import PLAN, Shape, Value
from action_plans.actions.panels.rows import due_words, plan_row, status_words, time_table
from action_plans.actions.rules.amounts import pounds
from action_plans.actions.rules.priority import ORDER_WORDS
from action_plans.actions.service import PlanLine
from action_plans.priorities.panels.grid import effort_picture
from action_plans.priorities.panels.pictures import how_they_go, what_owners_have
from action_plans.priorities.rules.groups import BY_WORDS, By, Group, by_priority
from assessment.access.wording import counted, long_date
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.tables import table, wide


STEP = 50
_MOST, _BY = "plan_most", "plan_by"
_COUNTED = frozenset({By.DOMAIN, By.PRISON})
SORTED = {
    By.STATE: "worst first",
    By.PRIORITY: "by priority",
    By.OWNER: "by owner",
    By.DOMAIN: "by domain",
    By.PRISON: "by prison",
    By.TIME: "by date",
    By.EFFORT: "by priority and effort",
    By.TABLE: "by priority",
}


def chosen_look() -> By:
    """What to look at the plan by, as the address says; a choice is put there."""
    wanted = st.query_params.get("by", "")
    by = By(wanted) if wanted in set(By) else By.STATE
    if st.session_state.get(_BY) != by:
        st.session_state[_BY] = by
    st.segmented_control(
        "Look at it by",
        list(By),
        key=_BY,
        required=True,
        format_func=BY_WORDS.__getitem__,
        on_change=_remember,
        wrap=True,
    )
    return by


def _remember() -> None:
    st.query_params["by"] = st.session_state[_BY]


def draw(ctx: PageContext, by: By, groups: Sequence[Group], lines: Sequence[PlanLine]) -> None:
    """The picture of this look with its table, or the actions under its headings."""
    if by is By.TIME:
        _over_time(lines, ctx.desk.today())
    elif by is By.EFFORT:
        effort_picture(lines)
    elif by is By.TABLE:
        _table(ctx, lines)
    else:
        _listed(ctx, by, groups)


def _listed(ctx: PageContext, by: By, groups: Sequence[Group]) -> None:
    if by is By.PRIORITY:
        show(fill('<p class="muted">{}</p>', ORDER_WORDS))
    if by in _COUNTED:
        show(how_they_go(BY_WORDS[by], groups))
    if by is By.OWNER:
        show(what_owners_have(groups))
    most = left = st.session_state.get(_MOST, STEP)
    for number, group in enumerate(groups):
        rows = group.lines[:left]
        left -= len(rows)
        if rows and group.title and by is not By.STATE:
            words = counted(len(group.lines), "action")
            show(fill('<h2>{} <span class="muted">{}</span></h2>', group.title, words))
        for line in rows:
            plan_row(ctx, line, f"_{number}" if by in _COUNTED else "")
    whole = sum(len(group.lines) for group in groups)
    _more(min(most, whole), whole)


def _more(shown: int, whole: int) -> None:
    """A long plan comes in steps, so that its page takes no longer the longer it is."""
    if shown >= whole:
        return
    show(fill('<p class="muted">{}</p>', f"The first {shown} of {whole:,} are shown here."))
    further = min(STEP, whole - shown)
    st.button(f"Show {further} more", key="plan_more", on_click=_show_more)


def _show_more() -> None:
    st.session_state[_MOST] = st.session_state.get(_MOST, STEP) + STEP


def _over_time(lines: Sequence[PlanLine], today: date) -> None:
    dated = sorted(
        (line for line in lines if line.action.due_on),
        key=lambda line: (line.action.due_on or today, line.action.number),
    )
    show(fill("<p>{}</p>", _next_due(dated, len(lines), today)))
    time_table(lines, today)
    rows = [
        (
            f"{line.action.number}. {line.action.what}",
            long_date(line.action.start_on) if line.action.start_on else "Not set",
            due_words(line.action),
            status_words(line),
        )
        for line in dated
    ]
    if rows:
        heads = ["Action", "Starts", "Due", "Status"]
        show("<h2>The same as a table</h2>", wide(table(heads, rows), "Actions by date"))


def _next_due(dated: Sequence[PlanLine], whole: int, today: date) -> str:
    words = f"{len(dated)} of {counted(whole, 'action')} {_have(len(dated))} a date."
    ahead = [
        a for a in (line.action for line in dated) if a.open and a.due_on and a.due_on >= today
    ]
    if not ahead or ahead[0].due_on is None:
        return words
    return f"{words} The next is action {ahead[0].number}, due {long_date(ahead[0].due_on)}."


def _table(ctx: PageContext, lines: Sequence[PlanLine]) -> None:
    """The columns that there is room for; files have them all."""
    columns = [column for column in PLAN if column.on_screen]
    rows = [
        [_cell(column.shape, column.value(row)) for column in columns]
        for row in actions.plan_rows(ctx.desk, by_priority(lines))
    ]
    show(wide(table([column.heading for column in columns], rows), "The action plan as a table"))


def _cell(shape: Shape, value: Value) -> str:
    if isinstance(value, date):
        return long_date(value)
    if shape is Shape.POUNDS and isinstance(value, int):
        return pounds(value)
    return "" if value is None else str(value)


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
