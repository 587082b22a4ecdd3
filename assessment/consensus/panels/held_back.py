"""The prisons that an agreed rating is about, or that hold it back."""

from collections.abc import Mapping
from functools import partial

from assessment.access.wording import listed
from assessment.bank.model import Statement
from assessment.consensus import service
from assessment.consensus.model import AgreedRating
from assessment.ui.context import PageContext
from assessment.ui.fields import choose_many
from assessment.ui.html import fill, show


def prisons_panel(
    ctx: PageContext,
    statement: Statement,
    rating: AgreedRating | None,
    prisons: Mapping[str, str],
    live: bool,
) -> None:
    """ "That is true for one prison and not for the other": one click on the prison."""
    if not prisons:
        return
    if not live:
        _named(rating, prisons)
        return
    choose_many(
        "Prisons that hold this one back",
        list(prisons),
        key=f"prisons_{statement.id}_{ctx.assessment_id[:8]}",
        stored=rating.prisons if rating else (),
        words=prisons.__getitem__,
        on_pick=partial(service.set_prisons, ctx.desk, ctx.assessment_id, statement.id),
    )


def _named(rating: AgreedRating | None, prisons: Mapping[str, str]) -> None:
    """The same to be read, once the ratings stand."""
    names = [prisons[one] for one in (rating.prisons if rating else ()) if one in prisons]
    words = f"{listed(names)}." if names else "None was named."
    show(fill("<h2>Prisons that hold this one back</h2><p>{}</p>", words))
