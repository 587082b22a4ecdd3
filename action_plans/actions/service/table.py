"""The plan's lines with names for ids and words for codes, as its columns read them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from action_plans.actions.columns import PlanRow
from action_plans.actions.model import EFFORT_WORDS, KIND_WORDS, SOURCE_WORDS, Action
from action_plans.actions.rules.amounts import yes_no_words
from action_plans.actions.rules.holding_up import standing_in_the_way, waiting_words
from action_plans.actions.rules.status import counted_from
from action_plans.actions.service.challenged import action_origin, is_of_a_draft
from action_plans.actions.service.plan import PlanLine
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships


def plan_rows(desk: Desk, lines: Sequence[PlanLine]) -> tuple[PlanRow, ...]:
    """These lines in the order given; see `columns.PLAN` for what is written of them where."""
    if not lines:
        return ()
    area = lines[0].action.partnership_id
    agencies = partnerships.agency_names(desk, area)
    prisons = partnerships.prison_names(desk, area)
    today = desk.today()
    return tuple(_row(line, agencies, prisons, _source(desk, line.action), today) for line in lines)


def funder_of(action: Action, agencies: Mapping[str, str]) -> str:
    """Who pays: the agency named, or else the words; nothing where neither is known."""
    return agencies.get(action.funder_agency_id or "", "") or action.funder.strip()


def _source(desk: Desk, action: Action) -> dict[str, str]:
    """Where it comes from. A review that was not released is named in `came_from` alone, which
    only the own partnership is given."""
    draft = is_of_a_draft(desk, action)
    return {
        "source": "" if draft else SOURCE_WORDS[action.source],
        "came_from": action_origin(desk, action),
    }


def _row(
    line: PlanLine,
    agencies: Mapping[str, str],
    prisons: Mapping[str, str],
    source: Mapping[str, str],
    today: date,
) -> PlanRow:
    action, status = line.action, line.status
    late_from = counted_from(action) if action.open else None
    return PlanRow(
        number=action.number,
        what=action.what,
        kind=KIND_WORDS[action.kind],
        why=action.why,
        statements=action.statements,
        prisons=_named(action.prisons, prisons),
        owner=line.owner,
        answer=line.answer,
        supporters=_named(action.supporters, agencies),
        measure=action.measure,
        baseline=action.baseline,
        target=action.target,
        effort=EFFORT_WORDS[action.effort] if action.effort else "",
        resources=action.resources,
        resources_available=yes_no_words(action.resources_available),
        budget_agreed=yes_no_words(action.budget_agreed),
        cost=action.cost_pounds,
        funder=funder_of(action, agencies),
        waiting=waiting_words(action, agencies.get(action.waiting_agency_id or "", "")),
        start=action.start_on,
        original_due=action.original_due_on,
        due=action.due_on,
        no_due_reason=action.no_due_reason,
        review=action.review_on,
        late_from=late_from,
        days_overdue=(today - late_from).days if late_from and late_from < today else None,
        status=status.words,
        status_colour=status.colour,
        symbol=status.symbol,
        status_reason=status.reason,
        in_the_way=standing_in_the_way(action),
        priority=line.priority.words,
        priority_reason=line.priority.reason,
        place=line.place or None,
        **source,
        completed_on=action.completed_on,
        shown_by=action.shown_by,
        notes=len(action.notes),
    )


def _named(ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(names[one] for one in ids if one in names))
