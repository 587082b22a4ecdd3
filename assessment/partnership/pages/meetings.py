"""When the partnership meets, and who is there: set once for each meeting."""

from assessment.access.wording import counted
from assessment.partnership import service
from assessment.partnership.panels.meeting import meeting_row
from assessment.partnership.panels.new_meeting import new_meeting
from assessment.partnership.permissions import user_can_change
from assessment.partnership.rules.record import Part
from assessment.ui.context import PageContext
from assessment.ui.html import fill, show


ONCE = (
    "Tick who is here once. Every rating made in a meeting copies who was there; later changes do "
    "not touch earlier meetings."
)


def section(ctx: PageContext) -> None:
    """Each meeting with its date and attendance, and a way to add the next."""
    status = service.assessment(ctx.desk, ctx.assessment_id).status
    live = user_can_change(ctx.desk.actor, Part.MEETINGS, status)
    found = service.meetings(ctx.desk, ctx.assessment_id)
    current = service.current_meeting(ctx.desk, ctx.assessment_id)
    plan = service.session_plan(ctx.desk, ctx.assessment_id)
    here = f"{counted(len(found), 'meeting')} set." if found else "No meeting has a date yet."
    show(fill("<h2>Meetings</h2><p>{} {}</p>", here, plan.words))
    if found:
        show(f'<p class="muted">{ONCE}</p>')
    names = {one.id: one.name for one in service.agencies(ctx.desk, ctx.partnership_id)}
    for one in found:
        meeting_row(ctx, one, current is not None and one.id == current.id, names, live)
    new_meeting(ctx, live, first=not found)
