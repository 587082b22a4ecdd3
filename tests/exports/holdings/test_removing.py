"""A text that is removed is gone: from rows, log, safety copies, and from the bytes on the disk."""

import json
import sqlite3
from contextlib import closing

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, NotFound, Refused
from assessment.access.typed import Typed
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.store.schema import rescue_copy
from assessment.views import service as views
from assessment.views.model import Given, Way
from exports.copies import service as copies
from exports.downloads import service as downloads
from exports.holdings import service
from tests.assessment.peer_review.reviewed import reviewed
from tests.desk import VIEWER, Area, begin_area, seen_by
from tests.exports.holdings.kept import TOLD, everything, folder_bytes, noted


MARK = "Removed on 21 November 2026 by the lead."


def remove(desk: Desk, area: Area, evidence_id: str, **how: bool):
    return service.remove_text(
        desk, area.partnership_id, "evidence", evidence_id, "title", "Names a person", **how
    )


def test_a_text_goes_from_its_row_its_earlier_versions_and_the_log(
    any_desk: Desk, area: Area
) -> None:
    row = noted(any_desk, area)
    evidence.edit_text(any_desk, row, "title", Typed.over(TOLD, f"{TOLD}, twice"))
    other = noted(any_desk, area, f"As heard: {TOLD}, twice")
    evidence.edit_text(any_desk, other, "title", Typed.over(f"As heard: {TOLD}, twice", "Heard"))
    removal = remove(any_desk, area, row)
    assert evidence.evidence(any_desk, row).title == MARK == removal.mark
    assert TOLD not in everything(any_desk, area)
    assert removal.bytes_gone


def test_a_page_still_open_cannot_bring_the_text_back(any_desk: Desk, area: Area) -> None:
    row = noted(any_desk, area)
    before = evidence.evidence(any_desk, row).version
    remove(any_desk, area, row)
    assert evidence.evidence(any_desk, row).version == before + 1


def test_only_earlier_versions_go_when_today_is_harmless(any_desk: Desk, area: Area) -> None:
    row = noted(any_desk, area)
    evidence.edit_text(any_desk, row, "title", Typed.over(TOLD, "Heard on the wing"))
    (place,) = service.find_text(any_desk, area.partnership_id, "quillfeather")
    assert place.earlier
    remove(any_desk, area, row, only_earlier=True)
    assert evidence.evidence(any_desk, row).title == "Heard on the wing"
    assert TOLD not in everything(any_desk, area)
    assert service.find_text(any_desk, area.partnership_id, "quillfeather") == ()


def test_the_record_says_what_was_removed_but_never_the_text(any_desk: Desk, area: Area) -> None:
    row = noted(any_desk, area)
    remove(any_desk, area, row)
    (record,) = service.holdings(any_desk, area.partnership_id).removed
    assert (record.subject_table, record.field, record.reason) == (
        "evidence",
        "title",
        "Names a person",
    )
    assert "Zebedee" not in record.model_dump_json()


def test_it_says_where_the_same_words_still_stand(any_desk: Desk, area: Area) -> None:
    row = noted(any_desk, area)
    other = noted(any_desk, area)
    removal = remove(any_desk, area, row)
    assert [place.row_id for place in removal.also] == [other]


def test_it_lists_the_files_made_while_the_text_stood_here(any_desk: Desk, area: Area) -> None:
    def made(name: str) -> None:
        downloads.record_made(
            any_desk, area.partnership_id, area.assessment_id, "pdf", name, "OFFICIAL"
        )

    made("before.pdf")
    row = noted(any_desk, area)
    made("with the text.pdf")
    removal = remove(any_desk, area, row)
    assert [export.file_name for export in removal.exports] == ["with the text.pdf"]


def test_no_byte_of_it_is_left_in_the_data_folder(desk: Desk) -> None:
    area = begin_area(desk)
    row = noted(desk, area)
    for number in range(50):
        noted(desk, area, f"Reference {number}")
    evidence.edit_text(desk, row, "title", Typed.over(TOLD, f"{TOLD} again"))
    file = desk.store.file
    assert file is not None
    saved = rescue_copy(file, desk.now())
    copy = copies.make_copy(desk, area.partnership_id)
    replaced = copies.load_copy(desk, copy, replace=True).rescue
    assert {saved.parent, file.parent / "rescue"} == {replaced.parent if replaced else None}
    assert b"Quillfeather" in folder_bytes(file.parent)
    removal = remove(desk, area, row)
    assert removal.copies_left == ()
    assert set(removal.copies_cleaned) == {saved, replaced}
    assert b"Quillfeather" not in folder_bytes(file.parent)


def test_cleaned_safety_copies_still_serve(desk: Desk) -> None:
    area = begin_area(desk)
    row = noted(desk, area)
    file = desk.store.file
    assert file is not None
    saved = rescue_copy(file, desk.now())
    copy = copies.make_copy(desk, area.partnership_id)
    replaced = copies.load_copy(desk, copy, replace=True).rescue
    assert replaced is not None
    remove(desk, area, row)
    with closing(sqlite3.connect(saved)) as connection:
        assert connection.execute("SELECT title FROM evidence").fetchall() == [(MARK,)]
    assert copies.read_copy(desk, replaced.read_bytes()).area == "Aldermoor"
    assert json.loads(replaced.read_bytes())["tables"]["evidence"][0]["title"] == MARK


