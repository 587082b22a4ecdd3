"""`throughcare bank`: the statements that partnerships rate."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.bank import service as bank_service
from commands.terminal import say


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A YAML file or an Excel workbook.")],
) -> None:
    """Check a file of statements.

    Says what it holds, what is missing and what is wrong in it.
    """
    report = bank_service.check_file(file)
    say(*report.lines, *report.problems, wrong=not report.usable)
    if not report.usable:
        raise typer.Exit(1)
    say(f"{report.file_name} can be loaded.")
