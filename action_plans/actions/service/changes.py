"""How every change to an action is made: may they, what stands now, one write with its event."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from action_plans.actions import store
from action_plans.actions.model import Action
from action_plans.actions.permissions import check_user_can_edit_actions
from action_plans.actions.service.reading import found_action
from assessment.access.desk import Desk
from assessment.access.seen import check_unmoved
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing


@dataclass(frozen=True)
class Change:
    """One action as it stands inside the transaction that changes it."""

    desk: Desk
    tx: Writing
    action: Action

    def event(self, what: str, spell: str | None = None) -> ActivityEvent:
        """The activity event of an act on this action."""
        return event_of(self.desk, self.action, what, spell)

    def write(self, what: str, values: Mapping[str, Any], spell: str | None = None) -> None:
        """Write what differs, and when; nothing at all when nothing differs."""
        if all(getattr(self.action, name) == value for name, value in values.items()):
            return
        whole = {**values, "saved_at": self.desk.now()}
        store.change_action(self.tx, self.action.id, whole, self.event(what, spell))

    def choose(self, what: str, field: str, value: object, seen: object) -> None:
        """Write a choice made on a screen that showed `seen`. Raises ChangedMeanwhile."""
        stands = getattr(self.action, field)
        if stands != value:
            check_unmoved(self.tx, "action", self.action, (field,), seen=seen, stands=stands)
        self.write(what, {field: value})


@contextmanager
def changing(desk: Desk, action_id: str) -> Iterator[Change]:
    """A transaction on one action.

    Raises:
        Refused: this person may not. NotFound: there is no such action.
    """
    check_user_can_edit_actions(desk.actor)
    with desk.store.writing() as tx:
        yield Change(desk, tx, found_action(tx, action_id))


def event_of(desk: Desk, item: Action, what: str, spell: str | None = None) -> ActivityEvent:
    """The activity event of an act on an action."""
    return desk.event(
        what,
        subject_table="action",
        subject_id=item.id,
        partnership_id=item.partnership_id,
        assessment_id=item.opened_in,
        spell=spell,
    )
