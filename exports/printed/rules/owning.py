"""What an agency owns and supports of the plan, as its own page says it."""

from collections.abc import Iterable, Sequence

from action_plans.actions.service import ActionLine
from assessment.access.wording import long_date
from exports.printed.model import Owned


MOST_ROWS = 8
_LENGTH = 220


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
        what=_cut(action.what),
        owner=action.owner_role or line.owner if own else line.owner,
        due=long_date(action.due_on) if action.due_on else "No date yet",
        answer=_cut(line.answer),
    )


def _cut(words: str) -> str:
    """A long text shortened, so that a page stays a page; the plan has it whole."""
    return words if len(words) <= _LENGTH else f"{words[:_LENGTH].rstrip()} …"
