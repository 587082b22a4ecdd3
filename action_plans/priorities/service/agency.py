"""What one agency has in the plan: owns, supports, waits for; and a text to remind an owner."""

from collections.abc import Iterable
from datetime import date

from action_plans.actions import service as actions
from action_plans.actions.columns import PlanRow
from action_plans.actions.model import Action, Answer
from action_plans.actions.rules.holding_up import waiting_words
from action_plans.actions.service import ActionLine
from action_plans.priorities.rules.on_time import OnTime, on_time
from action_plans.priorities.rules.reminder import Reminder, by_date, reminder
from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.access.frozen import Frozen
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment


OWN, SUPPORT, WAIT, AWAITED = "We own", "We support", "We wait for", "Others wait for us"
NOBODY = "the lead for the assessment"


class Waiting(Frozen):
    """An open action that waits, and what for in words."""

    line: ActionLine
    words: str


class AgencyPlan(Frozen):
    """One agency's part of the plan; the open actions, each list by date.

    `waits` are its own that wait for something, `awaited` those of others that wait for it.
    `roles` are who leads its actions there, in alphabetical order.
    """

    agency_id: str
    name: str
    owns: tuple[ActionLine, ...]
    supports: tuple[ActionLine, ...]
    waits: tuple[Waiting, ...]
    awaited: tuple[Waiting, ...]
    finished: int
    on_time: OnTime
    roles: tuple[str, ...]

    @property
    def to_keep(self) -> tuple[ActionLine, ...]:
        """What it said yes to by a day: the entries of its calendar."""
        return tuple(
            line for line in self.owns if line.action.due_on and line.action.answer is Answer.AGREED
        )


def agency_plan(desk: Desk, partnership_id: str, agency_id: str) -> AgencyPlan:
    """The agency's part. Raises NotFound for an agency of another area."""
    with desk.store.reading():
        names = partnerships.agency_names(desk, partnership_id)
        if agency_id not in names:
            raise NotFound("That agency is not one of this area’s.")
        every = actions.actions_of(desk, partnership_id)
        mine = [a for a in every if a.owner_agency_id == agency_id]
        still = by_date(a for a in every if a.open)
        lines = {line.action.id: line for line in actions.action_lines(desk, still)}
    owns = tuple(lines[a.id] for a in still if a.owner_agency_id == agency_id)
    return AgencyPlan(
        agency_id=agency_id,
        name=names[agency_id],
        owns=owns,
        supports=tuple(lines[a.id] for a in still if _supports(a, agency_id)),
        waits=tuple(_waiting(line, names) for line in owns if _waits(line.action)),
        awaited=tuple(
            _waiting(lines[a.id], {})
            for a in still
            if a.waiting_agency_id == agency_id and a.owner_agency_id != agency_id
        ),
        finished=sum(a.completed_on is not None for a in mine),
        on_time=on_time(mine, desk.today()),
        roles=tuple(sorted({line.action.owner_role for line in owns} - {""})),
    )


def agency_rows(
    plan: AgencyPlan, every: Iterable[PlanRow]
) -> tuple[tuple[str, tuple[PlanRow, ...]], ...]:
    """The agency's part of `every` row of the plan, under what it is to each action: by date."""
    rows = {row.number: row for row in every}
    parts = (
        (OWN, plan.owns),
        (SUPPORT, plan.supports),
        (WAIT, [one.line for one in plan.waits]),
        (AWAITED, [one.line for one in plan.awaited]),
    )
    return tuple((part, tuple(rows[line.action.number] for line in found)) for part, found in parts)


def reminder_for(desk: Desk, assessment_id: str, plan: AgencyPlan, role: str = "") -> str:
    """The text for one role of the agency, or without a role for all of it."""
    one = partnerships.assessment(desk, assessment_id)
    about = Reminder(
        area=partnerships.partnership(desk, one.partnership_id).name,
        agency=plan.name,
        role=role,
        today=desk.today(),
        next_review=_still_to_come(desk, one),
        send_to=_send_to(desk, one),
    )
    own = [line.action for line in plan.owns if role in ("", line.action.owner_role)]
    return reminder(about, own, () if role else _actions(plan.supports))


def _actions(lines: Iterable[ActionLine]) -> tuple[Action, ...]:
    return tuple(line.action for line in lines)


def _supports(action: Action, agency_id: str) -> bool:
    return agency_id in action.supporters and action.owner_agency_id != agency_id


def _waits(action: Action) -> bool:
    return bool(action.waiting_for.strip() or action.waiting_agency_id)


def _waiting(line: ActionLine, names: dict[str, str]) -> Waiting:
    agency = names.get(line.action.waiting_agency_id or "", "")
    return Waiting(line=line, words=waiting_words(line.action, agency))


def _still_to_come(desk: Desk, one: Assessment) -> date | None:
    day = one.next_review_on
    return day if day and day >= desk.today() else None


def _send_to(desk: Desk, one: Assessment) -> str:
    """Who leads the plan, else who leads the assessment, by role and agency."""
    names = partnerships.agency_names(desk, one.partnership_id)
    for role, agency in (
        (one.plan_lead_role, one.plan_lead_agency_id),
        (one.lead_role, one.lead_agency_id),
    ):
        said = [part for part in (role.strip(), names.get(agency or "", "")) if part]
        if said:
            return ", ".join(said)
    return NOBODY
