"""One fictional area with a finished assessment and a plan under way: loaded, and removed again."""

from collections.abc import Callable
from dataclasses import replace

from assessment.access.desk import Desk
from assessment.access.errors import NotFound
from assessment.partnership import service as partnerships
from assessment.partnership.permissions import check_user_can_prepare
from assessment.store.bulk import remove_partnership
from exports.demo import content
from exports.demo.model import Session
from exports.demo.service.meeting import agree_on, attach, hear_late_views
from exports.demo.service.past import in_the_past
from exports.demo.service.peer_reviewing import be_reviewed
from exports.demo.service.planning import agree, give_reasons, let_time_pass, raise_action
from exports.demo.service.preparing import open_session, prepare
from exports.demo.service.reviewing import hold_review
from exports.demo.service.scene import Scene
from exports.demo.service.viewing import gather, hear_afterwards


# The one id that is not random: by it the area is known again, whatever it is called by then.
DEMO_ID = "dec0a12e-0000-4000-8000-a1de12300e55"


def load_demo(desk: Desk) -> str:
    """Load the fictional area, whole or not at all; gives its assessment's id.

    Where it is loaded already, that one is kept as it stands. Days count back from today.

    Raises:
        Refused: not the lead.
    """
    check_user_can_prepare(desk.actor)
    with in_the_past(replace(desk, new_id=_first(DEMO_ID, desk.new_id))) as (then, past):
        if _is_here(then):
            known = partnerships.assessments(then, DEMO_ID)
            if known:
                return known[0].id
            # Its assessments were removed for good, and the area was left.
            _remove(replace(then, new_id=desk.new_id))
        return _told(prepare(then, past))


def remove_demo(desk: Desk) -> bool:
    """Remove the fictional area for good, with all that was changed in it; whether it was there.

    The statements stay: they belong to the installation.

    Raises:
        Refused: not the lead.
    """
    check_user_can_prepare(desk.actor)
    if not _is_here(desk):
        return False
    _remove(desk)
    return True


def _is_here(desk: Desk) -> bool:
    try:
        partnerships.partnership(desk, DEMO_ID)
    except NotFound:
        return False
    return True


def _remove(desk: Desk) -> None:
    event = desk.event(
        "demo.removed", subject_table="partnership", subject_id=DEMO_ID, partnership_id=None
    )
    with desk.store.writing() as tx:
        remove_partnership(tx, DEMO_ID, event)


def _told(scene: Scene) -> str:
    area, plan = content.area(), content.plan()
    gather(scene)
    for session in area.sessions:
        open_session(scene, session)
        _hold(scene, session)
    raised = [raise_action(scene, action) for action in plan.actions]
    give_reasons(scene, plan)
    hear_late_views(scene, content.ratings())
    hear_afterwards(scene)
    agree(scene, area, plan)
    let_time_pass(scene, plan, raised)
    hold_review(scene, plan, raised)
    be_reviewed(scene, content.review())
    return scene.assessment_id


def _hold(scene: Scene, session: Session) -> None:
    """Go through the session's domains, then put in what shows it."""
    for rating in content.ratings():
        if rating.statement.startswith(session.domains):
            agree_on(scene, rating)
    for item in content.evidence():
        if item.statements[0].startswith(session.domains):
            attach(scene, item)


def _first(one: str, then: Callable[[], str]) -> Callable[[], str]:
    """A source of ids that gives `one` first."""
    given = iter([one])
    return lambda: next(given, "") or then()
