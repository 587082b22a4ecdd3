"""`throughcare export`: a report in a format, or the complete copy."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.partnership.model import Partnership
from assessment.privacy.audience import COMES_BACK, COPY_FOR, Audience, left_out, left_out_words
from commands.desk import area_named, assessment_of, desk_of
from commands.files import check_folder, save
from commands.options import Area, Month, Yes
from commands.terminal import say, working
from exports.copies import service as copies
from exports.downloads import service as downloads
from exports.downloads.model import Format
from exports.report.made import CANNOT_LOAD_BACK, Made


PLAN_COMES_BACK = (
    "This file cannot be loaded back whole; the complete copy can. What owners fill into its "
    "action plan is read back with: throughcare plan return FILE"
)


class ExportFormat(StrEnum):
    """What `export` can make: the report in a format, or the complete copy."""

    PDF = "pdf"
    XLSX = "xlsx"
    HTML = "html"
    JSON = "json"
    COPY = "copy"


Wanted = Annotated[
    ExportFormat,
    typer.Option(
        "--format", help="A report as one of the first four, or copy for the complete copy."
    ),
]
For = Annotated[
    Audience,
    typer.Option("--for", help="Whom the report is for; it leaves out what is not for them."),
]
Deliberate = Annotated[
    bool,
    typer.Option(
        "--not-for-circulation",
        help="Say that our own copy, with first views and different views, is meant.",
    ),
]
To = Annotated[
    Path,
    typer.Option(metavar="FOLDER", help="Where to put it; here when left out.", show_default=False),
]


def export(
    ctx: typer.Context,
    area: Area = "",
    assessment: Month = "",
    wanted: Wanted = ExportFormat.PDF,
    audience: For = Audience.BOARD,
    deliberate: Deliberate = False,
    to: To = Path(),
    yes: Yes = False,
) -> None:
    """Write a report, or the complete copy.

    The complete copy holds everything of the area, and another Throughcare can load it.
    """
    check_folder(to)
    desk = desk_of(ctx)
    partnership = area_named(desk, area)
    if wanted is ExportFormat.COPY:
        check_no_audience(audience)
        made = copy_of(desk, partnership, assessment)
    else:
        one = assessment_of(desk, partnership, assessment)
        with working("Making the report"):
            made = downloads.make_file(
                desk, one.id, Format(wanted.value), audience, deliberate=deliberate
            )
    say(f"Written: {save(made, to, yes)}", *made.notes)
    if wanted is not ExportFormat.COPY:
        say(f"{COPY_FOR[audience]}. {left_out_words(left_out(audience))}")
        say(loading_back(wanted, audience))


def loading_back(wanted: ExportFormat, audience: Audience) -> str:
    """Whether what was written can be loaded back, and what of it."""
    if wanted is ExportFormat.XLSX and audience in COMES_BACK.given_to:
        return PLAN_COMES_BACK
    return CANNOT_LOAD_BACK


def check_no_audience(audience: Audience) -> None:
    """Raises BadInput where a complete copy is asked for an audience: it holds everything."""
    if audience is not Audience.BOARD:
        raise BadInput("A complete copy holds everything, whoever it is for. Leave out --for.")


def copy_of(desk: Desk, partnership: Partnership, month: str) -> Made:
    """The complete copy. Raises BadInput when one assessment is asked for: it holds them all."""
    if month:
        raise BadInput(
            "A complete copy holds every assessment of the area. Leave out --assessment."
        )
    with working("Making the complete copy"):
        return copies.take_copy(desk, partnership.id)
