"""An agency that the guidance does not suggest, or a second one of a kind."""

from functools import partial

from assessment.bank.model import Bank
from assessment.partnership import service
from assessment.partnership.model import Kept
from assessment.partnership.panels.naming import name_line
from assessment.ui.context import PageContext
from assessment.ui.fields import choose_many
from assessment.ui.html import show


def other_agency(ctx: PageContext, bank: Bank, live: bool) -> None:
    """Its kinds and its name; it joins the list when both are given."""
    show("<h3>Another agency</h3>")
    names = {kind.code: kind.short for kind in bank.agency_types}
    being = service.being_named(ctx.desk, ctx.partnership_id, Kept.AGENCY)
    choose_many(
        "What kind of agency it is: one or several",
        list(names),
        key="new_agency_kinds",
        stored=being.types,
        words=names.__getitem__,
        on_pick=partial(service.pick_types, ctx.desk, ctx.partnership_id),
        disabled=not live,
    )
    name_line(ctx, Kept.AGENCY, "Its short name for the room", "Add agency", live=live)
