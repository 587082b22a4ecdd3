"""Actions that might be one: offered, decided once, and undone when it was a mistake."""

from typing import Any

from action_plans.actions import service as actions
from action_plans.actions.model import Action
from action_plans.actions.permissions import check_user_can_edit_actions
from action_plans.actions.service import PlanLine
from action_plans.priorities import store
from action_plans.priorities.model import Decision, Pair
from action_plans.priorities.rules.alike import alike, shared
from assessment.access.desk import Desk
from assessment.access.errors import BadInput, NotFound
from assessment.access.frozen import Frozen
from assessment.store.work import Writing


class Offer(Frozen):
    """Two actions that could be one: the first would be kept. `shared` are their statements."""

    kept: Action
    other: Action
    owner: str
    shared: tuple[str, ...]


class Joined(Frozen):
    """Two that were joined and can be parted: the kept one and the one put away."""

    pair_id: str
    kept: Action
    other: Action


def offers(desk: Desk, partnership_id: str, lines: tuple[PlanLine, ...]) -> tuple[Offer, ...]:
    """What may be joined among these lines, without what was called two before."""
    owners = {line.action.id: line.owner for line in lines}
    with desk.store.reading() as tx:
        pairs = store.pairs_of(tx, partnership_id)
    decided = {frozenset((p.kept_id, p.other_id)) for p in pairs if p.decision is Decision.TWO}
    found = alike((line.action for line in lines), decided)
    return tuple(
        Offer(kept=one, other=two, owner=owners[one.id], shared=tuple(shared(one, two)))
        for one, two in found
    )


def joined(desk: Desk, partnership_id: str) -> tuple[Joined, ...]:
    """What was joined and still is."""
    with desk.store.reading() as tx:
        pairs = [p for p in store.pairs_of(tx, partnership_id) if p.decision is Decision.JOINED]
        both = [
            Joined(
                pair_id=pair.id,
                kept=actions.action(desk, pair.kept_id),
                other=actions.action(desk, pair.other_id),
            )
            for pair in pairs
        ]
    return tuple(one for one in both if one.other.archived_at)


def join(desk: Desk, kept_id: str, other_id: str) -> None:
    """They are one: see actions.service.join. Pressed again, nothing more happens.

    Raises BadInput when one of them is finished, stopped or put away.
    """
    check_user_can_edit_actions(desk.actor)
    with desk.store.writing() as tx:
        pair = _decide(desk, tx, kept_id, other_id, Decision.JOINED)
        if pair is None or pair.decision is not Decision.JOINED or not _away(desk, other_id):
            actions.join(desk, kept_id, other_id)


def keep_two(desk: Desk, kept_id: str, other_id: str) -> None:
    """They are two, and nobody is asked about them again."""
    check_user_can_edit_actions(desk.actor)
    with desk.store.writing() as tx:
        _decide(desk, tx, kept_id, other_id, Decision.TWO)


def part(desk: Desk, partnership_id: str, pair_id: str) -> None:
    """Joining them was a mistake: they are two again. Raises NotFound, BadInput."""
    check_user_can_edit_actions(desk.actor)
    with desk.store.writing() as tx:
        pair = next((p for p in store.pairs_of(tx, partnership_id) if p.id == pair_id), None)
        if pair is None:
            raise NotFound("Those two actions are not here. The action plan lists those that are.")
        if pair.decision is not Decision.JOINED:
            raise BadInput("They are two already.")
        before, after = _act(desk, tx, pair)
        _decide(desk, tx, pair.kept_id, pair.other_id, Decision.TWO)
        actions.part(desk, pair.kept_id, pair.other_id, before, after)


def _act(desk: Desk, tx: Writing, pair: Pair) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the act of joining changed in the kept action: from what, and to what."""
    name = actions.act_of_joining(actions.action(desk, pair.other_id).number)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for change in store.changes_since(tx, pair.partnership_id, pair.decided_at):
        if (change.action_id, change.what) == (pair.kept_id, name):
            before |= change.before
            after |= change.after
    return before, after


def _away(desk: Desk, action_id: str) -> bool:
    return actions.action(desk, action_id).archived_at is not None


def _decide(
    desk: Desk, tx: Writing, kept_id: str, other_id: str, decision: Decision
) -> Pair | None:
    """Remember it; gives what was remembered of the two before."""
    kept, other = actions.action(desk, kept_id), actions.action(desk, other_id)
    if kept.partnership_id != other.partnership_id or kept.id == other.id:
        raise BadInput("Those are not two actions of one area. Nothing was changed.")
    both = {kept_id, other_id}
    pairs = store.pairs_of(tx, kept.partnership_id)
    known = next((p for p in pairs if {p.kept_id, p.other_id} == both), None)
    pair_id, at = known.id if known else desk.new_id(), desk.now()
    event = desk.event(
        f"action_pair.{decision.value}",
        subject_table="action_pair",
        subject_id=pair_id,
        partnership_id=kept.partnership_id,
        assessment_id=kept.opened_in,
    )
    if known:
        store.decide(tx, pair_id, decision, at, event)
        return known
    pair = Pair(
        id=pair_id,
        partnership_id=kept.partnership_id,
        kept_id=kept_id,
        other_id=other_id,
        decision=decision,
        decided_at=at,
    )
    store.keep_pair(tx, pair, event)
    return None
