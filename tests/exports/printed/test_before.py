"""Cards, paper packs, receipts and slips: complete, in the keypad's order, and tagged."""

import io
import re
from datetime import date

import pikepdf
import pypdf
import pytest
import segno

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, Refused
from assessment.bank import service as banks
from assessment.invitations.rules.links import join_link
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.views import service as views
from assessment.views.rules.promise import promise
from exports.downloads import service as downloads
from exports.printed import service
from exports.printed.model import Kind
from exports.printed.rules.slips import slips_of
from tests.desk import VIEWER, begin_area, seen_by
from tests.exports.hostile import ALL, LANGUAGES, LONG
from tests.exports.packs.scene import Scene, scene
from tests.exports.printed.scene import agree, give, make, pages, tags, text


ANSWERS = (
    "Not met", "Partly met", "Mostly met", "Fully met",
    "Don’t know", "Not ours to judge", "Not applicable here",
)  # fmt: skip
ROOM = "http://192.0.2.20:8502"


@pytest.fixture
def here(desk: Desk) -> Scene:
    """Two agencies; the lead has all that can be printed."""
    found = scene(desk, names_shown=True)
    give(found, found.treatment, {"P08": 0})
    agree(found, "P08", 1, names=True)
    return found


def asked_of(here: Scene, agency_id: str) -> list[str]:
    """The rows of the keypad when this agency is chosen there."""
    one = partnerships.assessment(here.desk, here.assessment_id)
    asked = views.asked(here.desk, here.assessment_id)
    bank = banks.bank_of(here.desk, one.bank_id)
    return [each.id for each in bank.statements if (each.id, agency_id) in asked]


