"""What a file would change, and what it did, in words: for the screen and for a terminal."""

from collections.abc import Iterator

from action_plans.actions.model import MOVE_WORDS
from assessment.access.wording import counted, listed
from exports.returns.model import Applied, Change, Preview


IN_THE_APP = "Conflicts and proposed actions are decided in the app, one by one."


def found_words(preview: Preview) -> str:
    """It holds 3 changes and 1 conflict; or that nothing in it is new."""
    counts = (
        (len(preview.plain), "change"),
        (len(preview.conflicts), "conflict"),
        (len(preview.offers), "proposed action"),
    )
    parts = [counted(number, thing) for number, thing in counts if number]
    if not parts:
        return "Nothing in it is new: the plan stays as it is."
    return f"It holds {listed(parts)}. Nothing is changed yet."


def told_words(done: Applied, file_name: str) -> str:
    """What applying the file did."""
    numbers = [f"No. {number}" for number in done.numbers]
    parts = [
        *([f"{counted(len(done.changes), 'change')} applied"] if done.changes else []),
        *([f"{listed(numbers)} proposed, with its owner still to be asked"] if numbers else []),
    ]
    return f"{file_name}: {listed(parts)}."


def because(change: Change) -> str:
    """Why the file says that a date moves; nothing where it does not say."""
    words = MOVE_WORDS[change.move.reason] if change.move.reason else ""
    said = ": ".join(part for part in (words, change.move.words) if part)
    return f". Why: {said}" if said else ""


def lines_of(preview: Preview) -> tuple[str, ...]:
    """The whole preview, a line for each thing in it."""
    return tuple(_lines(preview))


def _lines(preview: Preview) -> Iterator[str]:
    yield found_words(preview)
    for one in preview.changes:
        here = f" (here: {one.here})" if one.here else ""
        conflict = "Changed here as well, so it stays as it is: " if one.conflict else ""
        yield f"{conflict}{one.name}: {one.theirs}{here}{because(one)}"
    for offer in preview.offers:
        yield f"Proposed in row {offer.row}: {offer.what}"
    for mistake in preview.mistakes:
        yield f"Not taken: {mistake.line}"
    yield from preview.notes
    if preview.conflicts or preview.offers:
        yield IN_THE_APP
