"""Raises the actions of the fictional area, agrees the assessment and lets time pass."""

from action_plans.actions import service as actions
from action_plans.actions.model import Dates
from assessment.partnership import service as partnerships
from exports.demo.model import Deed, Happening, ToldAction, ToldArea, ToldPlan
from exports.demo.service.scene import Scene, written


TEXTS = (
    "why", "measure", "baseline", "target", "resources", "funder", "waiting_for",
    "priority_reason",
)  # fmt: skip


def raise_action(scene: Scene, told: ToldAction) -> str:
    """One action as the room words it; gives its id."""
    desk = scene.desk
    action_id = actions.raise_action(
        desk,
        scene.assessment_id,
        told.statements,
        told.what,
        owner_agency_id=scene.agencies[told.owner],
        owner_role=told.owner_role,
        due_on=scene.day(told.due),
        said_yes=told.said_yes,
        kind=told.kind,
        prisons=scene.prisons_of(told.prisons),
    )
    for field in TEXTS:
        if getattr(told, field):
            actions.edit_text(desk, action_id, field, written(getattr(told, field)))
    actions.set_effort(desk, action_id, told.effort)
    if told.supporters:
        actions.link_supporters(desk, action_id, scene.agencies_of(told.supporters))
    _set_money(scene, action_id, told)
    if told.priority:
        actions.set_priority(desk, action_id, told.priority)
    _set_dates(scene, action_id, told)
    return action_id


def _set_money(scene: Scene, action_id: str, told: ToldAction) -> None:
    """What it costs, who pays, whether that is agreed, and whom it waits for."""
    desk = scene.desk
    if told.available:
        actions.set_resources_available(desk, action_id, told.available)
    if told.budget:
        actions.set_budget_agreed(desk, action_id, told.budget)
    if told.cost is not None:
        actions.set_cost(desk, action_id, told.cost)
    if told.paid_by:
        actions.set_funder_agency(desk, action_id, scene.agencies[told.paid_by])
    if told.waits_on:
        actions.set_waiting_agency(desk, action_id, scene.agencies[told.waits_on])


def _set_dates(scene: Scene, action_id: str, told: ToldAction) -> None:
    if told.start is not None or told.review is not None:
        dates = Dates(
            start_on=scene.day(told.start),
            due_on=scene.day(told.due),
            review_on=scene.day(told.review),
        )
        actions.set_dates(scene.desk, action_id, dates)


def give_reasons(scene: Scene, told: ToldPlan) -> None:
    """Why a statement rated 0 gets no action for now."""
    for one in told.no_action:
        actions.write_reason_for_no_action(
            scene.desk, scene.assessment_id, one.statement, written(one.reason)
        )


def agree(scene: Scene, area: ToldArea, plan: ToldPlan) -> None:
    """Set who leads the plan and when it is gone through, and record the assessment as agreed."""
    desk, assessment_id = scene.desk, scene.assessment_id
    scene.past.set(plan.agreed_day, 11)
    lead = scene.agencies[area.plan_lead_agency]
    partnerships.set_plan_lead_agency(desk, assessment_id, lead)
    for field in ("plan_lead_role", "review_rhythm"):
        text = written(getattr(area, field))
        partnerships.edit_assessment_text(desk, assessment_id, field, text)
    partnerships.set_next_review(desk, assessment_id, scene.day(plan.reviews[0]))
    partnerships.set_assess_again(desk, assessment_id, scene.day(plan.assess_again))
    actions.agree_assessment(desk, assessment_id)


def let_time_pass(scene: Scene, plan: ToldPlan, action_ids: list[str]) -> None:
    """Everything that became of the actions in the order of its days, up to the last review."""
    told = [
        (happening.day, action_id, happening)
        for action_id, action in zip(action_ids, plan.actions, strict=True)
        for happening in action.course
    ]
    for day, action_id, happening in sorted(told, key=lambda one: one[0]):
        if day < plan.reviews[-1]:
            scene.past.set(day, 10)
            happen(scene, action_id, happening)


def happen(scene: Scene, action_id: str, told: Happening) -> None:
    """One thing that became of an action, on the day to which the clock is set."""
    desk = scene.desk
    match told.what:
        case Deed.AGREED:
            actions.agree(desk, action_id, told.by)
        case Deed.DECLINED:
            actions.decline(desk, action_id, told.words, told.by)
        case Deed.NOTE:
            actions.add_note(desk, action_id, told.words, report=told.report, said_by=told.by)
        case Deed.MOVED:
            before = actions.action(desk, action_id).dates()
            moved = before.model_copy(update={"due_on": scene.day(told.due)})
            actions.set_dates(desk, action_id, moved, why=told.moved_for)
            move = actions.action(desk, action_id).moves[-1]
            actions.edit_move_words(desk, move.id, written(told.words))
        case Deed.COMPLETED:
            actions.complete(desk, action_id, shown_by=told.words)
        case Deed.STOPPED:
            actions.stop(desk, action_id, told.words, told.by)
        case Deed.IMPACT if told.impact:
            actions.edit_text(desk, action_id, "effect_draft", written(told.words))
            actions.say_impact(desk, action_id, told.impact, ask_on=scene.day(told.due))
