"""What changed in the plan since a day, as the record of changes tells it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from action_plans.actions import service as actions
from action_plans.actions.model import Action
from action_plans.actions.rules.words import owner_and_no
from action_plans.priorities import store
from action_plans.priorities.rules.since import Changed, as_it_stood, changed, worth_telling
from assessment.access.desk import Desk
from assessment.access.frozen import Frozen
from assessment.access.wording import LONDON, local_day
from assessment.partnership import service as partnerships


class Since(Frozen):
    """What changed, by number; and actions put away since then."""

    day: date
    changed: tuple[Changed, ...]
    put_away: tuple[Action, ...]


def since(desk: Desk, partnership_id: str, day: date) -> Since:
    """What is otherwise than at the end of a day."""
    then = datetime.combine(day, time.max, LONDON)
    days = (day, desk.today())
    with desk.store.reading() as tx:
        befores: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for change in store.changes_since(tx, partnership_id, then):
            befores[change.action_id].append(change.before)
        names = partnerships.agency_names(desk, partnership_id)
        here = actions.actions_of(desk, partnership_id)
        gone = actions.archived_actions(desk, partnership_id)
    found = (
        changed(
            action,
            as_it_stood(action, befores[action.id], then),
            owner_and_no(action, names.get(action.owner_agency_id or "", "")),
            days,
        )
        for action in here
    )
    return Since(
        day=day,
        changed=tuple(one for one in found if worth_telling(one)),
        put_away=tuple(a for a in gone if a.archived_at and a.archived_at > then),
    )


def last_review(desk: Desk, assessment_id: str) -> date | None:
    """The last review of the plan that has ended; before the first, when ratings were agreed."""
    one = partnerships.assessment(desk, assessment_id)
    plan = actions.actions_of(desk, one.partnership_id)
    reviewed = max((a.reviewed_on for a in plan if a.reviewed_on), default=None)
    return reviewed or (local_day(one.agreed_at) if one.agreed_at else None)
