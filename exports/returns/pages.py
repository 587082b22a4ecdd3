"""A plan that came back: what its owners changed in the workbook, and applying just that."""

from assessment.access.errors import UserError
from assessment.partnership import service as partnerships
from assessment.ui.context import PageContext
from assessment.ui.html import show
from assessment.ui.messages import message
from assessment.ui.page import head
from exports.returns.panels.files import files
from exports.returns.permissions import check_user_can_bring_back


HOW = (
    "<p>Owners fill in the sheet Action plan of the Excel workbook for the board or for the "
    "partnership itself: Reported, Due, Review, New progress note, Why the date moves. They may "
    "sort, filter and move columns, and add rows without a number. Every other column is left as "
    "it is here. You see what would change before anything does.</p>"
)


def render(ctx: PageContext) -> None:
    """The files that came back, each with what it would change."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    head(
        partnerships.area_and_title(ctx.desk, one),
        "A plan that came back",
        "For owners who write their progress into the workbook and send it back.",
    )
    try:
        check_user_can_bring_back(ctx.desk.actor)
    except UserError as error:
        show(message(error))
        return
    show(HOW)
    files(ctx)
