"""What comes back: every answer as it was meant, mistakes by cell, and nothing said of answers."""

import io

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.access.typed import Typed
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Answer, Confidence, Way
from exports.packs import service
from exports.packs.model import FilePreview
from tests.exports.packs.scene import Scene, changed, ids_of, read, row_of, scene


SPELLINGS = {
    "0 Not met": 0,
    "  partly MET ": 1,
    "2": 2,
    3: 3,
    1.0: 1,
    "Don't know": Answer.DONT_KNOW,
    "dont know": Answer.DONT_KNOW,
    "don’t  know": Answer.DONT_KNOW,
    "NOT OURS TO JUDGE": Answer.NOT_OURS,
    "not applicable here": Answer.NOT_APPLICABLE,
}
# A row as somebody filled it in, the column of its mistake, and what is said of it.
MISTAKES = (
    (("maybe 2",), "E", "this is none of the seven answers"),
    ((None, "We cannot say"), "E", "there are words in this row and no answer"),
    ((2, "See A1234BC"), "F", "a prison number at word 2"),
    ((2, "x" * 4001), "F", "4,001 characters"),
    ((2, "", "very sure"), "G", "choose one of “Little to go on”"),
    ((2, "", "", "HMP Elsewhere"), "H", "no prison of this area is called that"),
    ((2, "", "", "", 2.5), "I", "a whole number from 1 to 10,000"),
    ((2, "", "", "", True), "I", "a whole number from 1 to 10,000"),
)
CORE = ("G02", "G03", "G04", "G11", "D01", "D03", "D06", "D11", "P01", "P02")


def said_of(preview: FilePreview) -> str:
    """Everything of a preview that a screen may draw."""
    return preview.model_dump_json()


class TestReading:
    def test_all_seven_answers_in_the_spellings_that_people_use(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        wanted = dict(zip(CORE, SPELLINGS.values(), strict=False))
        kept = here.keep(here.filled(dict(zip(CORE, SPELLINGS, strict=False))))
        assert here.said() == wanted
        assert (kept.agency, kept.answers) == ("Inside Health", len(wanted))

    def test_what_stands_beside_an_answer_comes_with_it(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        row = (
            "1 Partly met",
            "Gaps on\nFridays",
            "some evidence",
            "stonebrook; HMP/YOI Fenwold",
            8,
        )
        here.keep(here.filled({"P03": row}))
        kept = here.views()["P03"]
        names = partnerships.prison_names(any_desk, here.partnership_id)
        assert (kept.reason, kept.confidence, kept.people) == (
            "Gaps on\nFridays", Confidence.FAIR, 8,
        )  # fmt: skip
        assert {names[one] for one in kept.prisons} == {"HMP Stonebrook", "HMP/YOI Fenwold"}
        assert (kept.way, kept.keyed_by) == (Way.PACK, "")

    def test_rows_are_found_by_their_ids_wherever_they_stand(self, desk: Desk) -> None:
        here = scene(desk)

        def turned(book: openpyxl.Workbook) -> None:
            sheet = book["Your view"]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
            rows = [row for row in rows if row[0]]
            for number, row in enumerate(reversed(rows), 4):
                for column, value in enumerate(row, 1):
                    sheet.cell(number, column).value = value
            for column in range(1, 10):
                sheet.cell(3, column).value = None

        here.keep(changed(here.filled({"P03": 2, "G02": "Don’t know"}), turned))
        assert here.said() == {"P03": 2, "G02": Answer.DONT_KNOW}

    def test_an_answer_outside_the_scope_is_counted_and_not_read(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": 2, "G05": 3, "G06": 1})
        (preview,) = here.preview(data)
        assert "2 answers not read: not part of this assessment." in preview.summary
        here.keep(data)
        assert here.said() == {"P03": 2}

    @settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_what_is_written_is_read_back(self, desk: Desk, data: st.DataObject) -> None:
        here = scene(desk)
        reasons = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]))
        answers = st.sampled_from(list(SPELLINGS))
        rows = data.draw(st.dictionaries(st.sampled_from(CORE), st.tuples(answers, reasons)))
        # A reason that begins as a formula is one when a program writes it so.
        rows = {one: (said, f"x {why}") for one, (said, why) in rows.items()}
        here.keep(here.filled(rows), leave_out=True)
        assert here.said() == {one: SPELLINGS[said] for one, (said, _) in rows.items()}


