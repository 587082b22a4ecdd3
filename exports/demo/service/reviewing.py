"""Holds the last review meeting of the fictional area as a lead would: action by action."""

from collections.abc import Sequence

from action_plans.reviews import service as reviews
from action_plans.reviews.model import Turn
from exports.demo.model import Deed, Happening, ToldPlan
from exports.demo.service.planning import happen
from exports.demo.service.scene import Scene, written


def hold_review(scene: Scene, plan: ToldPlan, action_ids: Sequence[str]) -> None:
    """What was said on the day of the last review, in its turns or, of other actions, before it."""
    day = plan.reviews[-1]
    said = {
        action_id: [happening for happening in action.course if happening.day >= day]
        for action_id, action in zip(action_ids, plan.actions, strict=True)
    }
    scene.past.set(day, 10)
    review = _begun(scene, plan)
    turns = reviews.here(scene.desk, review).turns
    walked = {turn.action_id for turn in turns}
    for action_id in said.keys() - walked:
        for happening in said[action_id]:
            happen(scene, action_id, happening)
    for turn in turns:
        reviews.go_to(scene.desk, review, turn.place)
        scene.past.forward(1)
        for happening in said[turn.action_id]:
            _say(scene, turn, happening)
    reviews.go_to(scene.desk, review, len(turns) + 1)
    reviews.end(scene.desk, review)


def _begun(scene: Scene, plan: ToldPlan) -> str:
    review = reviews.begin_review(scene.desk, scene.assessment_id)
    reviews.set_present(scene.desk, review, scene.agencies_of(plan.review_present))
    reviews.set_next(scene.desk, review, scene.day(plan.next_review))
    reviews.set_off(scene.desk, review)
    return review


def _say(scene: Scene, turn: Turn, told: Happening) -> None:
    if told.what is not Deed.NOTE:
        happen(scene, turn.action_id, told)
        return
    if told.words:
        reviews.word(scene.desk, turn.id, written(told.words))
    if told.report:
        reviews.report(scene.desk, turn.id, told.report)
