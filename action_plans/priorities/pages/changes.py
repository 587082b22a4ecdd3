"""What changed in the plan since the last review, and how much was done on time."""

from datetime import date

import streamlit as st
from markupsafe import Markup

from action_plans.actions import service as actions
from action_plans.actions.rules.status import State, Status
from action_plans.priorities import service
from action_plans.priorities.rules.on_time import OnTime, on_time
from action_plans.priorities.rules.since import Changed
from assessment.access.wording import counted, long_date
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show
from assessment.ui.page import head
from assessment.ui.symbols import status
from assessment.ui.tables import table, wide


_SINCE = "changes_since"
_SAID = {
    "New": "new",
    "Finished": "finished",
    "Stopped": "stopped",
    "Goes differently": "going differently",
    "Dates moved": "with another date",
}


def render(ctx: PageContext) -> None:
    """Since the day that the address names, or the last review; another day can be chosen."""
    if st.button("Back to the action plan", key="to_plan"):
        ctx.go("plan")
    today = ctx.desk.today()
    review = service.last_review(ctx.desk, ctx.assessment_id)
    day = min(_in_address() or review or today, today)
    found = service.since(ctx.desk, ctx.partnership_id, day)
    area = partnerships.partnership(ctx.desk, ctx.partnership_id).name
    head(f"{area}. Action plan", "What changed", _sentence(found))
    _choose(day, today, review)
    for title, changes in _kinds(found):
        if changes:
            show(fill("<h2>{}</h2>", title), _changes(changes))
    if found.put_away:
        words = "; ".join(f"{action.number}. {action.what}" for action in found.put_away)
        show("<h2>Put away</h2>", fill("<p>{}</p>", words))
    plan = actions.actions_of(ctx.desk, ctx.partnership_id)
    _on_time(on_time(plan, today))


def _in_address() -> date | None:
    try:
        return date.fromisoformat(st.query_params.get("since", ""))
    except ValueError:
        return None


def _choose(day: date, today: date, review: date | None) -> None:
    if st.session_state.get(_SINCE) != day:
        st.session_state[_SINCE] = day
    st.date_input(
        "Since the end of",
        key=_SINCE,
        max_value=today,
        format="DD/MM/YYYY",
        on_change=_open_chosen,
        width=240,
    )
    words = (
        f"The last review, or else the day on which ratings were agreed: {long_date(review)}."
        if review
        else "No review has ended yet, and the ratings are not agreed."
    )
    show(fill('<p class="muted">{}</p>', words))


def _open_chosen() -> None:
    day = st.session_state[_SINCE]
    if day:
        st.query_params["since"] = day.isoformat()


def _kinds(found: service.Since) -> tuple[tuple[str, list[Changed]], ...]:
    """Each change once, under the first of these that it is."""
    kinds: dict[str, list[Changed]] = {title: [] for title in _SAID}
    for one in found.changed:
        kinds[_kind(one)].append(one)
    return tuple(kinds.items())


def _kind(one: Changed) -> str:
    if one.new:
        return "New"
    if not one.goes_otherwise:
        return "Dates moved"
    if one.action.completed_on:
        return "Finished"
    return "Stopped" if one.now.state is State.STOPPED else "Goes differently"


def _sentence(found: service.Since) -> str:
    since = f"Since {long_date(found.day)}"
    said = [f"{len(changes)} {_SAID[title]}" for title, changes in _kinds(found) if changes]
    if found.put_away:
        said.append(f"{len(found.put_away)} put away")
    if not said:
        return f"{since}, nothing has changed."
    return f"{since}: {counted(len(found.changed), 'action')} changed. {', '.join(said)}."


def _changes(changes: list[Changed]) -> str:
    rows = [
        (
            f"{one.action.number}. {one.action.what}",
            one.owner,
            _looks(one.then) if one.then else "Not there yet",
            _looks(one.now),
            one.sentence(),
        )
        for one in changes
    ]
    heads = ["Action", "Owner", "Was", "Is", "What changed"]
    return wide(table(heads, rows), "What changed, action by action")


def _looks(one: Status) -> Markup:
    return status(one.colour, one.symbol, one.words)


def _on_time(all_of_them: OnTime) -> None:
    """The whole plan's share. An agency sees its own on its own page; none is compared."""
    show("<h2>Done on time</h2>", fill("<p>{}</p>", all_of_them.sentence()))
    if not all_of_them.came:
        return
    rows = [
        ("By the date first set", all_of_them.by_date),
        ("After it", all_of_them.later),
        ("Still open", all_of_them.still),
    ]
    note = "A date that was moved counts as it was first set. Stopped actions are left out."
    show(table(["Done", "Actions"], rows), fill('<p class="muted">{}</p>', note))
