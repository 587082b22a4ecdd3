"""Makes the workbook: a summary that stands alone, then a sheet for each kind of thing."""

from assessment.access.wording import moment
from assessment.documents.writing import About, Workbook
from exports.report.made import Made, name_of
from exports.report.model import Report
from exports.report.paper.front import title_of
from exports.workbook.readme import loading_back
from exports.workbook.returning import add_returning_sheet
from exports.workbook.sheets import add_sheets
from exports.workbook.styles import STYLES
from exports.workbook.summary import add_summary


def make(report: Report) -> Made:
    """The report as an Excel workbook; it opens at its summary."""
    book = Workbook(
        About(
            title=title_of(report),
            made_at=report.made_at,
            subject=f"Self-assessment and action plan, made on {moment(report.made_at)}",
            marking=report.marking,
            comments=f"{report.wording_notice} {loading_back(report)}",
        ),
        STYLES,
    )
    add_summary(book, report)
    add_sheets(book, report)
    add_returning_sheet(book, report)
    return Made(
        data=book.finished(),
        file_name=name_of(report, "ratings and action plan", "xlsx"),
    )
