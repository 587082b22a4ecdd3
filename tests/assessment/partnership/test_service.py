"""The use cases, on both databases."""

import inspect
from datetime import date

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, NotFound, Refused, StaleEdit
from assessment.access.typed import Typed
from assessment.partnership import service, store
from assessment.partnership.model import CanCommit, Kept, ScopeKind, Status
from assessment.store.activity import ActivityEvent, activity_event
from assessment.store.work import Writing
from tests.desk import VIEWER, Area, begin_area, seen_by


PRISON_NUMBER = "A1234BC"


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


def events(desk: Desk) -> list[str]:
    """What was done, in order."""
    with desk.store.reading() as tx:
        rows = tx.all(sa.select(activity_event).order_by(activity_event.c.at, activity_event.c.id))
    return [row["what"] for row in rows]


def settle(desk: Desk, area: Area) -> None:
    """Give the plan its lead, rhythm and dates."""
    for field, text in (("plan_lead_role", "Consultant"), ("review_rhythm", "Each quarter")):
        service.edit_assessment_text(desk, area.assessment_id, field, Typed.over("", text))
    service.set_next_review(desk, area.assessment_id, date(2027, 2, 1))
    service.set_assess_again(desk, area.assessment_id, date(2027, 11, 1))


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


class TestAgencies:
    def test_the_core_comes_with_one_click_and_only_once(self, any_desk: Desk, area: Area) -> None:
        added = service.add_suggested_core(any_desk, area.assessment_id)
        assert added
        assert service.add_suggested_core(any_desk, area.assessment_id) == ()
        left = service.suggested_agencies(any_desk, area.assessment_id)
        assert all(kind.expected != "core" for kind in left)
        codes = [agency.types[0] for agency in service.agencies(any_desk, area.partnership_id)]
        assert codes == ["LAC", "PTC", "PTP", "CTP", "PS", "HMPPS"]

    def test_several_of_one_type_and_one_of_two(self, any_desk: Desk, area: Area) -> None:
        add = service.add_agency
        add(any_desk, area.partnership_id, "Turning Way", ["PTP", "CTP"])
        add(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        found = service.agencies(any_desk, area.partnership_id)
        assert [(one.name, one.types) for one in found] == [
            ("Turning Way", ("CTP", "PTP")),
            ("Gatehouse", ("PTP",)),
        ]

    def test_an_agency_needs_a_type(self, any_desk: Desk, area: Area) -> None:
        with pytest.raises(BadInput, match="kind of agency"):
            service.add_agency(any_desk, area.partnership_id, "Turning Way", [])

    def test_choices_stand_as_made(self, any_desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "HMP Stonebrook", ["HMPPS"])
        service.set_can_commit(any_desk, agency_id, CanCommit.MUST_CHECK)
        service.edit_agency_text(any_desk, agency_id, "check_with", Typed.over("", "the governor"))
        service.set_observer(any_desk, agency_id, True)
        service.set_agency_types(any_desk, agency_id, ["HMPPS", "PTP"])
        found = service.agency(any_desk, agency_id)
        assert (found.can_commit, found.check_with) == (CanCommit.MUST_CHECK, "the governor")
        assert (found.observer, found.types) == (True, ("HMPPS", "PTP"))

    def test_put_away_and_put_back(self, any_desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        service.put_away(any_desk, Kept.AGENCY, agency_id)
        assert service.agencies(any_desk, area.partnership_id) == ()
        assert service.agency_names(any_desk, area.partnership_id) == {agency_id: "Gatehouse"}
        service.put_back(any_desk, Kept.AGENCY, agency_id)
        assert [one.id for one in service.agencies(any_desk, area.partnership_id)] == [agency_id]

    def test_an_empty_name_keeps_the_one_before(self, any_desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        with pytest.raises(BadInput, match="is kept"):
            service.edit_agency_text(any_desk, agency_id, "name", Typed.over("Gatehouse", " "))
        assert service.agency(any_desk, agency_id).name == "Gatehouse"

    def test_another_persons_text_is_shown_and_not_overwritten(
        self, any_desk: Desk, area: Area
    ) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        service.edit_agency_text(any_desk, agency_id, "role", Typed.over("", "Manager"))
        with pytest.raises(StaleEdit) as caught:
            service.edit_agency_text(any_desk, agency_id, "role", Typed.over("", "Director"))
        assert caught.value.current == "Manager"
        assert service.agency(any_desk, agency_id).role == "Manager"

    def test_a_likely_identifier_is_written_nowhere(self, any_desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        typed = Typed.over("", f"Speaks for {PRISON_NUMBER}")
        with pytest.raises(LikelyIdentifier):
            service.edit_agency_text(any_desk, agency_id, "role", typed)
        with any_desk.store.reading() as tx:
            kept = tx.all(sa.select(activity_event.c.after))
        assert PRISON_NUMBER not in str(kept)
        assert service.agency(any_desk, agency_id).role == ""

    @pytest.mark.parametrize("field", ["representative", "substitute"])
    def test_a_name_may_stand_where_a_name_is_asked_for(
        self, any_desk: Desk, area: Area, field: str
    ) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        service.edit_agency_text(any_desk, agency_id, field, Typed.over("", "Ms Ncube"))
        assert getattr(service.agency(any_desk, agency_id), field) == "Ms Ncube"
        numbered = Typed.over("Ms Ncube", f"Ms Ncube {PRISON_NUMBER}")
        with pytest.raises(LikelyIdentifier) as refused:
            service.edit_agency_text(any_desk, agency_id, field, numbered)
        assert [found.kind.value for found in refused.value.findings] == ["prison_number"]
        assert getattr(service.agency(any_desk, agency_id), field) == "Ms Ncube"

    def test_a_name_is_still_asked_about_in_a_role(self, any_desk: Desk, area: Area) -> None:
        agency_id = service.add_agency(any_desk, area.partnership_id, "Gatehouse", ["PTP"])
        with pytest.raises(LikelyIdentifier):
            service.edit_agency_text(any_desk, agency_id, "role", Typed.over("", "Ms Ncube"))


class TestArea:
    def test_authorities_and_prisons_in_the_order_added(self, any_desk: Desk, area: Area) -> None:
        for name in ("Upper Alder", "Lower Alder"):
            service.add_authority(any_desk, area.partnership_id, name)
        inside = service.add_prison(any_desk, area.partnership_id, "HMP Stonebrook")
        outside = service.add_prison(any_desk, area.partnership_id, "HMP Fenwick", in_area=False)
        service.set_in_area(any_desk, inside, False)
        service.put_away(any_desk, Kept.PRISON, outside)
        authorities = service.authorities(any_desk, area.partnership_id)
        assert [(one.name, one.code) for one in authorities] == [
            ("Upper Alder", ""),
            ("Lower Alder", ""),
        ]
        prisons = service.prisons(any_desk, area.partnership_id)
        assert [(one.name, one.in_area) for one in prisons] == [("HMP Stonebrook", False)]
        away = service.prisons(any_desk, area.partnership_id, archived=True)
        assert [one.name for one in away] == ["HMP Fenwick"]
        assert set(service.prison_names(any_desk, area.partnership_id)) == {inside, outside}

    def test_marking_can_be_official_own_words_or_none(self, any_desk: Desk, area: Area) -> None:
        for marking in ("OFFICIAL-SENSITIVE", "Internal", ""):
            service.set_marking(any_desk, area.partnership_id, marking)
            assert service.partnership(any_desk, area.partnership_id).marking == marking

    def test_a_burst_of_typing_is_one_event(self, any_desk: Desk, area: Area) -> None:
        said = ""
        for text in ("E", "East", "East of England"):
            typed = Typed.over(said, text).__class__(
                text=text, seen=Typed.over(said, "").seen, spell="one-spell"
            )
            service.edit_partnership_text(any_desk, area.partnership_id, "probation_region", typed)
            said = text
        assert events(any_desk).count("partnership.probation_region_edited") == 1


class TestScope:
    def test_core_all_and_chosen(self, any_desk: Desk, area: Area) -> None:
        core = service.scope(any_desk, area.assessment_id)
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        assert service.scope(any_desk, area.assessment_id) == core
        service.choose_statements(any_desk, area.assessment_id, ["G01", "P08"])
        assert service.scope(any_desk, area.assessment_id) == {"G01", "P08"}
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.ALL)
        assert len(service.scope(any_desk, area.assessment_id)) == 46
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        assert service.scope(any_desk, area.assessment_id) == {"G01", "P08"}

    def test_core_fits_half_a_day_and_all_takes_two_sessions(
        self, any_desk: Desk, area: Area
    ) -> None:
        assert service.session_plan(any_desk, area.assessment_id).sessions == 1
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.ALL)
        assert service.session_plan(any_desk, area.assessment_id).sessions == 2

    def test_an_unknown_statement_changes_nothing(self, any_desk: Desk, area: Area) -> None:
        service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.CHOSEN)
        before = service.scope(any_desk, area.assessment_id)
        with pytest.raises(BadInput):
            service.choose_statements(any_desk, area.assessment_id, ["G01", "Z99"])
        assert service.scope(any_desk, area.assessment_id) == before

    def test_an_agreed_assessment_keeps_its_scope(self, any_desk: Desk, area: Area) -> None:
        settle(any_desk, area)
        service.begin_consensus(any_desk, area.assessment_id)
        service.agree(any_desk, area.assessment_id)
        with pytest.raises(Refused, match="Open the ratings again"):
            service.set_scope_kind(any_desk, area.assessment_id, ScopeKind.ALL)


class TestMoves:
    def test_there_and_back_and_closed(self, any_desk: Desk, area: Area) -> None:
        settle(any_desk, area)
        service.begin_consensus(any_desk, area.assessment_id)
        service.begin_consensus(any_desk, area.assessment_id)
        service.agree(any_desk, area.assessment_id)
        assert service.assessment(any_desk, area.assessment_id).agreed_at is not None
        service.reopen(any_desk, area.assessment_id, "A late audit came in")
        reopened = service.assessment(any_desk, area.assessment_id)
        assert (reopened.status, reopened.agreed_at) == (Status.CONSENSUS, None)
        assert reopened.reopened_because == "A late audit came in"
        service.agree(any_desk, area.assessment_id)
        service.close(any_desk, area.assessment_id)
        service.take_up_again(any_desk, area.assessment_id)
        moves = [what for what in events(any_desk) if what in MOVES]
        assert moves == [MOVES[0], MOVES[1], MOVES[0], MOVES[1], MOVES[2], MOVES[1]]

    def test_agreeing_without_dates_is_refused_and_changes_nothing(
        self, any_desk: Desk, area: Area
    ) -> None:
        service.begin_consensus(any_desk, area.assessment_id)
        with pytest.raises(Refused, match="the date to assess again"):
            service.agree(any_desk, area.assessment_id)
        assert service.assessment(any_desk, area.assessment_id).status is Status.CONSENSUS

    def test_a_reason_for_no_dates_is_enough(self, any_desk: Desk, area: Area) -> None:
        service.begin_consensus(any_desk, area.assessment_id)
        typed = Typed.over("", "The boundary changes in April")
        service.edit_assessment_text(any_desk, area.assessment_id, "no_dates_reason", typed)
        assert service.agreement(any_desk, area.assessment_id, 3).missing == ()
        service.agree(any_desk, area.assessment_id)
        assert service.assessment(any_desk, area.assessment_id).status is Status.AGREED

    def test_keeping_until_a_day_that_is_over_is_refused(self, any_desk: Desk, area: Area) -> None:
        with pytest.raises(BadInput):
            service.set_keep_until(any_desk, area.assessment_id, date(2026, 11, 20))
        service.set_keep_until(any_desk, area.assessment_id, date(2027, 11, 20))
        kept = service.assessment(any_desk, area.assessment_id).keep_until
        assert kept == date(2027, 11, 20)


MOVES = ("assessment.consensus", "assessment.agreed", "assessment.closed")


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
