"""An area and its assessments, on both databases: begun, met about, read by others, and logged."""

import inspect
from datetime import date

import pytest

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, NotFound, Refused
from assessment.access.typed import Typed
from assessment.partnership import service, store
from assessment.partnership.model import Kept, ScopeKind, Status
from assessment.store.activity import ActivityEvent
from assessment.store.work import Writing
from tests.assessment.partnership.logged import events
from tests.desk import VIEWER, Area, begin_area, seen_by


PRISON_NUMBER = "A1234BC"


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


class TestStartPartnership:
    def test_area_and_first_assessment_begin_together(self, any_desk: Desk, area: Area) -> None:
        found = service.partnership(any_desk, area.partnership_id)
        first = service.assessment(any_desk, area.assessment_id)
        assert (found.name, found.marking) == ("Aldermoor", "OFFICIAL")
        assert (first.title, first.status) == ("The assessment of November 2026", Status.PREPARING)
        assert first.keep_until == date(2028, 11, 21)
        assert service.partnership_of(any_desk, first.id) == found.id

    def test_a_second_assessment_is_listed_first(self, any_desk: Desk, area: Area) -> None:
        bank_id = service.assessment(any_desk, area.assessment_id).bank_id
        again = service.start_assessment(any_desk, area.partnership_id, bank_id, date(2027, 11, 18))
        found = service.assessments(any_desk, area.partnership_id)
        assert [one.id for one in found] == [again, area.assessment_id]
        assert found[0].month == date(2027, 11, 1)

    def test_the_next_assessment_goes_on_with_the_plan_that_runs(
        self, any_desk: Desk, area: Area
    ) -> None:
        before = area.assessment_id
        service.edit_assessment_text(
            any_desk, before, "review_rhythm", Typed.over("", "every six weeks")
        )
        service.set_next_review(any_desk, before, date(2026, 12, 23))
        service.set_assess_again(any_desk, before, date(2027, 9, 3))
        bank_id = service.assessment(any_desk, before).bank_id
        month = date(2027, 9, 1)
        again = service.start_assessment(any_desk, area.partnership_id, bank_id, month)
        found = service.assessment(any_desk, again)
        assert (found.review_rhythm, found.next_review_on) == (
            "every six weeks", date(2026, 12, 23),
        )  # fmt: skip
        assert found.assess_again_on is None
        any_desk.now.forward(days=60)
        third = service.start_assessment(any_desk, area.partnership_id, bank_id, date(2028, 9, 1))
        assert service.assessment(any_desk, third).next_review_on is None

    def test_the_next_assessment_takes_in_what_the_one_before_did(
        self, any_desk: Desk, area: Area
    ) -> None:
        before = area.assessment_id
        bank_id = service.assessment(any_desk, before).bank_id
        service.set_scope_kind(any_desk, before, ScopeKind.ALL)
        again = service.start_assessment(any_desk, area.partnership_id, bank_id, date(2027, 9, 1))
        assert len(service.scope(any_desk, again)) == 46
        service.choose_statements(any_desk, again, {"G08", "P08"})
        service.set_scope_kind(any_desk, again, ScopeKind.CHOSEN)
        third = service.start_assessment(any_desk, area.partnership_id, bank_id, date(2028, 9, 1))
        assert service.scope(any_desk, third) == {"G08", "P08"}

    @pytest.mark.parametrize("name", ["", "   "])
    def test_an_area_needs_a_name(self, any_desk: Desk, name: str) -> None:
        with pytest.raises(BadInput):
            service.start_partnership(any_desk, name)
        assert service.partnerships(any_desk) == ()

    def test_a_name_with_a_prison_number_is_written_nowhere(self, any_desk: Desk) -> None:
        with pytest.raises(LikelyIdentifier):
            service.start_partnership(any_desk, f"Aldermoor {PRISON_NUMBER}")
        assert service.partnerships(any_desk) == ()

    @pytest.mark.parametrize("reader", [service.partnership, service.assessment, service.agency])
    def test_what_is_not_here_is_said_in_words(self, any_desk: Desk, reader) -> None:
        with pytest.raises(NotFound, match="Choose one"):
            reader(any_desk, "nowhere")


