"""The page: whose sheets, why one cannot be made yet, and what is handed over."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from tests.desk import begin_area
from tests.exports.packs.scene import scene
from tests.exports.printed.scene import agree, give


def _script(desk, partnership_id, assessment_id):
    from assessment.ui.context import PageContext
    from exports.printed import pages

    pages.render(PageContext(desk=desk, partnership_id=partnership_id, assessment_id=assessment_id))


def opened(desk: Desk, partnership_id: str, assessment_id: str) -> AppTest:
    args = (desk, partnership_id, assessment_id)
    page = AppTest.from_function(_script, args=args, default_timeout=30).run()
    assert not page.exception
    return page


def live(page: AppTest) -> dict[str, bool]:
    return {button.label: not button.disabled for button in page.download_button}


def drawn(page: AppTest) -> str:
    return "".join(each.proto.body for each in page.get("html"))


def test_before_views_are_asked_for_there_are_cards_alone(desk: Desk) -> None:
    area = begin_area(desk)
    partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    page = opened(desk, area.partnership_id, area.assessment_id)
    assert live(page) == {
        "Save the cards to hold up": True,
        "Save the paper packs": False,
        "Save the receipts": False,
        "Save the pages after the workshop": False,
    }
    assert "First views are not asked for yet." in drawn(page)


def test_one_agency_is_chosen_and_only_what_it_has_is_live(desk: Desk) -> None:
    here = scene(desk)
    give(here, here.treatment, {"P08": 0})
    agree(here, "P08", 1, names=False)
    page = opened(desk, here.partnership_id, here.assessment_id)
    assert all(live(page).values())
    page.selectbox(key="print_agency").set_value(here.probation).run()
    assert live(page) == {
        "Save the cards to hold up": True,
        "Save the paper pack": True,
        "Save the receipt": False,
        "Save the page after the workshop": True,
    }
    assert "No view of this agency is here yet" in drawn(page)
