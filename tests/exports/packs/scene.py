"""An area that asks for first views, and packs filled in as a person would with Excel."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from assessment.access.actor import Actor, Role
from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Said, View
from exports.packs import service
from exports.packs.model import FilePreview, Kept, RawPack
from tests.desk import begin_area, seen_by


FIRST_ROW = 3
COLUMNS = ("id", "domain", "statement", "levels", "answer", "reason", "sure", "prisons", "people")
Answers = Mapping[str, object | tuple[object, ...]]


@dataclass(frozen=True)
class Scene:
    """The lead's desk, an assessment of the core statements, and two agencies that are asked."""

    desk: Desk
    partnership_id: str
    assessment_id: str
    treatment: str
    probation: str

    def pack(self, agency_id: str = "") -> bytes:
        """An agency's pack as it leaves; the prison treatment provider's unless said."""
        return service.make_pack(self.desk, self.assessment_id, agency_id or self.treatment).data

    def filled(self, answers: Answers, agency_id: str = "") -> bytes:
        """The pack with answers in it: a value, or answer, reason, sure, prisons, people."""
        return filled(self.pack(agency_id), answers)

    def preview(self, *files: bytes, take: bool = False) -> tuple[FilePreview, ...]:
        """What keeping these files would do."""
        raws = [read(data, f"{number}.xlsx") for number, data in enumerate(files, 1)]
        return service.preview_packs(self.desk, self.assessment_id, raws, [take] * len(raws))

    def keep(self, data: bytes, *, take: bool = False, leave_out: bool = False) -> Kept:
        """Keep one file, after looking at it."""
        (seen,) = self.preview(data, take=take)
        return service.keep_pack(
            self.desk,
            self.assessment_id,
            read(data),
            seen=seen,
            take=take,
            leave_out=leave_out,
        )

    def partner(self, agency_id: str = "") -> Desk:
        """The desk of someone who speaks for an agency."""
        actor = Actor(
            name="A device",
            role=Role.PARTNER,
            assessment_id=self.assessment_id,
            agency_id=agency_id or self.treatment,
        )
        return seen_by(self.desk, actor)

    def views(self, agency_id: str = "") -> dict[str, View]:
        """The agency's views by statement, the later one where there are two."""
        agency = agency_id or self.treatment
        found = views.own_views(self.partner(agency), self.assessment_id, agency)
        return {one.statement_id: one for one in sorted(found, key=lambda v: v.after_reveal)}

    def said(self, agency_id: str = "") -> dict[str, Said]:
        """What the agency's views say."""
        return {statement: one.said for statement, one in self.views(agency_id).items()}


def scene(desk: Desk, *, names_shown: bool = False) -> Scene:
    """First views are asked for; nothing has come yet."""
    area = begin_area(desk)
    treatment = partnerships.add_agency(desk, area.partnership_id, "Inside Health", ["PTP"])
    probation = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    partnerships.add_prison(desk, area.partnership_id, "HMP Stonebrook")
    partnerships.add_prison(desk, area.partnership_id, "HMP/YOI Fenwold")
    views.choose_names_shown(desk, area.assessment_id, names_shown)
    views.ask_for_views(desk, area.assessment_id)
    return Scene(desk, area.partnership_id, area.assessment_id, treatment, probation)


def read(data: bytes, name: str = "pack.xlsx") -> RawPack:
    """A file as its cells."""
    return service.read_pack(data, name)


def changed(data: bytes, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """The workbook after a change made in another program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(data: bytes, answers: Answers) -> bytes:
    """The pack with these answers filled into its rows."""

    def fill(book: openpyxl.Workbook) -> None:
        sheet = book["Your view"]
        for statement, given in answers.items():
            row = row_of(sheet, statement)
            values = given if isinstance(given, tuple) else (given,)
            for column, value in enumerate(values, 5):
                sheet.cell(row, column, value)

    return changed(data, fill)


def row_of(sheet: Worksheet, statement: str) -> int:
    """The number of a statement's row."""
    for row in range(FIRST_ROW, sheet.max_row + 1):
        if sheet.cell(row, 1).value == statement:
            return row
    raise AssertionError(f"no row for {statement}")


def ids_of(data: bytes) -> list[str]:
    """The ids of a pack's rows, in order."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Your view"]
    values = (sheet.cell(row, 1).value for row in range(FIRST_ROW, sheet.max_row + 1))
    return [str(value) for value in values if value]
