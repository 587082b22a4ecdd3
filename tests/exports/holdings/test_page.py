"""The page through its own script: the facts for everyone, the removals for the lead."""

from datetime import date

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.evidence import service as evidence
from assessment.partnership import service as partnerships
from tests.desk import VIEWER, Area, begin_area, seen_by


def _script(desk, partnership_id, assessment_id):
    from assessment.ui.context import PageContext
    from exports.holdings import pages

    pages.render(PageContext(desk=desk, partnership_id=partnership_id, assessment_id=assessment_id))


def opened(desk: Desk, area: Area) -> AppTest:
    args = (desk, area.partnership_id, area.assessment_id)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def test_it_says_where_the_data_is_and_what_may_hold_text(desk: Desk) -> None:
    html = drawn(opened(desk, begin_area(desk)))
    assert desk.store.file is not None
    assert str(desk.store.file.parent) in html
    assert "Representative’s name" in html
    assert "Agreed rating" in html


def test_a_viewer_sees_the_facts_and_no_removal(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(seen_by(desk, VIEWER), area)
    assert "Facts about named people" in drawn(page)
    assert "print this page" in drawn(page)
    assert not page.button


def test_a_text_is_found_and_removed_with_a_reason(desk: Desk) -> None:
    area = begin_area(desk)
    row = evidence.add_evidence(desk, area.assessment_id, "P08", "Zebedee *told* us on the wing")
    page = opened(desk, area)
    page.text_input(key="text_words").input("zebedee").run()
    assert "told" in page.radio(key="text_place").proto.captions[0]
    page.radio(key="text_place").set_value(0).run()
    page.text_input(key="text_reason").input("A name").run()
    page.button(key="text_remove").click().run()
    assert "Removed on 21 November 2026 by the lead." in drawn(page)
    assert "Zebedee" not in drawn(page)
    assert evidence.evidence(desk, row).title.startswith("Removed on")


def test_a_removal_without_a_reason_is_refused_beside_the_button(desk: Desk) -> None:
    area = begin_area(desk)
    evidence.add_evidence(desk, area.assessment_id, "P08", "Zebedee told us on the wing")
    page = opened(desk, area)
    page.text_input(key="text_words").input("zebedee").run()
    page.radio(key="text_place").set_value(0).run()
    page.button(key="text_remove").click().run()
    assert "Say in a few words why it is removed" in drawn(page)


def test_a_reason_with_a_likely_identifier_is_taken_out_or_kept_on_purpose(desk: Desk) -> None:
    area = begin_area(desk)
    evidence.add_evidence(desk, area.assessment_id, "P08", "Zebedee told us on the wing")
    page = opened(desk, area)
    page.text_input(key="text_words").input("zebedee").run()
    page.radio(key="text_place").set_value(0).run()
    page.text_input(key="text_reason").input("It was A1234BC").run()
    page.button(key="text_remove").click().run()
    assert "prison number" in drawn(page)
    page.button(key="text_reason_remove").click().run()
    assert page.text_input(key="text_reason").value == "It was [removed]"
    page.text_input(key="text_reason").input("File A1234BC of the council").run()
    page.button(key="text_remove").click().run()
    page.button(key="text_reason_keep").click().run()
    assert "Removed on 21 November 2026 by the lead." in drawn(page)
    assert "File A1234BC of the council" in drawn(page)


def test_names_go_after_a_tick(desk: Desk) -> None:
    area = begin_area(desk)
    agency = partnerships.add_agency(desk, area.partnership_id, "Provider", ["CTP"])
    partnerships.edit_agency_text(desk, agency, "representative", Typed.over("", "Jo Bloggs"))
    page = opened(desk, area)
    assert page.button(key="names_remove").disabled
    page.checkbox(key="names_sure").check().run()
    page.button(key="names_remove").click().run()
    assert "Removed on 21 November 2026" in drawn(page)
    assert partnerships.agency(desk, agency).representative == ""


def test_an_assessment_is_removed_only_after_its_title_is_typed(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(desk, area)
    page.selectbox(key="gone_which").set_value(area.assessment_id).run()
    page.checkbox(key="gone_area").uncheck().run()
    page.text_input(key="gone_typed").input("yes").run()
    page.button(key="gone_remove").click().run()
    assert "Nothing was removed" in drawn(page)
    page.text_input(key="gone_typed").input("The assessment of November 2026").run()
    page.button(key="gone_remove").click().run()
    assert "The assessment was removed for good." in drawn(page)
    assert partnerships.assessments(desk, area.partnership_id) == ()
    assert partnerships.partnership(desk, area.partnership_id).name == "Aldermoor"


def test_with_the_last_assessment_goes_the_area_unless_it_is_kept(desk: Desk) -> None:
    area = begin_area(desk)
    page = opened(desk, area)
    page.selectbox(key="gone_which").set_value(area.assessment_id).run()
    assert page.checkbox(key="gone_area").value
    assert "It is the last assessment of Aldermoor." in drawn(page)
    page.text_input(key="gone_typed").input("The assessment of November 2026").run()
    page.button(key="gone_remove").click().run()
    assert not page.exception
    assert partnerships.partnerships(desk) == ()


def test_an_area_with_another_assessment_is_not_offered_to_go(desk: Desk) -> None:
    area = begin_area(desk)
    bank_id = partnerships.assessment(desk, area.assessment_id).bank_id
    partnerships.start_assessment(desk, area.partnership_id, bank_id, date(2027, 11, 1))
    page = opened(desk, area)
    page.selectbox(key="gone_which").set_value(area.assessment_id).run()
    assert "gone_area" not in [box.key for box in page.checkbox]
    page.text_input(key="gone_typed").input("The assessment of November 2026").run()
    page.button(key="gone_remove").click().run()
    assert "The assessment was removed for good." in drawn(page)
    assert len(partnerships.assessments(desk, area.partnership_id)) == 1
