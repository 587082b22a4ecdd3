"""The sheets after the summary."""

from collections.abc import Sequence
from typing import TypeVar

from assessment.documents.writing import Workbook
from exports.report.model import ActionLine, DifferentViewLine, Report, StatementLine, ViewLine
from exports.report.paper.build import EVIDENCE_NOTE, KEY_NOTE, ON_TIME_NOTE
from exports.report.paper.front import scope_of
from exports.workbook import columns
from exports.workbook.columns import Column
from exports.workbook.heights import fit
from exports.workbook.listing import add_listing, fill, held
from exports.workbook.money import add_money
from exports.workbook.plan import add_plan
from exports.workbook.readme import add_read_me


Seen = TypeVar("Seen", ViewLine, DifferentViewLine)


def add_sheets(book: Workbook, report: Report) -> None:
    """Every sheet after the summary, in reading order."""
    add_plan(book, report)
    add_money(book, report)
    if report.holds(ActionLine, "progress"):
        add_course(book, report)
    if report.holds(Report, "on_time"):
        add_on_time(book, report)
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
    if report.reviews:
        add_reviews(book, report)
    add_who_took_part(book, report)
    add_wordings(book, report)
    add_listing(book, report, "Sources", columns.SOURCES, report.sources, "No source is cited.")
    add_read_me(book, report)


def add_course(book: Workbook, report: Report) -> None:
    """What was reported of the actions, and which due dates were moved and why."""
    notes = [(action, note) for action in report.actions for note in action.progress]
    add_listing(book, report, "Progress notes", columns.NOTES, notes, "No progress note yet.")
    moves = [(action, move) for action in report.actions for move in action.moves]
    add_listing(book, report, "Moved dates", columns.MOVES, moves, "No due date was moved.")


def add_on_time(book: Workbook, report: Report) -> None:
    """What was done by the date first set, by agency and in alphabetical order."""
    shown, nothing = columns.ON_TIME, "The plan holds no action yet."
    sheet = add_listing(book, report, "Done on time", shown, report.on_time, nothing)
    row = len(report.on_time) + 2
    sheet.put(row, 0, ON_TIME_NOTE, "muted")
    fit(sheet, row, ((ON_TIME_NOTE, shown[0].width),))


def add_statements(book: Workbook, report: Report) -> None:
    """Agreed ratings, filled from the light ramp."""
    lines = report.statements()
    sheet = add_listing(
        book,
        report,
        "Statements",
        columns.statement_columns(report),
        lines,
        "No statement is in scope.",
        a3=True,
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


def add_reviews(book: Workbook, report: Report) -> None:
    """Reviews by other areas in numbers, the moderated ratings, and what was said in words."""
    nothing = "No review by another area is in this copy."
    name = "Review by another area"
    sheet = add_listing(book, report, name, columns.REVIEWS, report.reviews, nothing)
    row = len(report.reviews) + 3
    sheet.put(row, 0, "Moderated ratings", "section")
    set_anew = [(line, one) for line in report.statements() for one in line.moderated]
    if set_anew:
        fill(sheet, row + 1, held(report, columns.MODERATED), set_anew)
        for number, (line, one) in enumerate(set_anew, row + 2):
            own = columns.level_style(line.rating, provisional=line.provisional)
            sheet.put(number, 1, columns.standing_words(line), own)
            after = columns.level_style(one.rating, provisional=False)
            sheet.put(number, 2, columns.moderated_words(one), after)
    else:
        sheet.put(row + 1, 0, "No rating was set anew after a review.", "plain")
    if report.holds(StatementLine, "reviewed"):
        said = [(line, one) for line in report.statements() for one in line.reviewed]
        nothing = "No peer reviewer has said anything of a statement."
        add_listing(book, report, "What peer reviewers said", columns.REVIEWED, said, nothing)


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
        fill(sheet, row + 1, held(report, columns.MEETINGS), report.meetings)
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
