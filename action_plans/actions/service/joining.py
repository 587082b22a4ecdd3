"""Making two actions one, and two again."""

from collections.abc import Collection, Mapping
from typing import Any

from action_plans.actions import store
from action_plans.actions.model import ProgressNote
from action_plans.actions.rules.joining import (
    joined_links,
    joined_texts,
    links_parted,
    note_of_joining,
    notes_without_room,
    texts_parted,
)
from action_plans.actions.service.changes import Change, changing
from action_plans.actions.service.editing import put_away, put_back
from action_plans.actions.store import told
from assessment.access.desk import Desk
from assessment.access.errors import BadInput


_COLUMNS: dict[store.Link, str] = {
    "statements": "statement_id",
    "prisons": "prison_id",
    "supporters": "agency_id",
}


def act_of_joining(number: int) -> str:
    """What the record of changes calls it that the action of this number was joined."""
    return f"action.joined_with_{number}"


def join(desk: Desk, kept_id: str, other_id: str) -> None:
    """Give the kept action the words and links of the other too, and put that one away.

    Raises BadInput when one of them is finished, stopped or put away.
    """
    with changing(desk, kept_id) as kept, changing(desk, other_id) as other:
        if not (kept.action.open and other.action.open):
            raise BadInput("One of the two is not open any more. Nothing was joined.")
        what = act_of_joining(other.action.number)
        texts, without_room = joined_texts(kept.action, other.action)
        kept.write(what, texts)
        for kind in _COLUMNS:
            _link(kept, kind, joined_links(kept.action, other.action)[kind], what)
        _note(kept, note_of_joining(other.action))
        for words in notes_without_room(other.action, without_room):
            _note(kept, words)
        _note(other, f"Joined to action {kept.action.number} and put away.")
        put_away(desk, other_id)


def part(
    desk: Desk,
    kept_id: str,
    other_id: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Make them two again: what the kept one said and was linked to before, as the act of joining
    is recorded (`before` and `after`), and the other back in the plan.

    What was changed in the joined action since stays as it is now.
    """
    with changing(desk, kept_id) as kept, changing(desk, other_id) as other:
        kept.write("action.parted", texts_parted(kept.action, before, after))
        for kind, column in _COLUMNS.items():
            if column in before:
                now = getattr(kept.action, kind)
                links = links_parted(now, before[column], after[column])
                _link(kept, kind, links, "action.parted")
        _note(kept, f"Action {other.action.number} is an action of its own again.")
        _note(other, f"An action of its own again, apart from action {kept.action.number}.")
        put_back(desk, other_id)


def _link(change: Change, kind: store.Link, wanted: Collection[str], what: str) -> None:
    store.link(change.tx, change.action.id, kind, wanted, change.event(what))


def _note(change: Change, words: str) -> None:
    """Said by nobody: it tells what was done, not how the action goes."""
    note = ProgressNote(
        id=change.desk.new_id(), action_id=change.action.id, at=change.desk.now(), text=words
    )
    told.add_note(change.tx, note, change.event("action.note_added"))
