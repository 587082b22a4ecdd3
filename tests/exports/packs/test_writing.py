"""What leaves: one kind workbook for each agency, without anything that could run."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.views import service as views
from assessment.views.model import Way
from assessment.views.rules.answers import choices
from assessment.views.rules.promise import promise
from exports.downloads import service as downloads
from exports.packs import service
from tests.desk import VIEWER, begin_area, seen_by
from tests.exports.hostile import BROKEN, FORMULAS, MARKUP
from tests.exports.packs.scene import FIRST_ROW, Scene, filled, ids_of, read, row_of, scene


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def start(data: bytes) -> str:
    return "\n".join(str(cell.value) for cell in opened(data)["Start here"]["A"] if cell.value)


class TestStartHere:
    def test_four_lines_say_what_to_do(self, desk: Desk) -> None:
        here = scene(desk)
        views.edit_reply_to(desk, here.assessment_id, Typed.over("", "drugs@aldermoor.example"))
        views.set_reply_by(desk, here.assessment_id, date(2026, 12, 4))
        lines = [line for line in start(here.pack()).split("\n") if re.match(r"\d\. ", line)]
        assert len(lines) == 4
        assert "Enable Editing" in lines[0]
        (offer,) = [
            o for o in service.pack_offers(desk, here.assessment_id) if "Inside" in o.agency
        ]
        assert f"{offer.asked} statements" in lines[1]
        assert re.search(r"about \d+ minutes", lines[1])
        assert "Save it" in lines[2]
        assert "Reply to drugs@aldermoor.example by 4 December 2026" in lines[3]

    def test_the_day_that_was_proposed_is_kept_with_the_first_pack(self, desk: Desk) -> None:
        here = scene(desk)
        for day in (date(2026, 12, 4), date(2026, 12, 5)):
            made = service.make_pack(desk, here.assessment_id, here.treatment, reply_by=day)
            assert "by 4 December 2026" in start(made.data)

    @pytest.mark.parametrize("shown", [True, False])
    def test_it_says_who_can_read_the_answers(self, desk: Desk, shown: bool) -> None:
        assert promise(shown) in start(scene(desk, names_shown=shown).pack())

    def test_a_statement_about_deaths_is_never_met_unannounced(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.pack()
        assert "A03 is about deaths or overdose" in start(data)
        sheet = opened(data)["Your view"]
        words = str(sheet.cell(row_of(sheet, "A03"), 3).value)
        assert words.startswith("This statement is about overdose after release. Take a moment")


class TestYourView:
    def test_the_answers_are_one_unbroken_column_whatever_is_in_scope(self, desk: Desk) -> None:
        here = scene(desk)
        core = ids_of(here.pack())
        everything = [
            one.id
            for one in here_bank(here).statements
            if not one.agencies or "PTP" in one.agencies
        ]
        assert core == everything
        chosen = core[::3]
        partnerships.choose_statements(desk, here.assessment_id, chosen)
        partnerships.set_scope_kind(desk, here.assessment_id, ScopeKind.CHOSEN)
        assert ids_of(here.pack()) == core
        sheet = opened(here.pack())["Your view"]
        column = [sheet.cell(FIRST_ROW + number, 5) for number in range(len(core))]
        assert not any(cell.protection.locked for cell in column)
        out = [sheet.cell(cell.row, 3).value for cell in column]
        greyed = [str(words).startswith("Not part of this assessment") for words in out]
        assert greyed == [one not in chosen for one in core]

    def test_the_list_offers_exactly_the_seven_answers(self, desk: Desk) -> None:
        here = scene(desk)
        sheet = opened(here.pack())["Your view"]
        rules = {
            str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation
        }
        words = choices(here_bank(here).labels()).values()
        assert rules["E"] == f'"{",".join(words)}"'

    def test_everything_but_what_is_filled_in_is_locked_without_a_password(
        self, desk: Desk
    ) -> None:
        book = opened(scene(desk).pack())
        for sheet in book:
            assert sheet.protection.sheet
            assert not sheet.protection.password
        sheet = book["Your view"]
        assert all(sheet.cell(FIRST_ROW, column).protection.locked for column in range(1, 5))
        assert not any(sheet.cell(FIRST_ROW, c).protection.locked for c in range(5, 10))

    def test_its_head_stays_and_it_prints_on_a4_across(self, desk: Desk) -> None:
        sheet = opened(scene(desk).pack())["Your view"]
        assert sheet.freeze_panes == "B3"
        assert sheet.print_title_rows == "$2:$2"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


class TestNothingRuns:
    def test_no_macro_formula_link_or_hidden_part(self, desk: Desk) -> None:
        data = scene(desk).pack()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not [n for n in archive.namelist() if "vba" in n.lower() or "external" in n]
            sheets = [archive.read(n) for n in archive.namelist() if "worksheets/" in n]
        assert not any(b"<f>" in part or b"hyperlink" in part for part in sheets)
        book = opened(data)
        assert {sheet.sheet_state for sheet in book} == {"visible"}
        hidden = [
            name
            for sheet in book
            for many in (sheet.row_dimensions, sheet.column_dimensions)
            for name, one in many.items()
            if one.hidden
        ]
        assert not hidden

    def test_it_stays_under_a_megabyte_with_every_statement(self, desk: Desk) -> None:
        area = begin_area(desk)
        types = [one.code for one in here_bank_of(desk, area.assessment_id).agency_types]
        agency = partnerships.add_agency(desk, area.partnership_id, "All of them", types)
        views.choose_names_shown(desk, area.assessment_id, False)
        views.ask_for_views(desk, area.assessment_id)
        assert len(service.make_pack(desk, area.assessment_id, agency).data) < 1_000_000

    @pytest.mark.parametrize("text", [FORMULAS[0], FORMULAS[4], MARKUP[0], " ".join(BROKEN)])
    def test_names_that_people_paste_stay_text(self, desk: Desk, text: str) -> None:
        here = scene(desk)
        here_agency = partnerships.add_agency(desk, here.partnership_id, f"x {text}"[:190], ["PS"])
        data = here.pack(here_agency)
        cells = [cell for sheet in opened(data) for row in sheet.iter_rows() for cell in row]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
        assert not [cell.coordinate for cell in cells if cell.hyperlink]
        assert read(filled(data, {"P08": 2})).refused == ""


class TestLastTime:
    def test_an_agency_finds_its_own_answers_on_a_sheet_of_their_own(self, any_desk: Desk) -> None:
        here = scene(any_desk, names_shown=True)
        give(here, here.treatment, 1)
        give(here, here.probation, 3)
        views.show_spread(any_desk, here.assessment_id, "P08")
        views.show_names(any_desk, here.assessment_id, "P08")
        book = opened(next_year(here).pack())
        rows = list(book["Last time"].iter_rows(min_row=3, values_only=True))
        assert rows[0][:3] == ("P08", "No gap in medication", "Partly met")
        assert "Fully met" not in str(rows)
        sheet = book["Your view"]
        assert not any(sheet.cell(row, 5).value for row in range(FIRST_ROW, sheet.max_row + 1))

    @pytest.mark.parametrize("names_shown", [True, False])
    def test_what_was_never_shown_with_names_leaves_in_no_pack(
        self, desk: Desk, names_shown: bool
    ) -> None:
        here = scene(desk, names_shown=names_shown)
        give(here, here.treatment, 1)
        views.show_spread(desk, here.assessment_id, "P08")
        assert "Last time" not in opened(next_year(here).pack()).sheetnames


class TestMaking:
    def test_a_pack_is_named_marked_and_recorded(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        made = service.make_pack(any_desk, here.assessment_id, here.treatment)
        assert made.file_name == "OFFICIAL Aldermoor pack Inside Health 2026-11-21.xlsx"
        record = downloads.files_made(any_desk, here.partnership_id)[0]
        assert (record.kind, record.file_name, record.marking) == (
            "pack", made.file_name, "OFFICIAL",
        )  # fmt: skip

    def test_all_packs_come_in_one_file_each_under_its_own_name(self, desk: Desk) -> None:
        here = scene(desk)
        for _ in range(2):
            partnerships.add_agency(desk, here.partnership_id, "Probation " * 15, ["PS"])
        made = service.make_all_packs(desk, here.assessment_id)
        assert made.file_name == "OFFICIAL Aldermoor agency packs 2026-11-21.zip"
        with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
            assert len({name.casefold() for name in archive.namelist()}) == 4
            ids = [read(archive.read(name)).id for name in archive.namelist()]
        assert len({one.agency_id for one in ids if one}) == 4

    def test_nobody_is_asked_before_it_is_chosen_whether_names_are_shown(self, desk: Desk) -> None:
        area = begin_area(desk)
        agency = partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        with pytest.raises(Refused, match="not asked for yet"):
            service.make_pack(desk, area.assessment_id, agency)

    def test_an_observer_has_no_pack(self, desk: Desk) -> None:
        here = scene(desk)
        partnerships.set_observer(desk, here.probation, True)
        with pytest.raises(BadInput, match="no pack for it"):
            service.make_pack(desk, here.assessment_id, here.probation)

    def test_only_the_lead_makes_packs_and_reads_them(self, desk: Desk) -> None:
        here = scene(desk)
        for other in (seen_by(desk, VIEWER), here.partner()):
            with pytest.raises(Refused, match="Only the lead"):
                service.make_pack(other, here.assessment_id, here.treatment)
            with pytest.raises(Refused, match="Only the lead"):
                service.preview_packs(other, here.assessment_id, [read(here.pack())], [False])


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_it_comes_back_from_libreoffice_as_it_went(desk: Desk, tmp_path: Path) -> None:
    here = scene(desk)
    (tmp_path / "pack.xlsx").write_bytes(here.filled({"P03": ("2 Mostly met", "Gaps on Fridays")}))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/home", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"),
         str(tmp_path / "pack.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    here.keep((tmp_path / "out" / "pack.xlsx").read_bytes())
    kept = here.views()["P03"]
    assert (kept.said, kept.reason, kept.way) == (2, "Gaps on Fridays", Way.PACK)


def give(here: Scene, agency_id: str, said: int) -> None:
    ids = (here.assessment_id, "P08", agency_id)
    views.give(here.partner(agency_id), *ids, said, way=Way.JOINED)


def next_year(here: Scene) -> Scene:
    """The area's next assessment, which asks for views too."""
    bank_id = partnerships.assessment(here.desk, here.assessment_id).bank_id
    month = date(2027, 11, 1)
    later = partnerships.start_assessment(here.desk, here.partnership_id, bank_id, month)
    views.choose_names_shown(here.desk, later, True)
    views.ask_for_views(here.desk, later)
    return Scene(here.desk, here.partnership_id, later, here.treatment, here.probation)


def here_bank(here: Scene):
    return here_bank_of(here.desk, here.assessment_id)


def here_bank_of(desk: Desk, assessment_id: str):
    from assessment.bank import service as banks

    return banks.bank_of(desk, partnerships.assessment(desk, assessment_id).bank_id)
