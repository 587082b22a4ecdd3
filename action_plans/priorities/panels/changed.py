"""Actions that changed, as they were and as they are."""

from collections.abc import Sequence

from markupsafe import Markup

from action_plans.actions.model import Action
from action_plans.actions.rules.status import Status
from action_plans.priorities.rules.since import Changed
from assessment.ui.html import fill, show
from assessment.ui.symbols import status
from assessment.ui.tables import table, wide


def changes_of_kind(title: str, changes: Sequence[Changed]) -> None:
    """The changes of one kind, action by action."""
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
    drawn = wide(table(heads, rows), "What changed, action by action")
    show(fill("<h2>{}</h2>", title), drawn)


def put_away_since(actions: Sequence[Action]) -> None:
    """The actions that were put away, in one line; nothing where none was."""
    if actions:
        words = "; ".join(f"{action.number}. {action.what}" for action in actions)
        show("<h2>Put away</h2>", fill("<p>{}</p>", words))


def _looks(one: Status) -> Markup:
    return status(one.colour, one.symbol, one.words)
