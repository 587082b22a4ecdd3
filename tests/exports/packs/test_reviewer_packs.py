"""Reviewer packs: what is in each file, what is in neither, and what comes back."""

import io
import re
import zipfile

import openpyxl
import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.consensus import service as consensus
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import CANNOT_TELL, Outcome
from exports.audiences.model import Choice
from exports.downloads import service as downloads
from exports.downloads.panels.made import KIND_WORDS
from exports.packs import service
from tests.assessment.peer_review.reviewed import AGREED, agree
from tests.desk import VIEWER, seen_by
from tests.exports.hostile import FORMULAS
from tests.exports.packs.reviewing import (
    TITLE,
    WHY,
    Round,
    rated,
    read_all,
    round_of,
    sheets_of,
)
from tests.exports.packs.scene import changed


def parts(data: bytes) -> dict[str, str]:
    """Every part of a workbook's zip as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def told(found: dict[str, str]) -> dict[str, str]:
    """The same without the instants at which it was made."""
    return {
        name: re.sub(r"2026-11-2\dT[\d:]+Z|at \d\d:\d\d", "", text) for name, text in found.items()
    }


def refused(one: Round, data: bytes) -> str:
    """Why a file is not taken."""
    raw = service.read_reviewer_pack(one.desk, one.one.round_id, data, "back.xlsx")
    return service.preview_reviewer_pack(one.desk, one.one.round_id, raw).refused


class TestFirstFile:
    def test_in_a_blind_round_no_part_of_the_zip_tells_how_the_area_rated(self, desk: Desk) -> None:
        """With other ratings behind it, the file is the same to the last byte."""
        one = round_of(desk)
        before = parts(one.pack())
        assert not any(WHY in text or "area’s own rating" in text for text in before.values())
        rate_otherwise(desk, one.one.assessment_id)
        assert told(parts(one.pack())) == told(before)

    def test_in_an_open_round_the_areas_rating_stands_beside(self, desk: Desk) -> None:
        one = round_of(desk, blind=False)
        row = next(row for row in sheets_of(one.pack())["Your ratings"] if row[0] == "G02")
        assert f"Fully met, provisional\n{WHY}" in row

    def test_nothing_is_hidden_and_nothing_runs(self, desk: Desk) -> None:
        book = openpyxl.load_workbook(io.BytesIO(round_of(desk).pack()))
        assert [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"] == []
        assert list(book.defined_names) == []
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]

    def test_it_holds_the_documents_with_how_they_are_seen(self, desk: Desk) -> None:
        sheets = sheets_of(round_of(desk).pack())
        assert [next(row for row in sheets["Documents"] if TITLE in row)[at] for at in (0, 5)] == [
            TITLE,
            "Shown on the day",
        ]

    def test_a_text_that_was_not_read_does_not_leave(self, desk: Desk) -> None:
        one = round_of(desk, read=False)
        with pytest.raises(Refused, match="still to be read"):
            one.pack()
        read_all(desk, one.one.round_id, one.one.assessment_id, Choice.DROP)
        assert TITLE not in "".join(parts(one.pack()).values())

    @pytest.mark.parametrize("formula", FORMULAS)
    def test_names_that_people_paste_stay_text(self, desk: Desk, formula: str) -> None:
        one = round_of(desk)
        reviewer = reviews.add_reviewer(
            desk, one.one.round_id, formula[:60], "Elsewhere", confirmed=True
        )
        book = openpyxl.load_workbook(io.BytesIO(one.pack(reviewer)))
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]


class TestComingBack:
    def test_a_rating_and_one_line_are_enough(self, any_desk: Desk) -> None:
        one = round_of(any_desk)
        data = rated(
            one.pack(),
            {
                "G02": ("1 Partly met", "Two of four meetings have minutes"),
                "P08": "Cannot tell from what I was given",
            },
        )
        assert one.keep(data) == 2
        assert one.said() == {
            "G02": (1, "Two of four meetings have minutes"),
            "P08": (CANNOT_TELL, ""),
        }

    def test_the_same_pack_twice_changes_nothing(self, desk: Desk) -> None:
        one = round_of(desk)
        data = rated(one.pack(), {"G02": 2})
        one.keep(data)
        assert one.keep(data) == 0

    def test_another_one_after_they_are_in_is_refused(self, desk: Desk) -> None:
        one = round_of(desk)
        first, other = rated(one.pack(), {"G02": 2}), rated(one.pack(), {"G02": 3})
        one.keep(first)
        assert "are in and stand" in refused(one, other)

    def test_a_statement_that_was_not_given_lets_nothing_in_and_is_logged(self, desk: Desk) -> None:
        one = round_of(desk)

        def add(book: openpyxl.Workbook) -> None:
            sheet = book["Your ratings"]
            sheet.append(["D01", "Sharing data", "", "", 3, "Slipped in"])

        data = rated(changed(one.pack(), add), {"G02": 2})
        before = reviews.wrong_links(desk)
        assert "was not given" in refused(one, data)
        assert "D01" in refused(one, data)
        assert one.said() == {}
        assert reviews.wrong_links(desk) >= before

    def test_lines_changed_by_hand_are_not_believed(self, desk: Desk) -> None:
        one = round_of(desk)
        other = reviews.given_to(desk, one.one.other).reviewer_id

        def forge(book: openpyxl.Workbook) -> None:
            for row in book["About this pack"].iter_rows():
                if row[0].value == "Peer reviewer, by number":
                    row[1].value = other

        assert "were changed" in refused(one, changed(rated(one.pack(), {"G02": 2}), forge))

    def test_a_pack_of_another_review_is_refused_by_name(self, desk: Desk) -> None:
        one = round_of(desk)
        data = rated(one.pack(), {"G02": 2})
        later = reviews.begin_round(desk, one.one.assessment_id, "Harrowby")
        raw = service.read_reviewer_pack(desk, later, data, "back.xlsx")
        words = service.preview_reviewer_pack(desk, later, raw).refused
        assert "another review" in words
        assert "Commissioner, Brackley Council" in words

    def test_mistakes_are_named_by_cell_and_never_repeat_it(self, desk: Desk) -> None:
        one = round_of(desk)
        data = rated(
            one.pack(),
            {"G02": ("Splendid", ""), "P08": (2, "Ask about A1234BC at reception"), "A03": 1},
        )
        raw = service.read_reviewer_pack(desk, one.one.round_id, data, "back.xlsx")
        preview = service.preview_reviewer_pack(desk, one.one.round_id, raw)
        words = " ".join(preview.mistakes)
        assert "Your ratings, cell" in words
        assert "none of the five" in words
        assert "Splendid" not in words
        assert "A1234BC" not in words
        with pytest.raises(BadInput):
            one.keep(data)
        assert one.keep(data, leave_out=True) == 2

    def test_a_scan_has_its_own_way_forward(self, desk: Desk) -> None:
        assert "Ask for the Excel workbook itself" in refused(round_of(desk), b"%PDF-1.7\n")


class TestSecondFile:
    def test_it_waits_for_their_own_ratings(self, desk: Desk) -> None:
        with pytest.raises(Refused, match="own are in"):
            round_of(desk).second()

    def test_both_ratings_and_the_reply_stand_side_by_side(self, desk: Desk) -> None:
        one = replied(desk)
        row = next(row for row in sheets_of(one.second())["Both ratings"] if row[0] == "G02")
        assert row[2:7] == [
            "Partly met",
            "Fully met, provisional",
            WHY,
            "Would rate lower",
            "Council: We have minutes since.\nAccept in part\nHalf of it is done.",
        ]

    def test_the_one_answer_comes_back_once(self, desk: Desk) -> None:
        one = replied(desk)
        answered = changed(one.second(), lambda book: answer(book, "Thank you, agreed."))
        assert one.keep(answered) == 1
        (challenge,) = reviews.challenges(desk, one.one.round_id)
        assert challenge.answer == "Thank you, agreed."
        again = changed(one.second(), lambda book: answer(book, "And another thing."))
        raw = service.read_reviewer_pack(desk, one.one.round_id, again, "back.xlsx")
        preview = service.preview_reviewer_pack(desk, one.one.round_id, raw)
        assert not preview.ready
        assert "can be answered" in " ".join(preview.mistakes)


def replied(desk: Desk) -> Round:
    """The first reviewer rated G02 lower; the area's reply is confirmed."""
    one = round_of(desk)
    one.keep(rated(one.pack(), {"G02": 1}))
    (challenge,) = reviews.challenges(desk, one.one.round_id)
    reviews.reply(desk, challenge.id, one.one.room.council, "We have minutes since.")
    reviews.confirm(desk, challenge.id, Outcome.ACCEPT_IN_PART, "Half of it is done.")
    return one


