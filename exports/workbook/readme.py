"""The last sheet that is seen: what the workbook is, and what can be done with it."""

from assessment.access.wording import listed, long_date, moment
from assessment.documents.writing import Workbook
from assessment.privacy.audience import left_out_words
from exports.report.made import CANNOT_LOAD_BACK
from exports.report.model import Report
from exports.report.paper.build import KEY_NOTE
from exports.report.paper.front import scope_of
from exports.workbook.heights import fit
from exports.workbook.page import set_page
from exports.workbook.plan import plan_columns, printed
from exports.workbook.returning import comes_back


COMES_BACK = (
    "Owners fill in the yellow cells of the action plan and send the file back to the lead. The "
    "page “A plan that came back” shows what would change before anything does, and takes nothing "
    "else from the file."
)
HOW = (
    "In the yellow cells: choose how the action goes under Reported, write what happened under New "
    "progress note, change Due or Review where a date moves, and choose why it moves. Leave as it "
    "is what did not change. A line of your own under the last one, without a number, proposes an "
    "action. Keep the headings and the numbers; sort and filter as you like."
)


def loading_back(report: Report) -> str:
    """Whether the file comes back, and what of it."""
    return COMES_BACK if comes_back(report) else CANNOT_LOAD_BACK


def add_read_me(book: Workbook, report: Report) -> None:
    """What the workbook is, whose words it holds, and what can be done with it."""
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
        ("Days overdue", _overdue()),
        ("Printing", _printing(report)),
        *_coming_back(report),
    )


def _overdue() -> str:
    return (
        "Days overdue in the action plan, and how many actions are overdue on the summary, are "
        "worked out whenever the file is opened. They are the only formulas in it; everything else "
        "is as it was when the file was made."
    )


def _printing(report: Report) -> str:
    shown = plan_columns(report)
    last = shown[printed(shown) - 1].heading
    return (
        f"The action plan prints on A3, from its first column to {last}. The columns after that "
        "are for the screen; the PDF has all of it."
    )


def _coming_back(report: Report) -> tuple[tuple[str, str], ...]:
    if comes_back(report):
        return (("Sending it back", COMES_BACK), ("How owners fill it in", HOW))
    return (
        ("Changing it", "Filter and sort as you like. What you change here stays in this file."),
        ("Loading back", CANNOT_LOAD_BACK),
    )
