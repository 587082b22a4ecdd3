"""The sheets after the summary."""

from collections.abc import Sequence
from typing import TypeVar

from assessment.access.wording import listed, long_date, moment
from assessment.documents.writing import Sheet, Workbook
from assessment.privacy.audience import left_out_words
from exports.report.made import CANNOT_LOAD_BACK
from exports.report.model import ActionLine, DifferentViewLine, Report, StatementLine, ViewLine
from exports.report.paper.build import EVIDENCE_NOTE, KEY_NOTE
from exports.report.paper.front import scope_of
from exports.workbook import columns
from exports.workbook.columns import Column, Row
from exports.workbook.heights import fit
from exports.workbook.page import set_page
from exports.workbook.plan import add_plan, plan_columns, printed


Seen = TypeVar("Seen", ViewLine, DifferentViewLine)


def add_sheets(book: Workbook, report: Report) -> None:
    """Every sheet after the summary, in reading order."""
    add_plan(book, report)
    if report.holds(ActionLine, "progress"):
        notes = [(action, note) for action in report.actions for note in action.progress]
        add_listing(book, report, "Progress notes", columns.NOTES, notes, "No progress note yet.")
    add_statements(book, report)
    add_results(book, report)
    sheet = add_listing(
        book, report, "Evidence", columns.EVIDENCE, report.evidence, "No evidence is recorded yet."
    )
    row = len(report.evidence) + 2
    sheet.put(row, 1, EVIDENCE_NOTE, "muted")
    fit(sheet, row, ((EVIDENCE_NOTE, 40),))
    if report.holds(StatementLine, "views"):
        add_first_views(book, report)
    if report.holds(StatementLine, "different_views"):
        add_different_views(book, report)
    add_who_took_part(book, report)
    add_wordings(book, report)
    add_listing(book, report, "Sources", columns.SOURCES, report.sources, "No source is cited.")
    add_read_me(book, report)


def add_statements(book: Workbook, report: Report) -> None:
    """Agreed ratings, filled from the light ramp."""
    lines = report.statements()
    sheet = add_listing(
        book, report, "Statements", columns.STATEMENTS, lines, "No statement is in scope.", a3=True
    )
    sheet.native.freeze_panes(1, 2)
    for row, line in enumerate(lines, 1):
        style = columns.level_style(line.rating, provisional=line.provisional)
        sheet.put(row, 2, columns.standing_words(line), style)


def add_results(book: Workbook, report: Report) -> None:
    """Counts by domain, what is out of scope, and what a hollow box means."""
    labels = [level.label for level in report.scale]
    counts = [part.count for part in report.domains]
    shown = columns.count_columns(labels)
    sheet = add_listing(book, report, "Results", shown, counts, "No statement is in scope.")
    row = len(counts) + 2
    for line in (f"{scope_of(report)}.", KEY_NOTE):
        sheet.put(row, 0, line, "muted")
        fit(sheet, row, ((line, shown[0].width),))
        row += 1
    row += 1
    sheet.put(row, 0, "Not part of this assessment", "section")
    for line in report.out_of_scope or ("Nothing: every statement is in scope.",):
        row += 1
        sheet.put(row, 0, line, "plain")
        fit(sheet, row, ((line, shown[0].width),))


def add_first_views(book: Workbook, report: Report) -> None:
    """What the room was shown of each agency's own view, later ones included."""
    views = [(line, view) for line in report.statements() for view in line.views]
    nothing = "No statement’s first views were revealed."
    _add_views(book, report, "First views", columns.FIRST_VIEWS, views, nothing)


def add_different_views(book: Workbook, report: Report) -> None:
    """Who sees it differently, in their recorded words."""
    views = [(line, view) for line in report.statements() for view in line.different_views]
    nothing = "No different view is recorded."
    _add_views(book, report, "Different views", columns.VIEWS, views, nothing)


def _add_views(
    book: Workbook,
    report: Report,
    name: str,
    shown: Sequence[Column[tuple[StatementLine, Seen]]],
    views: Sequence[tuple[StatementLine, Seen]],
    nothing: str,
) -> None:
    """Views beside the agreed rating, which is filled as everywhere."""
    sheet = add_listing(book, report, name, shown, views, nothing)
    for row, (line, _) in enumerate(views, 1):
        style = columns.level_style(line.rating, provisional=line.provisional)
        sheet.put(row, 1, columns.standing_words(line), style)


