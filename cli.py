"""The command line's door: `throughcare`. Nothing imports it.

It works on the same data as the app and may be used while the app is running. What it cannot do
it says in plain words and with exit code 1; a traceback means a bug.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, UserError
from assessment.access.opening import data_note, open_desk
from assessment.access.texts import tidy
from assessment.access.wording import listed, moment, month_year
from assessment.bank import service as bank_service
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import Assessment, Partnership
from assessment.privacy.audience import COPY_FOR, Audience, left_out, left_out_words
from assessment.store.schema import revision_of
from exports.copies import service as copies
from exports.copies.model import SIZE_LIMIT, CopyPreview
from exports.demo.service import load_demo, remove_demo
from exports.downloads import service as downloads
from exports.downloads.model import Format
from exports.report.made import CANNOT_LOAD_BACK, Made
from exports.returns import service as returns
from exports.returns.model import Choices
from exports.returns.rules.telling import lines_of, told_words


class Commands(typer.core.TyperGroup):
    """Commands that end with the words of a UserError instead of a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            say(error.message, *getattr(error, "problems", ()), wrong=True)
            raise typer.Exit(1) from error


class ExportFormat(StrEnum):
    """What `export` can make: the report in a format, or the complete copy."""

    PDF = "pdf"
    XLSX = "xlsx"
    HTML = "html"
    JSON = "json"
    COPY = "copy"


# Locals may hold what people wrote, so a traceback never shows them.
app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
bank = typer.Typer(no_args_is_help=True, help="The statements that partnerships rate.")
app.add_typer(bank, name="bank")

plan = typer.Typer(no_args_is_help=True, help="The action plan.")
app.add_typer(plan, name="plan")

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Answer yes to what would be asked.")]


def say(*lines: str, wrong: bool = False) -> None:
    """Print lines as they are. Control characters in what people wrote never reach a terminal."""
    for line in lines:
        typer.echo(tidy(line), err=wrong)


@contextmanager
def working(words: str) -> Iterator[None]:
    """Show that something is being done; shows nothing where no one is watching."""
    with Console(stderr=True).status(words):
        yield


def say_version(wanted: bool) -> None:
    """Say which version this is, and stop."""
    if wanted:
        try:
            say(f"Throughcare {version('throughcare')}")
        except PackageNotFoundError:
            say("Throughcare, run from its source")
        raise typer.Exit


@app.callback()
def root(
    version_wanted: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which version this is.", is_eager=True, callback=say_version
        ),
    ] = False,
) -> None:
    """Throughcare: how prison and community agencies look at continuity of care together."""


@app.command()
def demo(
    ctx: typer.Context,
    remove: Annotated[bool, typer.Option("--remove", help="Remove it again, for good.")] = False,
) -> None:
    """Load a fictional area with a finished assessment and a plan, to look around in."""
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


@bank.command()
def check(
    file: Annotated[Path, typer.Argument(help="A YAML file or an Excel workbook.")],
) -> None:
    """Say what a file of statements holds, what is missing and what is wrong in it."""
    report = bank_service.check_file(file)
    say(*report.lines, *report.problems, wrong=not report.usable)
    if not report.usable:
        raise typer.Exit(1)
    say(f"{report.file_name} can be loaded.")


@app.command()
def export(
    ctx: typer.Context,
    area: Annotated[str, typer.Option(help="The area's name, where there are several.")] = "",
    assessment: Annotated[
        str, typer.Option(metavar="MONTH", help="Such as 2026-11; the newest when left out.")
    ] = "",
    wanted: Annotated[
        ExportFormat,
        typer.Option(
            "--format", help="A report (pdf, xlsx, html, json), or copy for the complete copy."
        ),
    ] = ExportFormat.PDF,
    audience: Annotated[
        Audience,
        typer.Option("--for", help="Whom the report is for; it leaves out what is not for them."),
    ] = Audience.BOARD,
    deliberate: Annotated[
        bool,
        typer.Option(
            "--not-for-circulation",
            help="Say that our own copy, with first views and different views, is meant.",
        ),
    ] = False,
    to: Annotated[Path, typer.Option(metavar="FOLDER", help="Where to put it.")] = Path(),
    yes: Yes = False,
) -> None:
    """Write a report, or the complete copy that another Throughcare can load."""
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
        say(f"{COPY_FOR[audience]}. {left_out_words(left_out(audience))}", CANNOT_LOAD_BACK)


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


@app.command("import")
def import_copy(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="A complete copy, with the ending .json.")],
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


@plan.command("return")
def plan_return(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The workbook that came back.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Apply the changes that are listed, and no other.")
    ] = False,
    sent_by: Annotated[
        str, typer.Option("--by", metavar="WHO", help="A role or an agency: who filled it in.")
    ] = "",
    area: Annotated[str, typer.Option(help="The area’s name, where there are several.")] = "",
    assessment: Annotated[
        str, typer.Option(metavar="MONTH", help="Such as 2026-11; the newest when left out.")
    ] = "",
) -> None:
    """Say what a plan that came back would change; with --apply, change that."""
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


@app.command()
def where(ctx: typer.Context) -> None:
    """Say where the data is."""
    store = desk_of(ctx).store
    say(data_note(store), f"Database: {store.file or store.kind}", f"Schema: {revision_of(store)}")


@app.command()
def unlock(ctx: typer.Context) -> None:
    """Give the app back to the lead who passed the laptop around and forgot the PIN."""
    if invitations.unlock(desk_of(ctx)):
        say("The app is the lead’s again. What agencies answered in their turns is kept.")
    else:
        say("The laptop is not being passed around, so there is nothing to unlock.")


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


def contents(file: Path) -> bytes:
    """The file, or enough of it to see that it is too long. Raises BadInput."""
    try:
        with file.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise BadInput(f"{file} cannot be opened: {error.strerror}.") from error


def check_folder(folder: Path) -> None:
    """Raises BadInput unless it is a folder, before anything is made."""
    if not folder.is_dir():
        raise BadInput(
            f"{folder} is not a folder. Nothing was made. Make it first, or name another."
        )


def save(made: Made, folder: Path, yes: bool) -> Path:
    """Write the file whole or not at all, asking before one is replaced; gives its path."""
    path = folder / made.file_name
    if path.exists() and not yes:
        ask(f"{path} is there already. Replace it?", "No file was written.")
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(made.data)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise BadInput(f"{path} cannot be written: {error.strerror}.") from error
    return path


def ask(question: str, otherwise: str = "Nothing was changed.") -> None:
    """Ask; when the answer is no, say how things stand and stop with exit code 1."""
    if not typer.confirm(tidy(question)):
        say(otherwise, wrong=True)
        raise typer.Exit(1)


def main() -> None:
    """Run the command line. Letters that a terminal lacks are shown as ?."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    app(prog_name="throughcare")


if __name__ == "__main__":
    main()
