"""How an action is set out in a list, and on a line of time."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st
from markupsafe import Markup

from action_plans.actions.model import Action
from action_plans.actions.rules.words import moved_words
from action_plans.actions.service import ActionLine, PlanLine, action_origin
from assessment.access.wording import in_sentence, local_day, long_date, month_year
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.symbols import facts, status
from assessment.ui.tables import Bar, timeline


def plan_row(ctx: PageContext, line: PlanLine, under: str = "") -> None:
    """An action across the page, with the button that opens it, which repeats its number.

    Where a page shows it more than once, `under` says under which heading.
    """
    key = f"row_{line.action.id}{under}"
    with st.container(key=key, horizontal=True, vertical_alignment="center"):
        show(_title(line), _facts(line), _reasons(line), _origin(ctx, line.action))
        _open(ctx, line.action, under)


def narrow_row(ctx: PageContext, line: ActionLine, under: str = "", note: str = "") -> None:
    """The same on a statement's or an agency's page: what, how it goes, who and when.

    `under` as above; `note` is a line below.
    """
    said = {
        "Status": status_words(line),
        "Due": due_words(line.action),
        "Owner": _two_lines(line.owner, line.answer),
    }
    key = f"row_{line.action.id}{under}"
    with st.container(key=key, horizontal=True, vertical_alignment="center"):
        below = fill('<p class="muted small">{}</p>', note) if note else ""
        show(_title(line), facts(said), below)
        _open(ctx, line.action, under)


def _title(line: ActionLine) -> Markup:
    return fill("<h3>{}. {}</h3>", line.action.number, line.action.what)


def _open(ctx: PageContext, action: Action, under: str) -> None:
    if st.button(f"Update {action.number}", key=f"update_{action.id}{under}"):
        ctx.go("action", id=action.id)


def _reasons(line: PlanLine) -> Markup:
    """Its status and its priority in a line, which opens to why it has that priority."""
    place = f", number {line.place} in the order" if line.place else ""
    said = f"{line.status.reason} {line.priority.words} priority{place}."
    return fill(
        '<details class="why"><summary class="muted small">{}</summary>'
        '<p class="muted small">{}</p></details>',
        said,
        line.priority.reason,
    )


def _origin(ctx: PageContext, action: Action) -> Markup:
    origin = action_origin(ctx.desk, action)
    words = f"Comes from: {in_sentence(origin)}." if origin else ""
    return fill('<p class="muted small">{}</p>', words) if words else Markup("")


def time_table(lines: Sequence[PlanLine], today: date) -> None:
    """The dated actions as bars with words beside them, by date; the line is today."""
    dated = sorted(
        (line for line in lines if line.action.due_on),
        key=lambda line: (line.action.due_on or today, line.action.number),
    )
    if not dated:
        return
    ends = [_span(line.action) for line in dated]
    first = min(today, *(start for start, _ in ends)).replace(day=1)
    last = max(today, *(end for _, end in ends)) + timedelta(days=7)
    bars = [_bar(line, first, last) for line in dated]
    words = f"{month_year(first)} to {month_year(last)}"
    show(
        timeline("Action", words, bars, _share(today, first, last)),
        fill('<p class="muted">{}</p>', _below(len(lines) - len(dated), today)),
    )


def due_words(action: Action) -> Markup:
    """The due date, and where it was moved from; both are always shown."""
    if action.due_on:
        due = long_date(action.due_on)
    else:
        due = f"No date: {action.no_due_reason}" if action.no_due_reason else "No date yet"
    return _two_lines(due, moved_words(action))


def status_words(line: ActionLine) -> Markup:
    """The shape and word of an action's status."""
    return status(line.status.colour, line.status.symbol, line.status.words)


def _facts(line: PlanLine) -> Markup:
    answers = ", ".join(line.action.statements) or "No statement"
    return facts(
        {
            "Status": status_words(line),
            "Due": due_words(line.action),
            "Owner": _two_lines(line.owner, line.answer),
            "Answers": _two_lines(answers, "Quick win" if line.quick_win else ""),
        }
    )


def _two_lines(first: str, second: str) -> Markup:
    lines = [fill("{}", first)]
    if second:
        lines.append(fill('<span class="muted">{}</span>', second))
    return joined(lines, Markup("<br>"))


def _bar(line: PlanLine, first: date, last: date) -> Bar:
    action = line.action
    start, end = _span(action)
    due = f", due {long_date(action.due_on)}" if action.due_on else ""
    title = fill(
        '{}. {}<br><span class="muted">{}{}</span>',
        action.number,
        action.what,
        status_words(line),
        due,
    )
    return Bar(
        title=title,
        colour=line.status.colour,
        start=_share(start, first, last),
        end=_share(end, first, last),
    )


def _span(action: Action) -> tuple[date, date]:
    end = action.due_on or local_day(action.created_at)
    return min(action.start_on or local_day(action.created_at), end), end


def _share(day: date, first: date, last: date) -> float:
    return 100 * (day - first).days / (last - first).days


def _below(undated: int, today: date) -> str:
    words = f"The line is today, {long_date(today)}."
    if not undated:
        return words
    what = (
        "1 action has no date and is" if undated == 1 else f"{undated} actions have no date and are"
    )
    return f"{words} {what} not drawn."
