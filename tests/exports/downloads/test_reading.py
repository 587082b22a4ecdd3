"""The page on which texts are read before they leave the area."""

import pytest
from streamlit.testing.v1 import AppTest

from action_plans.actions import service as actions
from assessment.access.desk import Desk
from assessment.privacy.audience import Audience
from exports.audiences import service
from exports.audiences.model import Choice
from exports.report.service import report_of, to_read
from tests.desk import Area, begin_area


NAMED = "Ask Ceridwen Vaughan for <b>the list</b>"
PLAIN = "Keep the list of contacts up to date"


def _script(desk, area, audience):
    import streamlit as st

    from assessment.ui.context import PageContext
    from exports.downloads.pages import reading

    st.query_params["for"] = audience
    reading.render(
        PageContext(desk=desk, partnership_id=area.partnership_id, assessment_id=area.assessment_id)
    )


def opened(desk: Desk, area: Area, audience: str = "public") -> AppTest:
    return AppTest.from_function(_script, args=(desk, area, audience), default_timeout=60).run()


def said(page: AppTest) -> str:
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


@pytest.fixture
def area(desk: Desk) -> Area:
    """An area with two texts that could leave."""
    begun = begin_area(desk)
    for what in (PLAIN, NAMED):
        actions.raise_action(desk, begun.assessment_id, ["P08"], what)
    return begun


def test_each_text_is_there_once_the_marked_ones_first(desk: Desk, area: Area) -> None:
    html = said(opened(desk, area))
    assert "0 of 2 texts read." in html
    assert "<mark>Ask Ceridwen Vaughan</mark> for &lt;b&gt;the list&lt;/b&gt;" in html
    assert html.index("Ceridwen") < html.index(PLAIN)
    assert html.count(PLAIN) == 1
    assert "What is to be done: Action 2" in html
    assert "No program can prove a text harmless" in html


def test_a_choice_saves_at_once_and_other_words_are_asked_for(desk: Desk, area: Area) -> None:
    page = opened(desk, area)
    page.selectbox[0].set_value(Choice.REWORD).run()
    assert not page.exception
    read = service.texts_read(desk, area.assessment_id, Audience.PUBLIC)
    assert [one.choice for one in read.values()] == [Choice.REWORD]
    assert page.get("bidi_component")


def test_what_was_decided_for_another_copy_is_taken_over_by_a_press(desk: Desk, area: Area) -> None:
    passages, _ = to_read(desk, area.assessment_id, Audience.REGION)
    for one in passages:
        service.decide(desk, area.assessment_id, Audience.REGION, one.digest, Choice.DROP)
    page = opened(desk, area)
    assert "0 of 2 texts read." in said(page)
    assert said(page).count("In the copy for the regional team it was left out.") == 2
    page.button(key="alike_rest").click().run()
    assert "1 of 2 texts read." in said(page), "the marked one is decided by itself"
    [same] = [button for button in page.button if button.label == "Decide the same here"]
    same.click().run()
    read = service.texts_read(desk, area.assessment_id, Audience.PUBLIC)
    assert [one.choice for one in read.values()] == [Choice.DROP, Choice.DROP]


def test_unmarked_ones_are_kept_together_and_marked_ones_never(desk: Desk, area: Area) -> None:
    page = opened(desk, area)
    page.button(key="keep_rest").click().run()
    html = said(page)
    assert "1 of 2 texts read." in html
    assert PLAIN not in html
    assert "Ceridwen" in html
    page.selectbox[0].set_value(Choice.KEEP).run()
    passages, _ = to_read(desk, area.assessment_id, Audience.PUBLIC)
    assert len(passages) == 2
    assert report_of(desk, area.assessment_id, Audience.PUBLIC).actions