class TestTags:
    @pytest.mark.parametrize("kind", Kind)
    def test_each_sheet_is_tagged_titled_and_marked(self, here: Scene, kind: Kind) -> None:
        self.check(make(here, kind, here.treatment).data)

    def test_so_are_the_slips(self, here: Scene) -> None:
        codes = {here.treatment: "K7M-4QXP"}
        data = service.join_slips(here.desk, here.assessment_id, codes, ROOM).data
        self.check(data)
        figures = [words for tag, words in tags(data) if tag == "/Figure"]
        assert figures == ["QR code that joins for Inside Health"]

    def check(self, data: bytes) -> None:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert str(pdf.Root.Lang) == "en-GB"
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as meta:
                assert str(meta["dc:title"]).startswith("Aldermoor: ")
                assert (meta["pdfuaid:part"], meta["pdfaid:part"]) == ("1", "2")
                assert meta["pdfaid:conformance"] == "A"
        levels = [int(tag[2:]) for tag, _words in tags(data) if re.fullmatch(r"/H\d", tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
        found = pages(data)
        for number, words in enumerate(found, 1):
            assert words.startswith("OFFICIAL")
            assert "Aldermoor, the assessment of November 2026" in words
            assert f"Page {number} of {len(found)}" in words


class TestCards:
    def test_seven_answers_and_how_to_use_them(self, here: Scene) -> None:
        found = pages(make(here, Kind.CARDS, here.probation).data)
        assert len(found) == 4
        assert all(words.count("Probation") == 2 for words in found)
        assert "0 Not met □□□" in found[0]
        assert "3 Fully met ■■■" in found[1]
        assert all(answer in " ".join(found) for answer in ANSWERS)

    def test_for_all_a_set_without_a_name_comes_first(self, here: Scene) -> None:
        found = pages(make(here, Kind.CARDS).data)
        assert len(found) == 3 * 4
        assert not any("Probation" in words or "Inside" in words for words in found[:4])
        assert [
            sum(name in words for words in found) for name in ("Inside Health", "Probation")
        ] == [4, 4]


class TestPaper:
    def test_its_first_page_promises_before_the_first_question(self, here: Scene) -> None:
        views.set_reply_by(here.desk, here.assessment_id, date(2026, 12, 4))
        first = pages(make(here, Kind.PAPER, here.treatment).data)[0]
        number = len(asked_of(here, here.treatment))
        assert "First views of Inside Health" in first
        assert promise(True) in first
        assert "Agencies’ names are shown." in first
        assert f"{number} statements, about" in first
        assert "To the lead for the assessment by 4 December 2026" in first

    def test_each_statement_is_whole_on_a_page_in_the_order_of_the_keypad(
        self, here: Scene
    ) -> None:
        partnerships.set_scope_kind(here.desk, here.assessment_id, ScopeKind.ALL)
        wanted = asked_of(here, here.treatment)
        rest = pages(make(here, Kind.PAPER, here.treatment).data)[1:]
        found = [row for words in rest for row in re.findall(r"(\d+) of \d+ ([GDPA]\d\d)", words)]
        assert found == [(str(number), id_) for number, id_ in enumerate(wanted, 1)]
        bank = banks.built_in_bank()
        for words in rest:
            (id_,) = re.findall(r"\d+ of \d+ ([GDPA]\d\d)", words)
            assert bank.statement(id_).title in words
            assert all(answer in words for answer in ANSWERS)
            assert "People this rests on:" in words

    def test_nothing_on_it_is_smaller_than_sixteen_points(self, here: Scene) -> None:
        sizes: set[float] = set()

        def visit(words: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
            if words.strip():
                sizes.add(round(size * abs(tm[0]), 1))

        for page in pypdf.PdfReader(io.BytesIO(make(here, Kind.PAPER, here.treatment).data)).pages:
            page.extract_text(visitor_text=visit)
        assert sizes
        assert min(sizes) >= 16

    def test_it_holds_no_answer_that_was_given(self, here: Scene) -> None:
        before = make(here, Kind.PAPER, here.treatment).data
        give(here, here.treatment, {"P03": 2}, reason="Zebra")
        assert text(make(here, Kind.PAPER, here.treatment).data) == text(before)

    def test_all_packs_in_one_file_each_count_their_own_pages(self, here: Scene) -> None:
        found = pages(make(here, Kind.PAPER).data)
        each_alone = [
            make(here, Kind.PAPER, each).data for each in (here.treatment, here.probation)
        ]
        counted = [len(pypdf.PdfReader(io.BytesIO(data)).pages) for data in each_alone]
        assert len(found) == sum(counted)
        assert f"Page 1 of {counted[1]}" in found[counted[0]]
        assert "First views of Probation" in found[counted[0]]

    def test_none_is_made_before_it_was_chosen_whether_names_are_shown(self, desk: Desk) -> None:
        area = begin_area(desk)
        partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        partnerships.ask_for_views(desk, area.assessment_id)
        with pytest.raises(Refused, match="whether agencies’ names are shown"):
            service.make(desk, area.assessment_id, Kind.PAPER)
        refused = {one.kind: one.refused for one in service.offers(desk, area.assessment_id)}
        assert "whether agencies’ names are shown" in refused[Kind.PAPER]
        assert not refused[Kind.CARDS]


class TestReceipt:
    def test_it_is_one_page_also_for_a_full_pack_and_holds_no_answer(self, here: Scene) -> None:
        partnerships.set_scope_kind(here.desk, here.assessment_id, ScopeKind.ALL)
        give(here, here.treatment, dict.fromkeys(asked_of(here, here.treatment), 2))
        (page,) = pages(make(here, Kind.RECEIPT, here.treatment).data)
        assert "41 views received, thank you." in page
        assert "What happens next" in page
        assert not any(answer in page for answer in ANSWERS)
        assert "most difference" not in page, "before the reveal it would tell of the others’ views"

    def test_long_titles_give_way_to_ids(self, here: Scene) -> None:
        bank = banks.built_in_bank()
        long = [
            one.model_copy(update={"title": f"{one.id} {'w' * 190}"}) for one in bank.statements
        ]
        wide = bank.model_copy(update={"statements": tuple(long)})
        kept = banks.keep_bank(here.desk, wide)
        partnerships.use_statements(here.desk, here.assessment_id, kept, resting=dict)
        (page,) = pages(make(here, Kind.RECEIPT, here.treatment).data)
        assert "P08" in page

    def test_there_is_none_before_a_view_came(self, here: Scene) -> None:
        with pytest.raises(BadInput, match="No view of this agency is here yet"):
            make(here, Kind.RECEIPT, here.probation)


class TestSlips:
    def test_a_slip_has_the_code_the_address_and_the_link_as_a_picture(self) -> None:
        (slip,) = slips_of({"a": "K7M-4QXP"}, {"a": "Inside Health", "b": "Probation"}, ROOM)
        assert (slip.agency, slip.code) == ("Inside Health", "K7M-4QXP")
        matrix = segno.make(join_link(ROOM, "K7M-4QXP"), error="m", micro=False).matrix
        drawn = [
            {place for start, length in row for place in range(start, start + length)}
            for row in slip.picture
        ]
        assert drawn == [{place for place, dark in enumerate(row) if dark} for row in matrix]

    def test_only_agencies_with_a_code_have_one_and_the_record_has_none(self, here: Scene) -> None:
        made = service.join_slips(here.desk, here.assessment_id, {here.probation: "K7M-4QXP"}, ROOM)
        words = text(made.data)
        assert "Probation K7M-4QXP http://192.0.2.20:8502" in words
        assert "Inside Health" not in words
        record = downloads.files_made(here.desk, here.partnership_id)[0]
        assert (record.kind, record.file_name) == ("slips", made.file_name)
        assert made.file_name == service.join_slips_name(here.desk, here.assessment_id)
        assert "K7M" not in record.model_dump_json()

    def test_without_a_room_it_promises_no_link(self, here: Scene) -> None:
        made = service.join_slips(here.desk, here.assessment_id, {here.probation: "K7M-4QXP"}, "")
        assert "says in the room which address to open" in text(made.data)
        assert "/Figure" not in {tag for tag, _words in tags(made.data)}

    def test_there_is_none_without_codes(self, here: Scene) -> None:
        with pytest.raises(BadInput, match="Make codes first"):
            service.join_slips(here.desk, here.assessment_id, {}, ROOM)


class TestHostile:
    def test_whatever_is_typed_is_set_as_text(self, here: Scene) -> None:
        names = (" ".join(ALL)[:190], *LANGUAGES, LONG[:200])
        for name in names:
            partnerships.add_agency(here.desk, here.partnership_id, name, ["PTP"])
        odd = {
            each.id: each.name for each in service.agencies_to_print(here.desk, here.assessment_id)
        }
        give(here, list(odd)[-1], {"P03": 1})
        for kind in Kind:
            assert make(here, kind).data
        codes = dict.fromkeys(odd, "K7M-4QXP")
        words = text(service.join_slips(here.desk, here.assessment_id, codes, ROOM).data)
        assert "Ŵyneb ŷd, Llŷn, tŵr" in words
        assert "=cmd|' /C calc'!A0" in words

    def test_a_statement_longer_than_a_page_loses_nothing(self, here: Scene) -> None:
        bank = banks.built_in_bank()
        levels = tuple(f"begin{value} {'word ' * 700}end{value}" for value in range(4))
        first = bank.statement("P03").model_copy(update={"levels": levels})
        wide = tuple(first if one.id == "P03" else one for one in bank.statements)
        kept = banks.keep_bank(here.desk, bank.model_copy(update={"statements": wide}))
        partnerships.use_statements(here.desk, here.assessment_id, kept, resting=dict)
        words = text(make(here, Kind.PAPER, here.treatment).data)
        for value in range(4):
            assert f"begin{value}" in words
            assert f"end{value}" in words


def test_only_the_lead_prints(here: Scene) -> None:
    for other in (here.partner(), seen_by(here.desk, VIEWER)):
        with pytest.raises(Refused, match="Only the lead"):
            make(here, Kind.PAPER, here.treatment, desk=other)
        with pytest.raises(Refused, match="Only the lead"):
            service.join_slips(other, here.assessment_id, {here.treatment: "K7M-4QXP"}, ROOM)
