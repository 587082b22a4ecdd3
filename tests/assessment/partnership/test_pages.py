"""The pages as one person meets them, from an empty database to a prepared assessment."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.partnership import service
from assessment.partnership.model import CanCommit, Kept, ScopeKind, Status
from tests.desk import VIEWER, Area, begin_area, seen_by


def door(desk, first) -> None:
    """A door with the two pages of this slice, and two more to leave for."""
    import streamlit as st

    from assessment.partnership import service
    from assessment.partnership.pages import prepare, start
    from assessment.ui.context import PageContext

    links: dict = {}
    areas = service.partnerships(desk)
    wanted = st.query_params.get("assessment")
    known = {one.id: a.id for a in areas for one in service.assessments(desk, a.id)}
    assessment_id = wanted if wanted in known else next(iter(known), "")
    context = PageContext(
        desk=desk,
        partnership_id=known.get(assessment_id, ""),
        assessment_id=assessment_id,
        links=links,
        data_note="The data is in /data/throughcare.",
        deeds={"load_demo": lambda: service.start_partnership(desk, "Fictional")[1]},
    )
    pages = {
        "start": lambda: start.render(context),
        "prepare": lambda: prepare.render(context),
        "statements": lambda: st.text("the statements"),
        "home": lambda: st.text("home"),
    }
    for name, render in pages.items():
        links[name] = st.Page(render, title=name, url_path=name, default=name == first)
    st.navigation(list(links.values())).run()


def opened(desk: Desk, first: str, **address: str) -> AppTest:
    """The door, run once, at an address."""
    at = AppTest.from_function(door, args=(desk, first), default_timeout=20)
    for name, value in address.items():
        at.query_params[name] = value
    return settled(at.run())


def settled(at: AppTest) -> AppTest:
    """The run, which raised nothing."""
    assert not at.exception, at.exception
    return at


def words(at: AppTest) -> str:
    """All our own HTML on the page."""
    return " ".join(str(part.proto.body) for part in at.get("html"))


def button(at: AppTest, label: str):
    """The button of this label."""
    return next(one for one in at.button if one.label == label)


@pytest.fixture
def area(desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(desk)


class TestStart:
    def test_one_name_begins_an_area_and_leads_to_prepare(self, desk: Desk) -> None:
        service.type_area_name(desk, Typed.over("", "Aldermoor"))
        at = opened(desk, "start")
        assert "/data/throughcare" in words(at)
        settled(button(at, "Begin with this area").click().run())
        assert [one.name for one in service.partnerships(desk)] == ["Aldermoor"]
        assert "<h1>Prepare</h1>" in words(at)
        assert "Aldermoor. The assessment of November 2026" in words(at)

    def test_an_empty_name_is_answered_beside_the_field(self, desk: Desk) -> None:
        at = opened(desk, "start")
        settled(button(at, "Begin with this area").click().run())
        assert "Type a name first." in words(at)
        assert service.partnerships(desk) == ()

    def test_the_fictional_area_opens_from_here(self, desk: Desk) -> None:
        at = opened(desk, "start")
        settled(button(at, "Open the fictional area").click().run())
        assert [text.value for text in at.text] == ["home"]

    def test_a_viewer_cannot_begin(self, desk: Desk) -> None:
        at = opened(seen_by(desk, VIEWER), "start")
        assert button(at, "Begin with this area").disabled


class TestArea:
    def test_names_are_never_read_as_markup(self, desk: Desk, area: Area) -> None:
        name = "![x](https://example.org/x) <img src=x>"
        service.add_prison(desk, area.partnership_id, name)
        service.add_authority(desk, area.partnership_id, name)
        at = opened(desk, "prepare")
        labels = [one.label for one in (*at.button, *at.checkbox)]
        assert "<img" not in words(at)
        assert not any("![x](" in label for label in labels)

    def test_the_marking_can_be_in_ones_own_words(self, desk: Desk, area: Area) -> None:
        at = opened(desk, "prepare")
        settled(at.selectbox(key="marking").set_value("OFFICIAL-SENSITIVE").run())
        assert service.partnership(desk, area.partnership_id).marking == "OFFICIAL-SENSITIVE"
        settled(at.selectbox(key="marking").set_value("own").run())
        assert service.partnership(desk, area.partnership_id).marking == "OFFICIAL-SENSITIVE"
        settled(at.selectbox(key="marking").set_value("").run())
        assert service.partnership(desk, area.partnership_id).marking == ""


class TestAgencies:
    def test_the_core_is_one_click_and_the_sentence_at_the_top_follows(
        self, desk: Desk, area: Area
    ) -> None:
        at = opened(desk, "prepare", section="agencies")
        settled(button(at, "Add all 6 core agencies").click().run())
        assert "6 agencies." in words(at)
        assert all("core agencies" not in one.label for one in at.button)
        settled(button(at, "Add NDTMS team").click().run())
        assert "7 agencies." in words(at)

    def test_one_form_at_a_time(self, desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["HMPPS"])
        at = opened(desk, "prepare", section="agencies")
        service.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        settled(button(at, "Open HMP Stonebrook").click().run())
        picked = at.selectbox(key=f"can_commit_{agency_id}")
        settled(picked.set_value(CanCommit.MUST_CHECK).run())
        assert "Needs to check with … before committing staff time." in words(at)
        settled(at.checkbox(key=f"observer_{agency_id}").check().run())
        assert "Observes; not asked to rate." in words(at)
        settled(button(at, "Next: Probation").click().run())
        assert "Who speaks for it is not set yet." in words(at)
        assert all("Next:" not in one.label for one in at.button)
        settled(button(at, "Back to all agencies").click().run())
        assert "2 agencies, 1 observer among them." in words(at)

    def test_who_speaks_for_each_is_filled_in_on_one_page(self, desk: Desk, area: Area) -> None:
        for name, kind in (("HMP Stonebrook", "HMPPS"), ("Probation", "PS")):
            service.add_agency(desk, area.partnership_id, name, [kind])
        at = opened(desk, "prepare", section="agencies")
        settled(button(at, "Say who speaks for each").click().run())
        picked = [box for box in at.selectbox if box.label.endswith(": staff time")]
        assert [box.label.split(":")[0] for box in picked] == ["HMP Stonebrook", "Probation"]
        settled(picked[1].set_value(CanCommit.MUST_CHECK).run())
        _, probation = service.agencies(desk, area.partnership_id)
        assert probation.can_commit is CanCommit.MUST_CHECK
        settled(button(at, "Back to all agencies").click().run())
        assert "Needs to check with …" in words(at)

    def test_the_last_kind_cannot_be_taken_away(self, desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["HMPPS"])
        at = opened(desk, "prepare", section="agencies", agency=agency_id)
        settled(at.pills(key=f"types_{agency_id}").set_value([]).run())
        assert "Choose what kind of agency it is." in words(at)
        assert service.agency(desk, agency_id).types == ("HMPPS",)

    def test_an_agency_put_away_leads_back_to_the_list(self, desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(desk, area.partnership_id, "HMP Stonebrook", ["HMPPS"])
        other = service.add_agency(desk, area.partnership_id, "Probation", ["PS"])
        service.put_away(desk, Kept.AGENCY, other)
        at = opened(desk, "prepare", section="agencies", agency=agency_id)
        settled(button(at, "Put away HMP Stonebrook").click().run())
        assert "No agency yet." in words(at)
        assert [fold.label for fold in at.expander] == ["2 agencies put away"]
        settled(button(at, "Put HMP Stonebrook back").click().run())
        assert [one.id for one in service.agencies(desk, area.partnership_id)] == [agency_id]


class TestStatements:
    def test_minutes_stand_beside_each_choice_and_the_rule_beneath(
        self, desk: Desk, area: Area
    ) -> None:
        at = opened(desk, "prepare", section="scope")
        assert "These are the toolkit’s own figures" in words(at)
        settled(at.radio(key="scope_kind").set_value(1).run())
        assert "<h2>46 of 46 statements</h2>" in words(at)

    def test_a_chosen_set_is_ticked_together(self, desk: Desk, area: Area) -> None:
        at = opened(desk, "prepare", section="scope")
        settled(at.radio(key="scope_kind").set_value(2).run())
        before = service.scope(desk, area.assessment_id)
        wanted = "G05" if "G05" not in before else "G10"
        settled(at.checkbox(key=f"in_scope_{wanted}").check().run())
        assert service.scope(desk, area.assessment_id) == before | {wanted}

    def test_the_month_cannot_be_left_empty(self, desk: Desk, area: Area) -> None:
        at = opened(desk, "prepare", section="scope")
        settled(at.date_input(key="month").set_value(None).run())
        assert "The one before is kept." in words(at)
        settled(at.date_input(key="month~1").set_value(date(2026, 12, 9)).run())
        assert service.assessment(desk, area.assessment_id).month == date(2026, 12, 1)

    def test_an_agreed_assessment_says_why_its_scope_is_fixed(self, desk: Desk, area: Area) -> None:
        service.begin_consensus(desk, area.assessment_id)
        why = Typed.over("", "Boundary review")
        service.edit_assessment_text(desk, area.assessment_id, "no_dates_reason", why)
        service.agree(desk, area.assessment_id)
        at = opened(desk, "prepare", section="scope")
        assert "Open the ratings again to change what is in scope." in words(at)
        assert at.radio(key="scope_kind").disabled


class TestMeetings:
    def test_a_day_that_was_chosen_and_not_added_outlasts_a_refresh(
        self, desk: Desk, area: Area
    ) -> None:
        at = opened(desk, "prepare", section="meetings")
        settled(at.date_input(key="new_meeting_day").set_value(date(2026, 12, 9)).run())
        kept = at.query_params["meeting"]
        chosen = kept if isinstance(kept, str) else kept[0]
        again = opened(desk, "prepare", section="meetings", meeting=chosen)
        assert again.date_input(key="new_meeting_day").value == date(2026, 12, 9)
        settled(button(again, "Add meeting").click().run())
        assert [one.held_on for one in service.meetings(desk, area.assessment_id)] == [
            date(2026, 12, 9)
        ]
        assert "meeting" not in again.query_params

    def test_attendance_is_ticked_once(self, desk: Desk, area: Area) -> None:
        service.add_suggested_core(desk, area.assessment_id)
        at = opened(desk, "prepare", section="meetings")
        settled(button(at, "Add meeting").click().run())
        settled(button(at, "Everyone is here").click().run())
        (found,) = service.meetings(desk, area.assessment_id)
        assert len(found.present) == 6
        assert "Ratings made now belong to this meeting." in words(at)
        gone = found.present[0]
        service.put_away(desk, Kept.AGENCY, gone)
        here = at.run().pills(key=f"present_{found.id}~2")
        settled(here.set_value([found.present[1]]).run())
        (found,) = service.meetings(desk, area.assessment_id)
        assert gone in found.present
        assert len(found.present) == 2


class TestReadiness:
    def test_each_open_point_leads_to_its_section(self, desk: Desk, area: Area) -> None:
        at = opened(desk, "prepare", section="readiness")
        settled(button(at, "Go to meetings").click().run())
        assert "<h2>Meetings</h2>" in words(at)

    def test_the_meeting_can_begin_with_points_open(self, desk: Desk, area: Area) -> None:
        at = opened(desk, "prepare", section="readiness")
        settled(button(at, "Start agreeing ratings without them").click().run())
        assert [text.value for text in at.text] == ["the statements"]
        assert service.assessment(desk, area.assessment_id).status is Status.CONSENSUS


@pytest.mark.parametrize("section", ["area", "agencies", "scope", "meetings", "readiness"])
def test_every_section_has_one_primary_button_and_none_for_a_viewer_writes(
    desk: Desk, area: Area, section: str
) -> None:
    service.add_prison(desk, area.partnership_id, "HMP Stonebrook")
    service.add_meeting(desk, area.assessment_id, date(2026, 11, 26))
    service.set_scope_kind(desk, area.assessment_id, ScopeKind.CHOSEN)
    at = opened(desk, "prepare", section=section)
    assert [one.proto.type for one in at.button].count("primary") == 1
    watched = opened(seen_by(desk, VIEWER), "prepare", section=section)
    fields = (*watched.text_input, *watched.checkbox, *watched.selectbox, *watched.date_input)
    assert all(field.disabled for field in fields)
    writes = ("Add", "Put", "Everyone", "Start")
    assert all(one.disabled for one in watched.button if one.label.startswith(writes))
