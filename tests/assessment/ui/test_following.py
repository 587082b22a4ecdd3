"""Screens that follow the room: what is drawn again, and what is not."""

from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from tests.desk import begin_area


def _asking(desk, assessment_id, done):
    from assessment.ui import following
    from assessment.ui.context import PageContext

    ctx = PageContext(desk=desk, assessment_id=assessment_id)
    following.follow_the_room(ctx, lambda: done.append("redrawn"))


def test_it_waits_until_something_is_done(desk: Desk) -> None:
    area = begin_area(desk)
    done: list[str] = []
    page = AppTest.from_function(_asking, args=(desk, area.assessment_id, done)).run()
    page.run()
    assert done == []
    partnerships.set_scope_kind(desk, area.assessment_id, ScopeKind.ALL)
    page.run()
    page.run()
    assert not page.exception
    assert done == ["redrawn"]