def add_who_took_part(book: Workbook, report: Report) -> None:
    """Agencies by role, and who was at each meeting."""
    sheet = add_listing(
        book, report, "Who took part", columns.AGENCIES, report.agencies, "No agency yet."
    )
    row = len(report.agencies) + 3
    sheet.put(row, 0, "Meetings held", "section")
    if report.meetings:
        _fill(sheet, row + 1, _held(report, columns.MEETINGS), report.meetings)
    else:
        sheet.put(row + 1, 0, "No meeting is recorded yet.", "plain")


def add_wordings(book: Workbook, report: Report) -> None:
    """The statements' own words and levels."""
    labels = [level.label for level in report.scale]
    lines = report.statements()
    sheet = add_listing(
        book,
        report,
        "The statements",
        columns.wording_columns(labels),
        lines,
        "No statement is in scope.",
        a3=True,
    )
    sheet.native.freeze_panes(1, 2)
    row = len(lines) + 2
    sheet.put(row, 2, report.wording_notice, "muted")
    fit(sheet, row, ((report.wording_notice, 44),))


def add_listing(
    book: Workbook,
    report: Report,
    name: str,
    columns_of_it: Sequence[Column[Row]],
    rows: Sequence[Row],
    nothing: str,
    *,
    a3: bool = False,
) -> Sheet:
    """A sheet with one table at its top: heads that stay and repeat, filters, wrapped text."""
    sheet = book.sheet(name)
    shown = _held(report, columns_of_it)
    set_page(sheet, report, a3=a3)
    for index, column in enumerate(shown):
        sheet.native.set_column(index, index, column.width)
    _fill(sheet, 0, shown, rows)
    sheet.native.freeze_panes(1, 0)
    sheet.native.repeat_rows(0)
    if rows:
        sheet.native.autofilter(0, 0, len(rows), len(shown) - 1)
    else:
        sheet.put(1, 0, nothing, "plain")
    return sheet


def _held(report: Report, given: Sequence[Column[Row]]) -> Sequence[Column[Row]]:
    """The columns that this copy may hold."""
    return [column for column in given if column.of is None or report.holds(*column.of)]


def _fill(sheet: Sheet, first: int, shown: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    heads = [column.head for column in shown]
    widths = [column.width for column in shown]
    sheet.row(first, heads, "head")
    fit(sheet, first, zip(heads, (width - 3 for width in widths), strict=True))
    for number, row in enumerate(rows, first + 1):
        values = [column.value(row) for column in shown]
        sheet.row(number, values, "wrap")
        fit(sheet, number, zip(values, widths, strict=True))


def add_read_me(book: Workbook, report: Report) -> None:
    """What the workbook is, whose words it holds, and what cannot be done with it."""
    sheet = book.sheet("Read me")
    sheet.native.set_column(0, 0, 26)
    sheet.native.set_column(1, 1, 90)
    set_page(sheet, report, landscape=False)
    sheet.put(0, 0, "About this workbook", "section")
    for row, (label, text) in enumerate(_about(report), 2):
        sheet.row(row, [label, text], ["strong", "wrap"])
        fit(sheet, row, ((label, 26), (text, 90)))


def _about(report: Report) -> tuple[tuple[str, str], ...]:
    scale = "\n".join(f"{level.label}: {level.words}".rstrip(": ") for level in report.scale)
    return (
        ("Area", report.area),
        ("Authorities", listed(report.authorities)),
        ("Probation region", report.probation_region),
        ("Prisons", listed(report.prisons)),
        ("Assessment", report.title),
        ("Stage", report.stage),
        ("Scope", f"{scope_of(report)}. {report.scope_words}"),
        ("The statements", f"{report.statements_name}, {report.statements_version}"),
        ("Their wording", report.wording_notice),
        ("The scale", scale),
        ("Provisional", KEY_NOTE),
        ("This copy", report.copy_for),
        ("What it leaves out", left_out_words(report.left_out)),
        ("Handling marking", report.marking),
        ("Dates reckoned from", long_date(report.today)),
        ("Made", moment(report.made_at)),
        ("Printing", _printing(report)),
        ("Changing it", "Filter and sort as you like. What you change here stays in this file."),
        ("Loading back", CANNOT_LOAD_BACK),
    )


def _printing(report: Report) -> str:
    shown = plan_columns(report)
    last = shown[printed(shown) - 1].heading
    return (
        f"The action plan prints on A3, from its first column to {last}. The columns after that "
        "are for the screen; the PDF has all of it."
    )