def rate_otherwise(desk: Desk, assessment_id: str) -> None:
    """Open the ratings again and agree another of each."""
    partnerships.reopen(desk, assessment_id, "Read again together")
    for statement_id, rating in AGREED.items():
        consensus.record_agreed(desk, assessment_id, statement_id, (rating + 1) % 4)
    agree(desk, assessment_id)


def answer(book: openpyxl.Workbook, words: str) -> None:
    """Type the one answer."""
    sheet = book["Both ratings"]
    for row in range(3, sheet.max_row + 1):
        if sheet.cell(row, 1).value == "G02":
            sheet.cell(row, 8, words)


def test_both_files_are_listed_among_those_that_left_in_words(desk: Desk) -> None:
    it = round_of(desk)
    it.pack()
    it.one.returned(it.one.first, G02=2)
    it.second()
    area = partnerships.partnership_of(desk, it.one.assessment_id)
    made = downloads.files_made(desk, area)
    assert [KIND_WORDS.get(each.kind) for each in made] == [
        "Second file for a peer reviewer",
        "Reviewer pack",
    ]
    # Their names say who reviews.
    viewer = seen_by(desk, VIEWER)
    assert downloads.files_made(viewer, area) == ()
    assert downloads.how_many_made(viewer, area) == 2


def test_it_tells_reviewers_which_of_their_words_may_go_further(desk: Desk) -> None:
    """What they name as worth borrowing may reach the board and the region, once it is ticked."""
    it = round_of(desk)
    said = " ".join(str(cell) for row in sheets_of(it.pack())["Start here"] for cell in row)
    assert "without your role or your words" in said
    assert "good practice worth borrowing, which the area may pass on" in said
