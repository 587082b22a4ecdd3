"""`throughcare demo`: the fictional area."""

from typing import Annotated

import typer

from assessment.access.wording import month_year
from assessment.partnership import service as partnerships
from commands.desk import desk_of
from commands.terminal import say, working
from exports.demo.service import load_demo, remove_demo


def demo(
    ctx: typer.Context,
    remove: Annotated[bool, typer.Option("--remove", help="Remove it again, for good.")] = False,
) -> None:
    """Load a fictional area to look around in.

    It has a finished assessment and a plan. Loaded again, it is the one that is here already.
    """
    desk = desk_of(ctx)
    if remove:
        with working("Removing the fictional area"):
            gone = remove_demo(desk)
        say("The fictional area is removed." if gone else "There is no fictional area to remove.")
        return
    with working("Loading the fictional area"):
        assessment = partnerships.assessment(desk, load_demo(desk))
    area = partnerships.partnership(desk, assessment.partnership_id)
    say(
        f"{area.name} is loaded: the assessment of {month_year(assessment.month)} and its plan.",
        "No place, person or body in it is real. Remove it with: throughcare demo --remove",
    )
