"""Real workbooks as they leave, edited as people edit them, and read back."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.privacy.audience import Audience
from exports.returns.model import Change
from tests.exports.hostile import ALL
from tests.exports.returns.scene import (
    LATER,
    PLAN,
    REVIEW,
    WHATS,
    Scene,
    added,
    changed,
    column_of,
    filled,
    row_of,
    scene,
)


@pytest.fixture
def here(desk: Desk) -> Scene:
    return scene(desk)


def names(changes: tuple[Change, ...]) -> list[str]:
    return [one.name for one in changes]


def lines(here: Scene, data: bytes) -> list[str]:
    return [one.line for one in here.preview(data).mistakes]


def resaved(data: bytes) -> bytes:
    """Written anew by another program."""
    return changed(data, lambda book: book)


class TestPlainFiles:
    @pytest.mark.parametrize("audience", [Audience.BOARD, Audience.OWN])
    def test_an_unedited_file_changes_nothing(self, here: Scene, audience: Audience) -> None:
        data = here.leaves(audience)
        for each in (data, resaved(data)):
            preview = here.preview(each)
            assert (preview.refused, preview.changes, preview.offers) == ("", (), ())
            assert (preview.mistakes, preview.notes) == ((), ())

    def test_odd_words_in_it_come_back_as_they_left(self, here: Scene) -> None:
        odd = (*ALL, "   ", "\n\nx ", "_x000D_", "a\u00a0b", "TRUE", "1.0", "01/02/2027")
        for words in odd:
            one = actions.raise_action(here.desk, here.assessment_id, [], f"For {len(words)}")
            typed = Typed.over("", words, confirmed=True)
            actions.edit_text(here.desk, one, "no_due_reason", typed)
        preview = here.preview(resaved(here.leaves()))
        assert (preview.refused, preview.changes, preview.mistakes) == ("", (), ())

    def test_what_owners_filled_in_is_listed(self, here: Scene) -> None:
        data = here.returned(
            {
                (1, "Reported"): "At risk",
                (1, "Due"): "30 June 2027",
                (1, "Why the date moves"): "Staffing: two posts",
                (2, "New progress note"): "Passes are with the gate",
                (3, "Due"): LATER,
            }
        )
        preview = here.preview(data)
        assert names(preview.changes) == [
            "No. 1, Reported",
            "No. 1, Due",
            "No. 2, New progress note",
            "No. 3, Due",
        ]
        assert [(one.here, one.theirs) for one in preview.changes][1:] == [
            ("1 March 2027", "30 June 2027"),
            ("", "Passes are with the gate"),
            ("No date", "30 June 2027"),
        ]
        assert [one.moves for one in preview.changes] == [False, True, False, False]
        assert preview.conflicts == ()

    def test_a_status_that_was_typed_over_is_what_they_report(self, here: Scene) -> None:
        """The column says Status, so some fill in that one; the plan's own words have a sign."""
        typed = here.returned({(1, "Status"): "done", (2, "Status"): "going well"})
        preview = here.preview(typed)
        [change] = preview.changes
        assert (change.name, change.theirs) == ("No. 1, Reported", "Done")
        [mistake] = preview.mistakes
        assert "cell H" in mistake.place
        both = here.returned({(1, "Status"): "done", (1, "Reported"): "At risk"})
        assert [one.theirs for one in here.preview(both).changes] == ["At risk"]

    def test_sorted_filtered_and_with_columns_moved_it_reads_the_same(self, here: Scene) -> None:
        data = here.returned({(1, "Reported"): "At risk", (2, "Due"): LATER})

        def shuffle(book: openpyxl.Workbook) -> None:
            sheet = book[PLAN]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
            head, body = rows[0], [row for row in rows[1:] if row[0]]
            sheet.delete_rows(1, sheet.max_row)
            sheet.append(["Our working copy"])
            for row in [head, *reversed(body)]:
                sheet.append(list(reversed(row)))
            sheet.row_dimensions[3].hidden = True

        assert here.preview(changed(data, shuffle)).changes == here.preview(data).changes

    def test_a_row_that_is_gone_changes_nothing_and_is_named(self, here: Scene) -> None:
        def cut(book: openpyxl.Workbook) -> None:
            book[PLAN].delete_rows(row_of(book[PLAN], 2))

        preview = here.preview(changed(here.leaves(), cut))
        assert preview.changes == ()
        assert preview.notes == ("Not in the file any more: No. 2. What is gone changes nothing.",)

    def test_columns_that_went_or_were_renamed_are_named(self, here: Scene) -> None:
        def rename(book: openpyxl.Workbook) -> None:
            sheet = book[PLAN]
            sheet.cell(1, column_of(sheet, "Due"), "Deadline")

        data = changed(here.returned({(1, "Due"): LATER, (1, "Reported"): "Done"}), rename)
        preview = here.preview(data)
        assert names(preview.changes) == ["No. 1, Reported"]
        assert "Not in the file: “Due”." in preview.notes[0]
        assert "“Deadline”" in preview.notes[1]

    def test_an_emptied_cell_takes_nothing_away(self, here: Scene) -> None:
        preview = here.preview(here.returned({(1, "Due"): "", (1, "Review"): ""}))
        assert preview.changes == ()
        assert "No. 1 Due and No. 1 Review" in preview.notes[0]


