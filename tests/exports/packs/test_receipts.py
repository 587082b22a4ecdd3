"""The receipt names the views that came, and no answer."""

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.views.rules.promise import promise
from exports.downloads import service as downloads
from exports.packs import service
from tests.exports.packs.scene import ids_of, scene


def test_it_thanks_for_what_came_and_names_what_did_not(any_desk: Desk) -> None:
    here = scene(any_desk)
    here.keep(here.filled({"P03": (0, "Gaps on Fridays"), "G02": "Don’t know"}))
    page = service.receipt_of(any_desk, here.assessment_id, here.treatment)
    assert page.thanks == "2 views received, thank you."
    assert [one for one, _ in page.received] == ["G02", "P03"]
    assert "P08" in {one for one, _ in page.waiting}
    assert page.promise == promise(False)
    text = page.model_dump_json()
    assert "Fridays" not in text
    assert "Not met" not in text


def test_as_a_page_it_is_marked_recorded_and_runs_nothing(desk: Desk) -> None:
    here = scene(desk)
    odd = partnerships.add_agency(desk, here.partnership_id, "<script>alert(1)</script>", ["PTP"])
    here.keep(here.filled({"P03": 1}, odd))
    made = service.make_receipt(desk, here.assessment_id, odd)
    html = made.data.decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "OFFICIAL" in html
    assert "Partly met" not in html
    assert "http" not in html.replace('http-equiv="', "")
    record = downloads.files_made(desk, here.partnership_id)[0]
    assert (record.kind, record.file_name) == ("receipt", made.file_name)


def test_it_names_every_statement_of_a_full_pack(desk: Desk) -> None:
    here = scene(desk)
    partnerships.set_scope_kind(desk, here.assessment_id, ScopeKind.ALL)
    here.keep(here.filled(dict.fromkeys(ids_of(here.pack()), 2)))
    page = service.receipt_of(desk, here.assessment_id, here.treatment)
    assert len(page.received) == 41
    assert not page.waiting


def test_there_is_none_before_a_view_came(desk: Desk) -> None:
    here = scene(desk)
    with pytest.raises(BadInput, match="No view of this agency is here yet"):
        service.make_receipt(desk, here.assessment_id, here.treatment)
