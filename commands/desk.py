"""Where a command works: the data that is here, and the area and assessment that are meant."""

import typer

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.access.opening import open_desk
from assessment.access.wording import month_year
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment, Partnership


def desk_of(ctx: typer.Context) -> Desk:
    """The desk at which a command works; its store is let go of when the command ends."""
    desk = open_desk()
    ctx.call_on_close(desk.store.close)
    return desk


def area_named(desk: Desk, name: str) -> Partnership:
    """The area of that name, or the only one. Raises BadInput when there is none, or several."""
    present = partnerships.partnerships(desk)
    found = [one for one in present if not name or one.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if not present:
        raise BadInput("There is no area yet. Begin one in the app, or run: throughcare demo")
    several = "There are several areas. Choose one with --area."
    why = several if found else "There is no area of that name. These are here."
    raise BadInput(why, [one.name for one in present])


def assessment_of(desk: Desk, partnership: Partnership, month: str) -> Assessment:
    """The area's assessment of a month, or its newest. Raises BadInput when there is none."""
    present = partnerships.assessments(desk, partnership.id)
    for one in present:
        if month.casefold() in ("", f"{one.month:%Y-%m}", month_year(one.month).casefold()):
            return one
    months = [f"{one.month:%Y-%m}: {one.title}" for one in present]
    raise BadInput(f"{partnership.name} has no assessment of that month. These are here.", months)
