"""The lead's screens that follow the room: when one is drawn again, and when not."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.ui.following import room_marks
from tests.desk import begin_area


def _page(desk, assessment_id, draws, done):
    from assessment.ui import following
    from assessment.ui.context import PageContext

    ctx = PageContext(desk=desk, assessment_id=assessment_id)
    if draws:
        following.about_to_draw(ctx)
    following.follow_the_room(ctx, lambda: done.append("redrawn"))
    if not draws:  # as the browser calls it, once it has heard that something moved
        following._moved(ctx, lambda: done.append("redrawn"))


def opened(desk: Desk, assessment_id: str, draws: list[str], done: list[str]) -> AppTest:
    args = (desk, assessment_id, draws, done)
    return AppTest.from_function(_page, args=args, default_timeout=30).run()


def test_it_is_drawn_again_once_when_something_was_done(desk: Desk) -> None:
    area = begin_area(desk)
    done: list[str] = []
    page = opened(desk, area.assessment_id, [], done)
    assert done == []
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    page.run()
    page.run()
    assert not page.exception
    assert done == ["redrawn"]


def test_what_is_drawn_already_is_not_drawn_again(desk: Desk) -> None:
    area = begin_area(desk)
    draws, done = ["itself"], list[str]()
    page = opened(desk, area.assessment_id, draws, done)
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    page.run()
    draws.clear()
    page.run()
    assert not page.exception
    assert done == []


def test_the_mark_of_an_assessment_moves_with_each_act_in_it_and_no_other(desk: Desk) -> None:
    one, other = begin_area(desk), begin_area(desk, "Otherford")
    both = (one.assessment_id, other.assessment_id)
    before = room_marks(desk, both)
    partnerships.set_scope_kind(desk, one.assessment_id, ScopeKind.ALL)
    after = room_marks(desk, both)
    assert {each for each in both if before[each] != after[each]} == {one.assessment_id}
