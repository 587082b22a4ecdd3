"""Priority beside effort: the one order from top to bottom, more work from left to right."""

from collections.abc import Sequence

from markupsafe import Markup

from action_plans.actions.model import EFFORT_WORDS, LEVEL_WORDS
from action_plans.actions.panels.rows import status_words
from action_plans.actions.rules.priority import ORDER_WORDS, QUICK_WIN_WORDS
from action_plans.actions.service import PlanLine
from action_plans.priorities.rules.groups import EFFORTS, by_priority, effort_grid
from assessment.access.wording import counted, listed
from assessment.ui.html import fill, joined, show
from assessment.ui.tables import table, wide


HEADS = ("Place and action", "Effort", "Status", "Priority")


def effort_picture(lines: Sequence[PlanLine]) -> None:
    """In a sentence, then as a grid of the actions' numbers, then as a table with the reasons."""
    still = [line for line in by_priority(lines) if line.action.open]
    if not still:
        show("<p>No action is open.</p>")
        return
    show(
        fill("<p>{}</p>", _sentence(still)),
        _grid(still),
        fill('<p class="muted">{}</p>', "Numbers are those of the actions; bold: a quick win."),
        fill('<p class="muted">{} {}</p>', ORDER_WORDS, QUICK_WIN_WORDS),
        "<h2>The same as a table</h2>",
        wide(
            table(
                ["Place and action", "Effort", "Status", "Priority"], [_row(one) for one in still]
            ),
            "Open actions by priority, with their effort",
        ),
    )


def _sentence(still: Sequence[PlanLine]) -> str:
    quick = [str(line.action.number) for line in still if line.quick_win]
    unsaid = sum(line.action.effort is None for line in still)
    said = f"{counted(len(quick), 'quick win')}: {listed(quick)}." if quick else "No quick win."
    if unsaid:
        have = "has" if unsaid == 1 else "have"
        said += f" {counted(unsaid, 'open action')} {have} no effort written down yet."
    return said


def _grid(still: Sequence[PlanLine]) -> str:
    heads = ["Priority", *(words for _effort, words in EFFORTS)]
    rows = [
        [LEVEL_WORDS[level], *(_numbers(cell) for cell in cells)]
        for level, cells in effort_grid(still)
    ]
    name = "Priority, and how much work"
    return wide(table(heads, rows, caption=name), name)


def _numbers(cell: Sequence[PlanLine]) -> Markup:
    """The actions of one cell in the order, by number."""
    if not cell:
        return fill('<span class="muted">–</span>')
    marks = ("<strong>{}</strong>" if line.quick_win else "{}" for line in cell)
    return joined(
        (fill(mark, line.action.number) for mark, line in zip(marks, cell, strict=True)),
        Markup(", "),
    )


def _row(line: PlanLine) -> tuple[object, ...]:
    effort = EFFORT_WORDS[line.action.effort] if line.action.effort else "Not said"
    quick = fill('<br><span class="muted">{}</span>', "Quick win") if line.quick_win else ""
    why = (line.priority.words, line.priority.reason)
    return (
        f"{line.place}. Action {line.action.number}, {line.action.what}",
        fill("{}{}", effort, quick),
        status_words(line),
        fill('{}<br><span class="muted small">{}</span>', *why),
    )
