"""Whom an area has: agencies, authorities and prisons, as they are named, typed and put away."""

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, StaleEdit
from assessment.access.typed import Typed
from assessment.partnership import service
from assessment.partnership.model import CanCommit, Kept
from assessment.store.activity import activity_event
from tests.assessment.partnership.logged import events
from tests.desk import Area, begin_area


PRISON_NUMBER = "A1234BC"


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


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
