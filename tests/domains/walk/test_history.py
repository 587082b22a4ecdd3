"""A statement's way from first views to its rating, and how far agencies agreed, on screen."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.consensus.model import HowReached
from assessment.partnership import service as partnerships
from assessment.views import service as views
from assessment.views.model import Answer, Given, Way
from tests.desk import VIEWER, Area, begin_area, seen_by


def _script(desk, area, screen):
    from assessment.ui.context import PageContext
    from domains.walk.pages import history, results

    ctx = PageContext(
        desk=desk, partnership_id=area.partnership_id, assessment_id=area.assessment_id
    )
    {"history": history, "results": results}[screen].render(ctx)


def drawn(desk: Desk, area: Area, screen: str, **address: str) -> str:
    page = AppTest.from_function(_script, args=(desk, area, screen), default_timeout=30)
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return "".join(each.proto.body for each in page.get("html"))


@pytest.fixture
def area(desk: Desk) -> Area:
    """An area with two views of P08, names to be shown, nothing revealed yet."""
    begun = begin_area(desk)
    prison = partnerships.add_agency(desk, begun.partnership_id, "HMP Stonebrook", ["PTP"])
    probation = partnerships.add_agency(desk, begun.partnership_id, "Probation", ["PS"])
    views.choose_names_shown(desk, begun.assessment_id, True)
    views.ask_for_views(desk, begun.assessment_id)
    given = [
        Given(statement_id="P08", agency_id=prison, said=1, reason="Fridays are unsafe"),
        Given(statement_id="P08", agency_id=probation, said=Answer.DONT_KNOW),
    ]
    views.give_many(desk, begun.assessment_id, given, way=Way.PACK)
    return begun


def test_before_the_reveal_it_says_how_many_and_nothing_more(desk: Desk, area: Area) -> None:
    html = drawn(desk, area, "history", id="P08")
    assert "2 first views came in. They have not been revealed." in html
    for sealed in ("Fridays", "Partly met", "HMP Stonebrook", "know"):
        assert sealed not in html


def test_after_it_the_spread_then_names_then_what_was_agreed(desk: Desk, area: Area) -> None:
    here = (desk, area.assessment_id, "P08")
    views.show_spread(*here)
    html = drawn(desk, area, "history", id="P08")
    assert "One says Partly met, one doesn’t know." in html
    assert "HMP Stonebrook" not in html
    views.show_names(*here)
    consensus.record_rating(*here, 2)
    html = drawn(desk, area, "history", id="P08")
    assert "<strong>HMP Stonebrook</strong>: Partly met. Fridays are unsafe" in html
    assert "Mostly met" in html


def test_the_reasons_of_the_rating_stand_beneath_it(desk: Desk, area: Area) -> None:
    here = (desk, area.assessment_id, "P08")
    consensus.record_rating(*here, 2)
    consensus.record_how(*here, HowReached.CHAIR_DECIDED)
    consensus.edit_words(*here, "because", Typed.over("", "Fridays weighed most."))
    html = drawn(desk, area, "history", id="P08")
    assert "Mostly met, chair decided after hearing all views.</li>" in html
    assert "The chair decided because: Fridays weighed most." in html
    consensus.record_how(*here, HowReached.ALL_AGREED)
    assert "Fridays weighed most" not in drawn(desk, area, "history", id="P08")


def test_a_view_after_the_reveal_is_marked(desk: Desk, area: Area) -> None:
    here = (desk, area.assessment_id, "P08")
    views.show_spread(*here)
    views.show_names(*here)
    agencies = partnerships.agencies(desk, area.partnership_id)
    views.give(*here, agencies[1].id, 3, way=Way.CALLED_OUT)
    assert "Probation</strong>, after the reveal: Fully met." in drawn(
        desk, area, "history", id="P08"
    )


def test_where_no_names_are_shown_later_views_are_counted_and_nothing_more(
    desk: Desk, area: Area
) -> None:
    here = (desk, area.assessment_id, "P08")
    views.show_spread(*here)
    agencies = partnerships.agencies(desk, area.partnership_id)
    views.give(*here, agencies[1].id, 3, way=Way.CALLED_OUT)
    html = drawn(desk, area, "history", id="P08")
    assert "1 view came after first views stood." in html
    assert "Fully met" not in html
    assert "Probation" not in html


def test_results_tell_how_far_agencies_agreed(desk: Desk, area: Area) -> None:
    html = drawn(desk, area, "results")
    assert "First views, before the room talked" in html
    assert "None has been revealed yet." in html
    views.show_spread(desk, area.assessment_id, "P08")
    html = drawn(desk, area, "results")
    assert "No view was received for" in html
    assert "Nothing to compare" in html


def test_an_area_that_asks_for_no_views_is_told_nothing_of_them(desk: Desk) -> None:
    begun = begin_area(desk)
    assert "First views" not in drawn(desk, begun, "results")


def test_a_viewer_reads_the_results_without_them(desk: Desk, area: Area) -> None:
    assert "First views" not in drawn(seen_by(desk, VIEWER), area, "results")
