"""The page of reviewer packs through its own script: read first, then out, then back."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.peer_review import service as reviews
from assessment.peer_review.model import DocumentWay
from exports.packs import service
from tests.exports.packs.reviewing import TITLE, Round, rated, round_of
from tests.exports.packs.test_page import drawn, upload


def _script(desk, partnership_id, assessment_id):
    from assessment.ui.context import PageContext
    from exports.packs.pages import reviewer_packs

    ctx = PageContext(desk=desk, partnership_id=partnership_id, assessment_id=assessment_id)
    reviewer_packs.render(ctx)


def opened(here: Round) -> AppTest:
    assessment_id = here.one.assessment_id
    area = partnerships.partnership_of(here.desk, assessment_id)
    args = (here.desk, area, assessment_id)
    return AppTest.from_function(_script, args=args, default_timeout=30).run()


def test_a_pack_waits_until_every_text_in_it_was_read(desk: Desk) -> None:
    here = round_of(desk, read=False)
    page = opened(here)
    waiting = len(service.texts_unread(desk, here.one.round_id))
    assert f"Read {waiting} texts first" in drawn(page)
    assert TITLE in drawn(page)
    assert all(button.disabled for button in page.download_button)
    for _ in range(waiting):
        page.selectbox[0].select_index(0).run()
    assert "texts first" not in drawn(page)
    assert not any(button.disabled for button in page.download_button)
    assert "shown no document yet" not in drawn(page)


def test_that_no_document_is_named_is_said_before_packs_leave(desk: Desk) -> None:
    here = round_of(desk)
    for evidence_id in reviews.documents(desk, here.one.round_id):
        reviews.set_document_way(desk, here.one.round_id, evidence_id, DocumentWay.NOT_AVAILABLE)
    assert "shown no document yet" in drawn(opened(here))


def test_ratings_are_kept_on_the_click_and_then_stand(desk: Desk) -> None:
    here = round_of(desk)
    page = upload(opened(here), rated(here.pack(), {"G02": 1, "P08": 2}))
    assert "2 ratings can be read." in drawn(page)
    assert here.said() == {}
    next(one for one in page.button if one.label.startswith("Keep what")).click().run()
    assert "Kept: 2 ratings of Commissioner, Brackley Council." in drawn(page)
    assert reviews.standing(desk, here.one.round_id).draft
    assert any(one.label.startswith("Save the second file") for one in page.download_button)


def test_a_file_of_another_kind_is_refused_with_its_way_forward(desk: Desk) -> None:
    page = upload(opened(round_of(desk)), b"%PDF-1.7")
    assert "Ask for the Excel workbook itself" in drawn(page)
    assert not any(one.label.startswith("Keep what") for one in page.button)
