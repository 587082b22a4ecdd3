"""A plan whose workbook left, and what owners do to it in a spreadsheet program."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from action_plans.actions import service as actions
from action_plans.actions.model import Action, Dates, MoveReason, Reported
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.privacy.audience import Audience
from exports.downloads.model import Format
from exports.downloads.service import make_file
from exports.returns import service
from exports.returns.model import Applied, Choices, Preview, RawPlan
from tests.desk import begin_area


PLAN = "Action plan"
DUE, LATER, REVIEW = date(2027, 3, 1), date(2027, 6, 30), date(2027, 1, 15)
WHATS = ("Agree who issues a bridging prescription", "Give visiting staff a pass", "Ask ten people")
Edit = Callable[[openpyxl.Workbook], object]


@dataclass(frozen=True)
class Scene:
    """The lead's desk, an assessment, an agency, and three actions: No. 3 has no date."""

    desk: Desk
    partnership_id: str
    assessment_id: str
    agency: str

    def leaves(self, audience: Audience = Audience.BOARD) -> bytes:
        """The workbook as it is sent out."""
        wanted = (self.assessment_id, Format.WORKBOOK, audience)
        return make_file(self.desk, *wanted, deliberate=audience is Audience.OWN).data

    def returned(self, cells: Mapping[tuple[int, str], object]) -> bytes:
        """The workbook with these cells filled in, by action number and heading."""
        return filled(self.leaves(), cells)

    def preview(self, data: bytes) -> Preview:
        """What applying a file would do."""
        return service.preview_plan(self.desk, self.assessment_id, read(data))

    def apply(self, data: bytes, choices: Choices | None = None) -> Applied:
        """Apply a file after looking at it."""
        return service.apply_plan(
            self.desk,
            self.assessment_id,
            read(data),
            seen=self.preview(data),
            choices=choices or Choices(),
        )

    def action(self, number: int) -> Action:
        """An action as it stands."""
        every = actions.actions_of(self.desk, self.partnership_id)
        return next(one for one in every if one.number == number)

    def report(self, number: int, report: Reported) -> None:
        """Somebody reports on an action here."""
        actions.add_note(self.desk, self.action(number).id, report=report)

    def due(self, number: int, due_on: date | None) -> None:
        """Somebody moves a date here."""
        one = self.action(number)
        dates = one.dates().model_copy(update={"due_on": due_on})
        actions.set_dates(self.desk, one.id, dates, why=MoveReason.OTHER)


def scene(desk: Desk) -> Scene:
    """An area with three actions; the first has every date."""
    area = begin_area(desk)
    agency = partnerships.add_agency(desk, area.partnership_id, "Inside Health, Aldermoor", ["PTP"])
    ids = [
        actions.raise_action(desk, area.assessment_id, ["P03"], what, due_on=due)
        for what, due in zip(WHATS, (DUE, DUE, None), strict=True)
    ]
    actions.set_dates(desk, ids[0], Dates(due_on=DUE, review_on=REVIEW))
    return Scene(desk, area.partnership_id, area.assessment_id, agency)


def read(data: bytes, name: str = "plan.xlsx") -> RawPlan:
    """A file as its cells."""
    return service.read_plan(data, name)


def changed(data: bytes, change: Edit) -> bytes:
    """The workbook after a change made in another program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(data: bytes, cells: Mapping[tuple[int, str], object]) -> bytes:
    """The plan with values in these cells."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book[PLAN]
        for (number, heading), value in cells.items():
            sheet.cell(row_of(sheet, number), column_of(sheet, heading), value)

    return changed(data, fill)


def added(data: bytes, *rows: Mapping[str, object]) -> bytes:
    """The plan with rows of somebody's own under it, by heading."""

    def add(book: openpyxl.Workbook) -> None:
        sheet = book[PLAN]
        first = max(at for at in range(1, sheet.max_row + 1) if sheet.cell(at, 1).value) + 1
        for at, row in enumerate(rows, first):
            for heading, value in row.items():
                sheet.cell(at, column_of(sheet, heading), value)

    return changed(data, add)


def row_of(sheet: Worksheet, number: int) -> int:
    """Where an action's row is."""
    for at in range(2, sheet.max_row + 1):
        if sheet.cell(at, column_of(sheet, "No.")).value == number:
            return at
    raise AssertionError(f"no row for {number}")


def column_of(sheet: Worksheet, heading: str) -> int:
    """Where a column is."""
    for at in range(1, sheet.max_column + 1):
        if sheet.cell(1, at).value == heading:
            return at
    raise AssertionError(f"no column {heading}")
