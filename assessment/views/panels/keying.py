"""The grid by which the lead keys in answers for agencies; it shows none of them."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Literal

from assessment.bank import service as bank_service
from assessment.partnership import service as partnerships
from assessment.partnership.model import Status
from assessment.ui.context import PageContext
from assessment.ui.keypad import Keyed, keypad
from assessment.views import service as views
from assessment.views.model import KeyedView, Way
from assessment.views.permissions import user_can_key
from assessment.views.rules.answers import KEYS, said_words


Pair = tuple[str, str]


def keying_grid(
    ctx: PageContext,
    statements: Sequence[str],
    agencies: Sequence[str],
    *,
    way: Way,
    key: str,
    label: str,
    along: Literal["row", "column"] = "column",
) -> None:
    """Statements down, agencies across, inside a fragment of the page; each key is kept by `way`.

    Cells of a revealed statement stand for a later view, kept beside the first one. Grids of the
    same assessment may share a `key`: what is on its way then goes on from one to the next.
    """
    one = partnerships.assessment(ctx.desk, ctx.assessment_id)
    bank = bank_service.bank_of(ctx.desk, one.bank_id)
    names = partnerships.agency_names(ctx.desk, one.partnership_id)
    keypad(
        [(each, bank.statement(each).title) for each in statements],
        [(each, names[each]) for each in agencies],
        views.asked(ctx.desk, one.id),
        filled(ctx, one.status),
        partial(_keep, ctx, way),
        key=key,
        keys={stroke: said_words(said, bank.labels()) for stroke, said in KEYS.items()},
        label=label,
        along=along,
        disabled=not user_can_key(ctx.desk.actor, one.status),
    )


def filled(ctx: PageContext, status: Status) -> Collection[Pair]:
    """The pairs of statement and agency that have the view which a key would write now."""
    here = views.answered(ctx.desk, ctx.assessment_id)
    if status in {Status.AGREED, Status.CLOSED}:
        return here.later
    revealed = views.reveals_of(ctx.desk, ctx.assessment_id).keys()
    late = {pair for pair in here.later if pair[0] in revealed}
    return late | {pair for pair in here.first if pair[0] not in revealed}


def _keep(ctx: PageContext, way: Way, keyed: Sequence[Keyed]) -> Collection[Pair]:
    batch = (
        KeyedView(one.row, one.column, KEYS[one.key] if one.key else None, one.replace)
        for one in keyed
    )
    return views.key_in(ctx.desk, ctx.assessment_id, batch, way=way)
