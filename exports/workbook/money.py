"""What the open actions cost by who is to pay, where the copy may say so."""

from action_plans.priorities.rules.money import FunderTotal, sentence, sum_of, totals
from assessment.documents.writing import Workbook
from exports.report.model import ActionLine, Report
from exports.workbook.columns import FUNDERS
from exports.workbook.heights import fit
from exports.workbook.listing import add_listing


NAME = "Money"


def add_money(book: Workbook, report: Report) -> None:
    """A row for each funder and one for all together; nothing in a copy without costs."""
    if not report.holds(ActionLine, "cost"):
        return
    by_funder = _totals(report)
    rows = [*by_funder, sum_of(by_funder)] if by_funder else []
    sheet = add_listing(book, report, NAME, FUNDERS, rows, "No money is asked for yet.")
    line = money_sentence(report)
    row = len(rows) + 2
    sheet.put(row, 0, line, "muted")
    fit(sheet, row, ((line, FUNDERS[0].width),))


def money_sentence(report: Report) -> str:
    """What is asked for, how much of it is agreed, and how much nobody has costed."""
    still = [action for action in report.actions if action.open]
    return sentence(sum_of(_totals(report)), still)


def _totals(report: Report) -> tuple[FunderTotal, ...]:
    return totals(action for action in report.actions if action.open)
