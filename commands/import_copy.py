"""`throughcare import`: a complete copy that another Throughcare made."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.access.errors import BadInput
from assessment.access.wording import listed, moment
from commands.desk import desk_of
from commands.files import contents
from commands.options import Yes
from commands.terminal import ask, say, working
from exports.copies import service as copies
from exports.copies.model import CopyPreview


def import_copy(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A complete copy, with the ending .json.")
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in place of the same area kept here.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Say what a complete copy holds, then load it."""
    data = contents(file)
    desk = desk_of(ctx)
    with working("Reading the complete copy"):
        preview = copies.read_copy(desk, data)
    describe(preview)
    check_wanted(preview, replace=replace, yes=yes)
    with working("Loading the complete copy"):
        loaded = copies.load_copy(desk, data, replace=replace, confirmed=True)
    say(f"{loaded.area} is loaded: {loaded.rows:,} rows.")
    if loaded.rescue:
        say(f"What was here before is saved in {loaded.rescue}")


def describe(preview: CopyPreview) -> None:
    """What the copy would bring."""
    say(
        f"{preview.area}, made on {moment(preview.made_at)} by Throughcare {preview.made_by}.",
        f"Assessments: {listed(preview.assessments) or 'none'}.",
        f"It holds {listed(preview.counts)}.",
    )
    if preview.findings:
        say("It may identify people:", *preview.findings)


def check_wanted(preview: CopyPreview, *, replace: bool, yes: bool) -> None:
    """Ask before anything is written. `--yes` does not answer for what may identify a person."""
    if preview.replaces and not replace:
        raise BadInput(
            f"{preview.area} is kept here already. Nothing was changed. To put this copy in its "
            "place, add --replace; what is here now is saved first."
        )
    if preview.findings:
        ask("Nothing in it identifies a person, or it is kept on purpose: load it?")
    elif not yes:
        ask("Load it?")