class TestConflicts:
    def test_what_changed_here_too_shows_both(self, here: Scene) -> None:
        data = here.returned({(1, "Due"): LATER, (2, "Due"): LATER, (1, "Review"): REVIEW})
        here.due(1, REVIEW)
        here.due(2, LATER)
        [conflict] = here.preview(data).changes
        assert conflict.conflict
        assert (conflict.here, conflict.theirs) == ("15 January 2027", "30 June 2027")


class TestCells:
    def test_what_cannot_be_taken_is_named_by_sheet_and_cell(self, here: Scene) -> None:
        data = here.returned(
            {
                (1, "Due"): "=TODAY()+30",
                (1, "Review"): "11/21/2027",
                (2, "Reported"): "Fine",
                (2, "New progress note"): "Waiting for A1234BC to be moved",
                (3, "Days overdue"): "=1+1",
            }
        )
        sheet = openpyxl.load_workbook(io.BytesIO(data))[PLAN]
        places = [
            sheet.cell(row_of(sheet, number), column_of(sheet, heading)).coordinate
            for number, heading in [
                (2, "Reported"), (1, "Due"), (1, "Review"), (2, "New progress note")
            ]
        ]  # fmt: skip
        said = lines(here, data)
        assert sorted(place.split(":")[0] for place in said) == sorted(
            f"{PLAN}, cell {place}" for place in places
        )
        assert "A1234BC" not in here.preview(data).model_dump_json()
        assert here.preview(data).changes == ()

    def test_numbers_twice_unknown_put_away_or_newer(self, here: Scene) -> None:
        data = added(
            here.leaves(),
            {"No.": 1, "What": WHATS[0], "Reported": "Done"},
            {"No.": 77, "Reported": "Done"},
            {"No.": 4, "Reported": "Done"},
            {"No.": "three", "Reported": "Done"},
        )
        actions.raise_action(here.desk, here.assessment_id, [], "Raised later")
        actions.put_away(here.desk, here.action(3).id)
        preview = here.preview(filled(data, {(3, "Reported"): "Done"}))
        said = " ".join(one.words for one in preview.mistakes)
        assert "No. 1 stands in rows 2 and 5" in said
        assert "no action No. 77" in said
        assert "No. 4 was not in the plan when this file was made" in said
        assert "No. 3 was put away here" in said
        assert "this is not the number of an action" in said
        assert preview.changes == ()

    def test_a_column_sorted_by_itself_is_noticed(self, here: Scene) -> None:
        cells = {(1, "What"): WHATS[1], (2, "What"): WHATS[0], (1, "Reported"): "Done"}
        preview = here.preview(here.returned(cells))
        assert preview.changes == ()
        assert "are those of No. 2, and its number is 1" in preview.mistakes[0].words

    def test_another_wording_is_said_and_not_taken(self, here: Scene) -> None:
        preview = here.preview(here.returned({(1, "What"): "Agree it at last"}))
        assert "No. 1 is worded otherwise here." in preview.notes[0]


class TestOffers:
    def test_a_row_without_a_number_is_offered(self, here: Scene) -> None:
        row = {
            "What": "Ring the courts’ team on Fridays",
            "Owner": "Team leader, Inside Health, Aldermoor",
            "Due": "1 May 2027",
            "Statements": "p03, X99; G01",
            "Measure": "Calls made",
        }
        [offer] = here.preview(added(here.leaves(), row)).offers
        assert (offer.agency_id, offer.role) == (here.agency, "Team leader")
        assert (offer.row, offer.statements) == (5, ("P03", "G01"))
        assert "X99" in " ".join(offer.notes)
        assert "Not read with a proposal: Measure." in " ".join(offer.notes)

    def test_one_that_is_here_already_is_not(self, here: Scene) -> None:
        again = {"What": f"  {WHATS[1].upper()} "}
        twice = {"What": "New"}
        preview = here.preview(added(here.leaves(), again, twice, twice))
        assert [one.what for one in preview.offers] == ["New"]
        assert "Row 5 says what No. 2 says" in preview.notes[0]
        assert "Row 7 says what row 6 says" in preview.notes[0]

    def test_words_that_may_be_a_person_and_rows_that_say_nothing(self, here: Scene) -> None:
        said = lines(
            here,
            added(here.leaves(), {"What": "Call 07700 900123"}, {"New progress note": "Hm"}),
        )
        assert "a mobile number" in said[0]
        assert "07700" not in said[0]
        assert "says nothing in What" in said[1]


@pytest.mark.slow
def test_libreoffice_changes_nothing_by_saving_it(here: Scene, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    unedited, edited = here.leaves(), here.returned({(1, "Due"): LATER, (2, "Reported"): "Done"})
    for name, data in (("unedited", unedited), ("edited", edited)):
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    subprocess.run(
        [
            soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"),
            *(str(tmp_path / f"{name}.xlsx") for name in ("unedited", "edited")),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert here.preview((tmp_path / "out" / "unedited.xlsx").read_bytes()).changes == ()
    preview = here.preview((tmp_path / "out" / "edited.xlsx").read_bytes())
    assert names(preview.changes) == ["No. 1, Due", "No. 2, Reported"]
    assert (preview.mistakes, preview.notes) == ((), ())
