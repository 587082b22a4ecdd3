"""What is applied of a preview, and what it still asks before that."""

from action_plans.actions.model import MOVE_MORE, TEXTS
from exports.returns.model import SENT_BY, Change, Choices, Move, Offer, Preview
from exports.returns.rules.words import Unusable, accepted


WHY = "{}: say why the date moves, or leave the change out."
NOT_TAKEN = "{}: {}."


def wanted(preview: Preview, choices: Choices) -> tuple[Change, ...]:
    """The changes that are applied: plain ones unless left out, conflicts where they are taken."""
    return tuple(
        one
        for one in preview.changes
        if (one.key in choices.taken if one.conflict else one.key not in choices.left_out)
    )


def raised(preview: Preview, choices: Choices) -> tuple[Offer, ...]:
    """The rows that are raised as proposed actions: those that were chosen."""
    return tuple(one for one in preview.offers if one.key in choices.raised)


def move_of(change: Change, choices: Choices) -> Move:
    """Why a date moves: what was answered here, or else what the file says."""
    said = choices.moves.get(change.key)
    return said if said is not None and said.reason is not None else change.move


def unanswered(preview: Preview, choices: Choices) -> tuple[str, ...]:
    """What stands in the way of applying, one line each: reasons not given, words not taken."""
    found = [*_said("Who filled it in", choices.sent_by, SENT_BY)]
    for change in wanted(preview, choices):
        move = move_of(change, choices)
        if change.moves and move.reason is None:
            found.append(WHY.format(change.name))
        found += _said(f"{change.name}, why", move.words, MOVE_MORE)
        shown = choices.shown.get(change.key, "")
        found += _said(f"{change.name}, what shows it", shown, TEXTS["shown_by"].limit)
    return tuple(found)


def _said(name: str, text: str, limit: int) -> list[str]:
    try:
        accepted(text, limit)
    except Unusable as error:
        return [NOT_TAKEN.format(name, error.words)]
    return []