class TestMeetings:
    def test_attendance_of_a_meeting_is_not_rewritten_by_the_next(
        self, any_desk: Desk, area: Area
    ) -> None:
        add = service.add_agency
        one = add(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        two = add(any_desk, area.partnership_id, "Probation", ["PS"])
        first = service.add_meeting(any_desk, area.assessment_id, date(2026, 11, 14))
        service.set_present(any_desk, first, [one, two])
        second = service.add_meeting(any_desk, area.assessment_id, date(2026, 11, 21))
        service.set_present(any_desk, second, [two])
        service.put_away(any_desk, Kept.AGENCY, one)
        found = service.meetings(any_desk, area.assessment_id)
        assert [(m.id, set(m.present)) for m in found] == [(first, {one, two}), (second, {two})]
        current = service.current_meeting(any_desk, area.assessment_id)
        assert current is not None
        assert current.id == second

    def test_a_meeting_moved_to_another_day_is_listed_by_it(
        self, any_desk: Desk, area: Area
    ) -> None:
        first = service.add_meeting(any_desk, area.assessment_id, date(2026, 11, 26))
        second = service.add_meeting(any_desk, area.assessment_id, date(2026, 11, 27))
        service.set_held_on(any_desk, first, date(2026, 12, 1))
        found = service.meetings(any_desk, area.assessment_id)
        assert [one.id for one in found] == [second, first]
        service.put_away(any_desk, Kept.MEETING, first)
        assert [one.id for one in service.meetings(any_desk, area.assessment_id)] == [second]


def test_readiness_reads_the_whole_area(any_desk: Desk, area: Area) -> None:
    before = service.readiness(any_desk, area.assessment_id)
    assert {line.to for line in before if not line.ok} == {"area", "agencies", "meetings"}
    service.add_prison(any_desk, area.partnership_id, "HMP Stonebrook")
    service.add_meeting(any_desk, area.assessment_id, date(2026, 11, 26))
    after = service.readiness(any_desk, area.assessment_id)
    assert {line.to for line in after if not line.ok} == {"agencies"}


def test_a_viewer_changes_nothing(any_desk: Desk, area: Area) -> None:
    viewer = seen_by(any_desk, VIEWER)
    before = events(any_desk)
    writes = (
        lambda: service.start_partnership(viewer, "Elsewhere"),
        lambda: service.add_prison(viewer, area.partnership_id, "HMP Fenwick"),
        lambda: service.add_authority(viewer, area.partnership_id, "Upper Alder"),
        lambda: service.add_agency(viewer, area.partnership_id, "Gatehouse", ["PTP"]),
        lambda: service.add_suggested_core(viewer, area.assessment_id),
        lambda: service.set_marking(viewer, area.partnership_id, ""),
        lambda: service.set_scope_kind(viewer, area.assessment_id, ScopeKind.ALL),
        lambda: service.choose_statements(viewer, area.assessment_id, ["G01"]),
        lambda: service.add_meeting(viewer, area.assessment_id, date(2026, 11, 26)),
        lambda: service.begin_consensus(viewer, area.assessment_id),
        lambda: service.agree(viewer, area.assessment_id),
        lambda: service.put_away(viewer, Kept.ASSESSMENT, area.assessment_id),
        lambda: service.edit_assessment_text(
            viewer, area.assessment_id, "lead_role", Typed.over("", "Me")
        ),
    )
    for write in writes:
        with pytest.raises(Refused, match="Only the lead"):
            write()
    assert events(any_desk) == before


def test_saving_what_stands_already_writes_no_event(any_desk: Desk, area: Area) -> None:
    before = events(any_desk)
    service.set_marking(any_desk, area.partnership_id, "OFFICIAL")
    service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CORE)
    assert events(any_desk) == before


def test_every_writer_of_the_store_takes_an_event() -> None:
    writers = [
        function
        for _, function in inspect.getmembers(store, inspect.isfunction)
        if function.__module__ == store.__name__
        and any(p.annotation is Writing for p in inspect.signature(function).parameters.values())
    ]
    assert len(writers) == 3
    for writer in writers:
        assert inspect.signature(writer).parameters["event"].annotation is ActivityEvent
