"""What an agency owns and supports of the plan, as its own page says it."""

from collections.abc import Iterable, Sequence

from action_plans.actions.service import ActionLine
from assessment.access.wording import long_date
from exports.printed.model import Owned
from exports.printed.rules.heads import shortened


MOST_ROWS = 8
# Longer texts are cut, so that a page stays a page; the plan has them whole.
_WHAT, _REST = 160, 90


def owned_by(lines: Iterable[ActionLine], agency_id: str) -> tuple[ActionLine, ...]:
    """The open actions that this agency leads."""
    return tuple(
        line for line in lines if line.action.open and line.action.owner_agency_id == agency_id
    )


def supported_by(lines: Iterable[ActionLine], agency_id: str) -> tuple[ActionLine, ...]:
    """The open actions that this agency supports and another leads."""
    return tuple(
        line
        for line in lines
        if line.action.open
        and agency_id in line.action.supporters
        and line.action.owner_agency_id != agency_id
    )


def rows(lines: Sequence[ActionLine], *, own: bool = False) -> tuple[tuple[Owned, ...], str]:
    """As many as the page takes, the earliest date first, and the numbers of the rest.

    In an agency's `own` actions its name is left out beside the role.
    """
    ordered = sorted(
        lines,
        key=lambda line: (
            line.action.due_on is None,
            line.action.due_on.toordinal() if line.action.due_on else 0,
            line.action.number,
        ),
    )
    more = [str(line.action.number) for line in ordered[MOST_ROWS:]]
    words = f"And in the action plan: {', '.join(more)}." if more else ""
    return tuple(_row(line, own=own) for line in ordered[:MOST_ROWS]), words


def _row(line: ActionLine, *, own: bool) -> Owned:
    action = line.action
    return Owned(
        number=str(action.number),
        what=shortened(action.what, _WHAT),
        owner=shortened(action.owner_role if own and action.owner_role else line.owner, _REST),
        due=long_date(action.due_on) if action.due_on else "No date yet",
        answer=shortened(line.answer, _REST),
    )
