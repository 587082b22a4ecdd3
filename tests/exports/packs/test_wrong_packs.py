"""Packs of another area, assessment, agency or edition: refused by name, or read where they can."""

import openpyxl
import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput
from assessment.bank import service as banks
from assessment.bank.rules.defaults import defaults_of
from assessment.partnership import service as partnerships
from assessment.partnership.model import Kept
from assessment.views import service as views
from exports.packs import service
from tests.desk import begin_area
from tests.exports.packs.scene import Scene, changed, read, scene


class TestWrongPacks:
    def test_of_another_area_is_refused_by_name(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": 2})
        other = begin_area(desk, "Brackwater")
        views.choose_names_shown(desk, other.assessment_id, False)
        views.ask_for_views(desk, other.assessment_id)
        (preview,) = service.preview_packs(desk, other.assessment_id, [read(data)], [False])
        assert "a pack of Aldermoor, and this is Brackwater" in preview.refused
        with pytest.raises(BadInput, match="a pack of Aldermoor"):
            service.keep_pack(desk, other.assessment_id, read(data), seen=preview)

    def test_of_another_assessment_is_refused_by_name(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": 2})
        one = partnerships.assessment(desk, here.assessment_id)
        month = one.month.replace(year=one.month.year + 1)
        later = partnerships.start_assessment(desk, here.partnership_id, one.bank_id, month)
        views.choose_names_shown(desk, later, False)
        views.ask_for_views(desk, later)
        (preview,) = service.preview_packs(desk, later, [read(data)], [False])
        assert f"belongs to another assessment: {one.title}" in preview.refused

    def test_of_an_agency_that_observes_or_was_put_away(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": 2})
        partnerships.set_observer(desk, here.treatment, True)
        assert "observes and is not asked" in here.preview(data)[0].refused
        partnerships.set_observer(desk, here.treatment, False)
        partnerships.put_away(desk, Kept.AGENCY, here.treatment)
        assert "has been put away" in here.preview(data)[0].refused

    def test_of_reworded_statements_says_which(self, desk: Desk) -> None:
        here = scene(desk)
        data = here.filled({"P03": 2, "G02": 1})
        reword(here, "G02")
        refused = here.preview(data)[0].refused
        assert "an earlier edition of the statements" in refused
        assert "(G02)" in refused

    def test_of_an_earlier_edition_is_read_where_the_words_stand(self, any_desk: Desk) -> None:
        here = scene(any_desk)
        data = here.filled({"P03": 2})
        reword(here, "G02")
        (preview,) = here.preview(data)
        assert any("worded the same now, so it is read" in line for line in preview.summary)
        here.keep(data)
        assert here.said() == {"P03": 2}

    def test_under_another_promise_is_refused(self, desk: Desk) -> None:
        here = scene(desk, names_shown=False)
        data = here.filled({"P03": 2})
        views.choose_names_shown(desk, here.assessment_id, True)
        assert "agencies’ names are not shown at the reveal" in here.preview(data)[0].refused

    def test_with_the_lines_about_it_changed_is_refused(self, desk: Desk) -> None:
        here = scene(desk)

        def other_agency(book: openpyxl.Workbook) -> None:
            for row in book["About this pack"].iter_rows():
                if row[0].value == "Agency, by number":
                    row[1].value = here.probation

        (preview,) = here.preview(changed(here.filled({"P08": 2}), other_agency))
        assert "say whose pack it is were changed" in preview.refused


def reword(here: Scene, statement: str) -> None:
    """Follow statements in which one threshold is another."""
    bank_id = partnerships.assessment(here.desk, here.assessment_id).bank_id
    bank = banks.bank_of(here.desk, bank_id)
    old = defaults_of(bank.statement(statement))[0].text
    changes = {(statement, old): "21 working days"}
    new = banks.change_defaults(here.desk, bank_id, changes, here.partnership_id)
    partnerships.use_statements(here.desk, here.assessment_id, new, resting=dict)