class TestMistakes:
    def test_each_is_named_by_its_cell_and_never_repeated(self, desk: Desk) -> None:
        here = scene(desk)
        rows = {one: row for one, (row, _, _) in zip(CORE, MISTAKES, strict=False)}
        data = here.filled(rows)
        sheet = openpyxl.load_workbook(io.BytesIO(data))["Your view"]
        (preview,) = here.preview(data)
        for line, one, (_, cell, words) in zip(preview.mistakes, CORE, MISTAKES, strict=False):
            assert line.startswith(f"Your view, cell {cell}{row_of(sheet, one)}: ")
            assert words in line
        assert len(preview.mistakes) == len(MISTAKES)
        for typed in ("maybe", "We cannot say", "A1234BC", "very sure", "Elsewhere"):
            assert typed not in said_of(preview)

    def test_a_file_with_one_waits_until_it_is_left_out_on_purpose(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        data = here.filled({"P03": "maybe", "G02": (1, "See A1234BC"), "G03": 2})
        with pytest.raises(BadInput, match="some of its cells cannot be taken"):
            here.keep(data)
        assert here.said() == {}
        here.keep(data, leave_out=True)
        assert here.said() == {"G02": 1, "G03": 2}
        assert here.views()["G02"].reason == ""

    def test_added_doubled_and_mixed_up_rows_are_named(self, desk: Desk) -> None:
        here = scene(desk)

        def messed(book: openpyxl.Workbook) -> None:
            sheet = book["Your view"]
            end = sheet.max_row + 2
            for number, one in enumerate(("X99", "3 Fully met", "P03"), end):
                sheet.cell(number, 1, one)
                sheet.cell(number, 5, 2)
            first, second = row_of(sheet, "P01"), row_of(sheet, "P02")
            sheet.cell(first, 1, "P02")
            sheet.cell(second, 1, "P01")

        data = changed(here.filled({"P03": 2, "P01": 1, "G02": 3}), messed)
        (preview,) = here.preview(data)
        lines = "\n".join(preview.mistakes)
        assert "X99 is not the id of a statement in this pack" in lines
        assert "P03 stands in more than one row" in lines
        assert "the words in this row are not those of P02" in lines
        assert "Fully met" not in said_of(preview)
        here.keep(data, leave_out=True)
        assert here.said() == {"G02": 3}

    def test_a_row_that_was_taken_out_is_named_and_the_rest_is_read(self, desk: Desk) -> None:
        here = scene(desk)

        def cut(book: openpyxl.Workbook) -> None:
            sheet = book["Your view"]
            sheet.delete_rows(row_of(sheet, "P03"))

        data = changed(here.filled({"G02": 3}), cut)
        (preview,) = here.preview(data)
        assert "No row for P03." in preview.summary
        here.keep(data)
        assert here.said() == {"G02": 3}


class TestComparing:
    def test_the_same_pack_twice_changes_nothing(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        data = here.filled({"P03": (2, "Gaps", "Some evidence", "HMP Stonebrook", 8), "G02": 1})
        here.keep(data)
        before = here.views()
        (preview,) = here.preview(data)
        assert "The same pack is here already: nothing new." in preview.summary
        assert here.keep(data).answers == 0
        assert here.keep(data, take=True).answers == 0
        assert here.views() == before

    def test_twice_in_one_upload_the_second_brings_nothing(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": 2})
        first, second = here.preview(data, data)
        assert (first.added, second.added) == (1, 0)
        assert "The same pack is here already: nothing new." in second.summary

    def test_two_halves_of_one_agency_are_joined(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        first, second = here.filled({"P03": 2, "G02": 1}), here.filled({"G03": 0})
        assert [one.added for one in here.preview(first, second)] == [2, 1]
        here.keep(first)
        here.keep(second)
        assert here.said() == {"P03": 2, "G02": 1, "G03": 0}

    def test_where_both_answer_the_lead_chooses(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        give(here, "P03", 1)
        data = here.filled({"P03": 3, "G02": 1})
        (preview,) = here.preview(data)
        assert "Differs from 1 answer: 1 given online (P03)." in preview.summary
        here.keep(data)
        assert here.said() == {"P03": 1, "G02": 1}
        here.keep(data, take=True)
        assert here.said() == {"P03": 3, "G02": 1}

    def test_a_reason_does_not_stay_beside_another_answer(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        here.keep(here.filled({"P03": (1, "Gaps", "Some evidence", "HMP Stonebrook", 8)}))
        here.keep(here.filled({"P03": 3}), take=True)
        now = here.views()["P03"]
        assert (now.said, now.reason, now.confidence, now.people, now.prisons) == (
            3, "", None, None, (),
        )  # fmt: skip

    def test_two_files_that_differ_from_each_other_are_told(self, desk: Desk) -> None:
        here = scene(desk)
        _, second = here.preview(here.filled({"P03": 3}), here.filled({"P03": 0}))
        assert "Differs from 1 answer: 1 in 1.xlsx above (P03)." in second.summary

    def test_an_answer_that_came_meanwhile_is_never_replaced_unseen(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        data = here.filled({"P03": 3})
        (seen,) = here.preview(data, take=True)
        give(here, "P03", 1)
        with pytest.raises(Refused, match="came in while this was open"):
            service.keep_pack(any_desk, here.assessment_id, read(data), seen=seen, take=True)
        assert here.said() == {"P03": 1}

    def test_words_fill_gaps_and_replace_nothing_unasked(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        give(here, "P03", 1)
        give(here, "G02", 1)
        ids = (here.assessment_id, "G02", here.treatment)
        views.edit_reason(here.partner(), *ids, Typed.over("", "Said on the phone"))
        data = here.filled({"P03": (1, "Gaps"), "G02": (1, "Another reason")})
        (preview,) = here.preview(data)
        assert (preview.added, preview.differs) == (1, {"G02"})
        here.keep(data)
        assert {one: view.reason for one, view in here.views().items()} == {
            "P03": "Gaps", "G02": "Said on the phone",
        }  # fmt: skip

    def test_what_comes_after_the_reveal_stands_beside_the_first(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        first = here.filled({"P03": 1})
        here.keep(first)
        views.show_spread(any_desk, here.assessment_id, "P03")
        assert here.keep(first).answers == 0
        assert not here.views()["P03"].after_reveal
        (preview,) = here.preview(here.filled({"P03": 3}))
        assert "1 answer after the reveal: kept as later views beside the first ones." in (
            preview.summary
        )
        here.keep(here.filled({"P03": 3}))
        assert (here.said(), here.views()["P03"].after_reveal) == ({"P03": 3}, True)

    def test_a_preview_holds_no_answer(self, desk: Desk) -> None:
        here = scene(desk)
        give(here, "P03", 0)
        wrong = ("between 2 and 3", "Partly met, I think")
        data = here.filled({"P03": (3, wrong[1]), "G02": wrong[0], "G03": (1, "See A1234BC")})
        text = said_of(here.preview(data)[0])
        assert not any(words in text for words in (*wrong, "A1234BC", "met", "Don’t know"))


def give(here: Scene, statement: str, said: int) -> None:
    """The agency's own answer, by a device of its own."""
    ids = (here.assessment_id, statement, here.treatment)
    views.give(here.partner(), *ids, said, way=Way.JOINED)


def test_every_statement_of_the_pack_is_one_of_the_agencys(desk: Desk) -> None:
    here = scene(desk)
    asked = {
        one for one, agency in views.asked(desk, here.assessment_id) if agency == here.treatment
    }
    assert asked < set(ids_of(here.pack()))
