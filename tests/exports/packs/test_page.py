"""The page through its own script: a preview first, no answer in anything that is sent."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Way
from tests.desk import begin_area
from tests.exports.packs.scene import Scene, scene


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _script(desk, partnership_id, assessment_id):
    from assessment.ui.context import PageContext
    from exports.packs.pages import packs as page

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            import streamlit as st

            st.text(f"went to {name}")
            st.stop()

    page.render(Here(desk=desk, partnership_id=partnership_id, assessment_id=assessment_id))


def opened(desk: Desk, partnership_id: str, assessment_id: str) -> AppTest:
    args = (desk, partnership_id, assessment_id)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def page_of(here: Scene) -> AppTest:
    return opened(here.desk, here.partnership_id, here.assessment_id)


def drawn(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


def upload(page: AppTest, *files: bytes) -> AppTest:
    given = [(f"{number}.xlsx", data, XLSX) for number, data in enumerate(files, 1)]
    return page.file_uploader[0].set_value(given).run()


def sent(page: AppTest) -> str:
    """Everything the browser is given: elements and the state of widgets."""
    return "\n".join(str(each.proto) for each in page.main if hasattr(each, "proto")) + drawn(page)


def test_files_are_shown_before_anything_is_kept(desk: Desk) -> None:
    here = scene(desk)
    page = upload(page_of(here), here.filled({"P03": 2}), here.filled({"P08": 1}, here.probation))
    assert "1 answer new." in drawn(page)
    assert here.said() == {}
    page.button(key="packs_keep").click().run()
    assert here.said() == {"P03": 2}
    assert here.said(here.probation) == {"P08": 1}
    assert "Kept: 1 answer of Inside Health; 1 answer of Probation" in drawn(page)
    labels = [button.label for button in page.download_button]
    assert "Save the receipt for Inside Health" in labels


def test_nothing_that_is_sent_tells_an_answer(desk: Desk) -> None:
    here = scene(desk)
    ids = (here.assessment_id, "P03", here.treatment)
    views.give(here.partner(), *ids, 0, way=Way.JOINED)
    data = here.filled({"P03": (3, "Zebra"), "G02": "nearly 3 Zebra", "G03": (1, "See A1234BC")})
    page = upload(page_of(here), data)
    text = sent(page) + json.dumps([widget.label for widget in page.radio])
    assert "Differs from 1 answer: 1 given online (P03)." in text
    assert "this is none of the seven answers" in text
    for word in ("Fully met", "Not met", "Partly met", "Zebra", "A1234BC"):
        assert word not in text


def test_where_both_answer_the_lead_chooses_file_by_file(desk: Desk) -> None:
    here = scene(desk)
    for agency in (here.treatment, here.probation):
        ids = (here.assessment_id, "P08", agency)
        views.give(here.partner(agency), *ids, 1, way=Way.JOINED)
    mine, theirs = here.filled({"P08": 3}), here.filled({"P08": 3}, here.probation)
    page = upload(page_of(here), mine, theirs)
    assert page.button(key="packs_keep").disabled
    page.radio[1].set_value("Take the file’s").run()
    page.button(key="packs_keep").click().run()
    assert (here.said(), here.said(here.probation)) == ({"P08": 1}, {"P08": 3})


def test_a_file_with_mistakes_waits_for_a_tick(desk: Desk) -> None:
    here = scene(desk)
    page = upload(page_of(here), here.filled({"P03": 2, "G02": "maybe"}), b"no pack at all")
    assert page.button(key="packs_keep").disabled
    assert "choose above to leave them out" in drawn(page)
    page.checkbox[0].check().run()
    page.button(key="packs_keep").click().run()
    assert here.said() == {"P03": 2}
    assert "Nothing is left to keep." in drawn(page)  # the other file keeps both on the page


def test_a_wrong_file_is_refused_beside_good_ones(desk: Desk) -> None:
    here = scene(desk)
    page = upload(page_of(here), b"%PDF-1.7", here.filled({"P03": 2}))
    assert "scan or a picture" in drawn(page)
    assert "Key in paper packs" in drawn(page)
    page.button(key="packs_keep").click().run()
    assert here.said() == {"P03": 2}


def test_a_day_to_reply_by_is_proposed_and_kept_only_when_it_is_chosen(desk: Desk) -> None:
    here = scene(desk)
    page = page_of(here)
    assert page.date_input(key="reply_by").value == date(2026, 12, 4)
    assert "as a proposal" in drawn(page)
    assert kept_day(here) is None
    assert "name no day" in drawn(page.date_input(key="reply_by").set_value(None).run())
    page.date_input(key="reply_by").set_value(date(2026, 12, 9)).run()
    assert kept_day(here) == date(2026, 12, 9)
    assert "as a proposal" not in drawn(page)


def kept_day(here: Scene) -> date | None:
    asking = views.asking_of(here.desk, here.assessment_id)
    assert asking is not None
    return asking.reply_by


@pytest.mark.parametrize("asked", [True, False])
def test_what_stands_in_the_way_leads_to_first_views(desk: Desk, asked: bool) -> None:
    area = begin_area(desk)
    partnerships.add_agency(desk, area.partnership_id, "Probation", ["PS"])
    if asked:
        partnerships.ask_for_views(desk, area.assessment_id)
    page = opened(desk, area.partnership_id, area.assessment_id)
    drawn(page)
    page.button(key="packs_to_views").click().run()
    assert [text.value for text in page.text] == ["went to views"]
