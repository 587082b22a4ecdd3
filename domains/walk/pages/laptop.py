"""Pass the laptop: the lead chooses a PIN, then agencies give their views on it, one by one.

What is seen from then on, until the PIN, is the page `passed`.
"""

from functools import partial

from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.rules.record import Part, is_open, settled_words
from assessment.ui.context import PageContext
from assessment.ui.html import fill, joined, show
from assessment.ui.page import head, heading
from domains.walk.panels.pin import choose_pin
from domains.walk.service.turns import turns


LEAD = (
    "In private and in turn, on this laptop. Until you type your PIN it shows nothing but the form "
    "of the agency whose turn it is, in every tab and at every address."
)
NOBODY = "No agency is asked anything yet. Add those that take part on the page Prepare."


def render(ctx: PageContext) -> None:
    """Before it begins: the order of turns, and the PIN that brings the lead's screens back."""
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    order = turns(ctx.desk, one.id)
    head(partnerships.area_and_title(ctx.desk, one), "Pass the laptop", LEAD)
    heading("The order of turns")
    if not order:
        show(fill("<p>{}</p>", NOBODY))
        return
    items = joined(
        fill("<li>{}. {}</li>", place, agency.name) for place, agency in enumerate(order, 1)
    )
    show(
        "<p>Lived experience and providers come first, and each agency has one turn. While it goes "
        "round, only your PIN lets another agency go before its turn.</p>",
        fill("<ol>{}</ol>", items),
    )
    heading("Your PIN")
    if not is_open(Part.VIEWS, one.status):
        show(fill("<p>{}</p>", settled_words(Part.VIEWS, one.status)))
        return
    choose_pin(partial(invitations.pass_laptop, ctx.desk, one.id))
