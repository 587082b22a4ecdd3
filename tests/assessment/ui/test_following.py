"""Screens that follow the room: what is drawn again, and what is not."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from tests.desk import begin_area


def _one_part(drawn, asked):
    import streamlit as st

    from assessment.ui.following import draw_again

    @st.fragment(key="part")
    def part():
        drawn.append("part")

    part()
    drawn.append("page")
    if asked:
        asked.clear()
        draw_again("part")


def test_one_part_is_drawn_again_and_nothing_else() -> None:
    drawn: list[str] = []
    page = AppTest.from_function(_one_part, args=(drawn, ["once"])).run()
    assert not page.exception
    assert drawn == ["part", "page", "part"]


def _asking(desk, assessment_id, drawing, done):
    from assessment.ui import following
    from assessment.ui.context import PageContext

    ctx = PageContext(desk=desk, assessment_id=assessment_id)
    if drawing:
        following.drawn()
    else:  # as a timer asks, on a thread of its own
        following._ask(ctx, lambda: done.append("redrawn"), lambda: done.append("again"))


def test_what_was_drawn_as_a_timer_asked_is_drawn_again(desk: Desk) -> None:
    area = begin_area(desk)
    drawing, done = ["now"], []
    args = (desk, area.assessment_id, drawing, done)
    page = AppTest.from_function(_asking, args=args).run()
    drawing.clear()
    page.run()
    assert not page.exception
    assert done == ["again"]


def test_where_nothing_was_drawn_it_waits_until_something_is_done(desk: Desk) -> None:
    area = begin_area(desk)
    done: list[str] = []
    page = AppTest.from_function(_asking, args=(desk, area.assessment_id, [], done)).run()
    page.run()
    assert done == []
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    page.run()
    page.run()
    assert not page.exception
    assert done == ["redrawn"]
