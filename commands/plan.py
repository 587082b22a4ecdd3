"""`throughcare plan`: the action plan."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.access.errors import BadInput
from commands.desk import area_named, assessment_of, desk_of
from commands.files import contents
from commands.options import Area, Month
from commands.terminal import say
from exports.returns import service as returns
from exports.returns.model import Choices
from exports.returns.rules.telling import lines_of, told_words


def plan_return(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook that came back.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Apply the changes that are listed, and no other.")
    ] = False,
    sent_by: Annotated[
        str, typer.Option("--by", metavar="WHO", help="A role or an agency: who filled it in.")
    ] = "",
    area: Area = "",
    assessment: Month = "",
) -> None:
    """Read a plan that owners filled in.

    Says what it would change; with --apply, changes that.
    """
    raw = returns.read_plan(contents(file), file.name)
    desk = desk_of(ctx)
    one = assessment_of(desk, area_named(desk, area), assessment)
    preview = returns.preview_plan(desk, one.id, raw)
    if preview.refused:
        raise BadInput(preview.refused, preview.problems)
    say(*lines_of(preview))
    if not apply or not preview.plain:
        say("Add --apply to apply the changes." if preview.plain else "There is nothing to apply.")
        return
    done = returns.apply_plan(desk, one.id, raw, seen=preview, choices=Choices(sent_by=sent_by))
    say(told_words(done, raw.file_name))
