"""We see it differently: an agency and its rating in one field; the reason can follow."""

from functools import partial
from typing import NamedTuple

from assessment.consensus.model import STANCE_WORDS, DifferentView, Stance
from assessment.ui.context import PageContext
from assessment.ui.fields import choose
from assessment.ui.html import fill, joined, show
from domains.walk.model import RoomStatement, RoomView
from domains.walk.service.room import differ_in_room


class Differing(NamedTuple):
    """An agency, and what it says instead."""

    agency_id: str
    said: int | Stance


def different_view_field(ctx: PageContext, view: RoomView, here: RoomStatement) -> None:
    """Those that stand, in words, and one list that records another."""
    if here.different:
        lines = joined(fill("<li>{}</li>", _line(view, one)) for one in here.different)
        show(fill('<ul class="steps">{}</ul>', lines))
    taken = {one.agency_id for one in here.different}
    options = [
        Differing(agency, said)
        for agency in view.names
        if agency not in taken and agency not in view.observers
        for said in (*range(4), *STANCE_WORDS)
    ]
    if options:
        choose(
            "Who sees it differently?",
            options,
            key=f"room_differ_{here.id}_{ctx.assessment_id[:8]}_{len(taken)}",
            stored=None,
            words=lambda one: f"{view.names[one.agency_id]}: {_said(view, one.said)}",
            on_pick=partial(_record, ctx, here.id),
            placeholder="Nobody, or an agency and its rating",
        )


def _record(ctx: PageContext, statement_id: str, one: Differing | None) -> None:
    if one is not None:
        differ_in_room(ctx.desk, ctx.assessment_id, statement_id, one.agency_id, one.said)
        ctx.changed()


def _line(view: RoomView, one: DifferentView) -> str:
    name = view.names.get(one.agency_id, "An agency that was put away")
    said = "" if one.said is None else f": {_said(view, one.said)}"
    return f"{name} sees it differently{said}"


def _said(view: RoomView, said: int | Stance) -> str:
    return STANCE_WORDS[said] if isinstance(said, Stance) else view.bank.label(said)