def test_a_safety_copy_that_cannot_be_read_is_named(desk: Desk) -> None:
    area = begin_area(desk)
    row = noted(desk, area)
    file = desk.store.file
    assert file is not None
    rescue = file.parent / "rescue"
    rescue.mkdir()
    (rescue / "old.db").write_bytes(b"not a database " + row.encode())
    removal = remove(desk, area, row)
    assert [path.name for path in removal.copies_left] == ["old.db"]


@pytest.mark.parametrize(
    ("table", "field"),
    [("evidence", "id"), ("evidence", "kind"), ("activity_event", "after"), ("nowhere", "x")],
)
def test_only_free_text_can_be_removed(any_desk: Desk, area: Area, table: str, field: str) -> None:
    row = noted(any_desk, area)
    with pytest.raises(NotFound):
        service.remove_text(any_desk, area.partnership_id, table, row, field, "A reason")


def test_another_partnerships_text_cannot_be_removed(any_desk: Desk, area: Area) -> None:
    other = begin_area(any_desk, "Bramford")
    row = noted(any_desk, other)
    with pytest.raises(NotFound):
        remove(any_desk, area, row)
    assert evidence.evidence(any_desk, row).title == TOLD


def test_a_reason_is_needed_and_is_guarded_itself(any_desk: Desk, area: Area) -> None:
    row = noted(any_desk, area)
    for reason, refusal in (("  ", BadInput), ("It was A1234BC", LikelyIdentifier)):
        with pytest.raises(refusal):
            service.remove_text(any_desk, area.partnership_id, "evidence", row, "title", reason)


def test_only_the_lead_searches_and_removes(any_desk: Desk, area: Area) -> None:
    row = noted(any_desk, area)
    viewer = seen_by(any_desk, VIEWER)
    with pytest.raises(Refused):
        remove(viewer, area, row)
    with pytest.raises(Refused):
        service.find_text(viewer, area.partnership_id, "Zebedee")
    with pytest.raises(Refused):
        service.remove_names(viewer, area.partnership_id)
    with pytest.raises(Refused):
        service.remove_assessment(viewer, area.assessment_id, "The assessment of November 2026")


def test_names_of_representatives_go_for_good(any_desk: Desk, area: Area) -> None:
    pid = area.partnership_id
    agency, other = (
        partnerships.add_agency(any_desk, pid, name, ["CTP"]) for name in ("Provider", "Probation")
    )
    for row, name in ((agency, "Zebedee Quillfeather"), (other, "Ottoline Marchbanks")):
        partnerships.edit_agency_text(any_desk, row, "representative", Typed.over("", name))
    for kind in ("pdf", "folder", "json"):
        downloads.record_made(any_desk, pid, area.assessment_id, kind, kind, "OFFICIAL")
    removal = service.remove_names(any_desk, pid, agency)
    # No report shows a representative's name, so none needs to be asked back for one.
    assert {made.kind for made in removal.exports} == {"folder", "json"}
    assert partnerships.agency(any_desk, agency).representative == ""
    assert partnerships.agency(any_desk, other).representative == "Ottoline Marchbanks"
    assert "Quillfeather" not in everything(any_desk, area)
    service.remove_names(any_desk, pid)
    assert "Marchbanks" not in everything(any_desk, area)


def test_a_first_views_words_can_be_removed_without_being_shown(any_desk: Desk, area: Area) -> None:
    prison = partnerships.add_agency(any_desk, area.partnership_id, "HMP Stonebrook", ["PTP"])
    views.choose_names_shown(any_desk, area.assessment_id, True)
    views.ask_for_views(any_desk, area.assessment_id)
    given = Given(statement_id="P08", agency_id=prison, said=1, reason=TOLD)
    views.give_many(any_desk, area.assessment_id, [given], way=Way.PACK)

    (place,) = service.find_text(any_desk, area.partnership_id, "quillfeather")
    assert place.where == "View of P08: reason"
    assert "Quillfeather" not in place.excerpt

    where = (place.table, place.row_id, place.field)
    service.remove_text(any_desk, area.partnership_id, *where, "Names a person")
    assert TOLD not in everything(any_desk, area)


def test_looking_for_a_text_shows_no_words_that_a_peer_reviewer_is_still_writing(
    desk: Desk,
) -> None:
    it = reviewed(desk)
    here = it.by_link()
    typed = Typed.over("", "Nobody chairs when the lead is away")
    reviews.edit_rating_text(here, it.first, "G02", "comment", typed)
    area = partnerships.partnership_of(desk, it.assessment_id)
    found = service.find_text(desk, area, "chairs")
    assert [one.where for one in found] == ["Reviewer rating of G02: comment"]
    assert "lead is away" not in found[0].excerpt
