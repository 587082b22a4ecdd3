"""A prison, an authority or an agency being named: what is typed stands before it is added."""

import pytest
import sqlalchemy as sa

from assessment.access.desk import Desk
from assessment.access.errors import BadInput, LikelyIdentifier, Refused, StaleEdit
from assessment.access.typed import Typed
from assessment.partnership import service
from assessment.partnership.model import Kept
from assessment.store.activity import activity_event
from exports.copies import service as copies
from exports.holdings import service as holdings
from tests.assessment.partnership.test_pages import button, opened, settled, words
from tests.desk import VIEWER, Area, begin_area, seen_by


NUMBER = "A1234BC"


@pytest.fixture
def area(any_desk: Desk) -> Area:
    """A new area with its first assessment."""
    return begin_area(any_desk)


def line(desk: Desk, area: Area, kept: Kept = Kept.PRISON) -> str:
    """What stands in the line of a list."""
    return service.being_named(desk, area.partnership_id, kept).name


def typed(desk: Desk, area: Area, text: str, kept: Kept = Kept.PRISON) -> None:
    """Somebody who reads the line types this instead."""
    service.type_name(desk, area.partnership_id, kept, Typed.over(line(desk, area, kept), text))


@pytest.mark.parametrize(
    ("kept", "listed"),
    [(Kept.PRISON, service.prisons), (Kept.AUTHORITY, service.authorities)],
)
def test_what_is_typed_stands_and_goes_when_it_is_added(
    any_desk: Desk, area: Area, kept: Kept, listed
) -> None:
    for name in ("Stone", "Stonebrook"):
        typed(any_desk, area, name, kept)
    assert line(any_desk, area, kept) == "Stonebrook"
    assert listed(any_desk, area.partnership_id) == ()
    service.add_named(any_desk, area.partnership_id, kept)
    assert line(any_desk, area, kept) == ""
    typed(any_desk, area, "Fenwick", kept)
    service.add_named(any_desk, area.partnership_id, kept)
    assert [one.name for one in listed(any_desk, area.partnership_id)] == ["Stonebrook", "Fenwick"]


def test_each_list_and_each_area_has_a_line_of_its_own(any_desk: Desk, area: Area) -> None:
    other = begin_area(any_desk, "Fellshire")
    typed(any_desk, area, "HMP Stonebrook")
    typed(any_desk, area, "Aldermoor Council", Kept.AUTHORITY)
    assert line(any_desk, other) == ""
    service.add_named(any_desk, area.partnership_id, Kept.AUTHORITY)
    assert line(any_desk, area) == "HMP Stonebrook"


def test_several_prisons_are_added_from_one_line(any_desk: Desk, area: Area) -> None:
    typed(any_desk, area, "hmp stonebrook, HMP Fenwick;hmp/yoi Moor End, , HMP  Fenwick")
    service.add_named(any_desk, area.partnership_id, Kept.PRISON)
    names = [one.name for one in service.prisons(any_desk, area.partnership_id)]
    assert names == ["HMP Stonebrook", "HMP Fenwick", "HMP/YOI Moor End"]
    assert line(any_desk, area) == ""


def test_nothing_in_the_line_adds_nothing(any_desk: Desk, area: Area) -> None:
    for text in ("", "   ", " , "):
        typed(any_desk, area, text)
        with pytest.raises(BadInput, match="Type a name first"):
            service.add_named(any_desk, area.partnership_id, Kept.PRISON)
    assert service.prisons(any_desk, area.partnership_id) == ()


def test_an_agency_keeps_its_line_and_kinds_until_it_has_both(any_desk: Desk, area: Area) -> None:
    here = area.partnership_id
    typed(any_desk, area, "Turning Way", Kept.AGENCY)
    with pytest.raises(BadInput, match="what kind"):
        service.add_named(any_desk, here, Kept.AGENCY)
    assert line(any_desk, area, Kept.AGENCY) == "Turning Way"
    service.pick_types(any_desk, here, ["PTP"], [])
    service.pick_types(any_desk, here, ["CTP"], [])
    service.add_named(any_desk, here, Kept.AGENCY)
    (found,) = service.agencies(any_desk, here)
    assert (found.name, found.types) == ("Turning Way", ("CTP", "PTP"))
    assert service.being_named(any_desk, here, Kept.AGENCY).types == ()


def test_a_likely_identifier_is_kept_nowhere_until_that_is_meant(
    any_desk: Desk, area: Area
) -> None:
    typed(any_desk, area, "HMP A1234")
    with pytest.raises(LikelyIdentifier):
        typed(any_desk, area, f"HMP {NUMBER}")
    assert "A1234" not in line(any_desk, area)
    held = copies.take_copy(any_desk, area.partnership_id).data.decode()
    assert "A1234" not in held
    meant = Typed.over(line(any_desk, area), f"HMP {NUMBER}", confirmed=True)
    service.type_name(any_desk, area.partnership_id, Kept.PRISON, meant)
    service.add_named(any_desk, area.partnership_id, Kept.PRISON)
    assert [one.name for one in service.prisons(any_desk, area.partnership_id)] == [f"HMP {NUMBER}"]


def test_two_who_type_into_one_line_lose_neither(any_desk: Desk, area: Area) -> None:
    typed(any_desk, area, "HMP Stonebrook")
    with pytest.raises(StaleEdit):
        service.type_name(any_desk, area.partnership_id, Kept.PRISON, Typed.over("", "HMP Fenwick"))
    assert line(any_desk, area) == "HMP Stonebrook"


def test_a_viewer_types_picks_and_adds_nothing(any_desk: Desk, area: Area) -> None:
    typed(any_desk, area, "HMP Stonebrook")
    viewer, here = seen_by(any_desk, VIEWER), area.partnership_id
    for act in (
        lambda: typed(viewer, area, "HMP Fenwick"),
        lambda: service.pick_types(viewer, here, ["PTP"]),
        lambda: service.add_named(viewer, here, Kept.PRISON),
    ):
        with pytest.raises(Refused):
            act()
    assert line(any_desk, area) == "HMP Stonebrook"


def test_what_stands_in_the_line_is_in_the_complete_copy_and_found_by_what_this_holds(
    any_desk: Desk, area: Area
) -> None:
    typed(any_desk, area, "Unfinished Friarsgate")
    assert "Friarsgate" in copies.take_copy(any_desk, area.partnership_id).data.decode()
    (place,) = holdings.find_text(any_desk, area.partnership_id, "Friarsgate")
    assert (place.table, place.field) == ("name_draft", "name")


class TestAnAreaBeingNamed:
    """The line on the first page: there is no area yet that it could belong to."""

    def test_what_was_typed_stays_until_an_area_begins_with_it(self, any_desk: Desk) -> None:
        service.type_area_name(any_desk, Typed.over("", "Brack"))
        assert service.area_being_named(any_desk).name == "Brack"
        assert service.partnerships(any_desk) == ()
        service.type_area_name(any_desk, Typed.over("Brack", "Brackwater"))
        area, _ = service.begin_named_area(any_desk)
        assert service.partnership(any_desk, area).name == "Brackwater"
        assert service.area_being_named(any_desk).name == ""

    def test_nothing_begins_without_a_name(self, desk: Desk) -> None:
        with pytest.raises(BadInput):
            service.begin_named_area(desk)
        assert service.partnerships(desk) == ()

    def test_a_likely_identifier_is_stored_nowhere_and_nor_is_its_beginning(
        self, desk: Desk
    ) -> None:
        service.type_area_name(desk, Typed.over("", "Aldermoor A1234"))
        with pytest.raises(LikelyIdentifier):
            service.type_area_name(desk, Typed.over("Aldermoor A1234", "Aldermoor A1234BC"))
        assert service.area_being_named(desk).name.strip() == "Aldermoor"
        with desk.store.reading() as tx:
            log = str(tx.all(sa.select(activity_event)))
        assert "Aldermoor" not in log
        assert "A1234" not in log

    def test_a_viewer_types_and_begins_nothing(self, desk: Desk) -> None:
        viewer = seen_by(desk, VIEWER)
        with pytest.raises(Refused):
            service.type_area_name(viewer, Typed.over("", "Aldermoor"))
        with pytest.raises(Refused):
            service.begin_named_area(viewer)


def kinds(at):
    """The kinds of the agency that is being named; a field put right by a save is a new one."""
    return next(each for each in at.pills if str(each.key).startswith("new_agency_kinds"))


class TestOnThePage:
    def test_prisons_are_added_one_after_the_other(self, desk: Desk) -> None:
        area = begin_area(desk)
        at = opened(desk, "prepare")
        for name in ("HMP Stonebrook", "HMP Fenwick"):
            typed(desk, area, name)
            settled(button(at, "Add prison").click().run())
            assert line(desk, area) == ""
        _, fenwick = service.prisons(desk, area.partnership_id)
        assert "2 prisons." in words(at)  # of where they lie nobody has said anything yet
        settled(at.checkbox(key=f"outside_{fenwick.id}").check().run())
        assert "2 prisons, 1 outside the area." in words(at)
        settled(button(at, "Put away HMP Fenwick").click().run())
        settled(button(at, "Put HMP Fenwick back").click().run())
        assert len(service.prisons(desk, area.partnership_id)) == 2

    def test_another_agency_of_two_kinds_also_after_a_reload(self, desk: Desk) -> None:
        area = begin_area(desk)
        at = opened(desk, "prepare", section="agencies")
        typed(desk, area, "Turning Way", Kept.AGENCY)
        settled(button(at, "Add agency").click().run())
        assert "Choose what kind of agency it is." in words(at)
        settled(kinds(at).set_value(["PTP", "CTP"]).run())
        at = opened(desk, "prepare", section="agencies")
        assert kinds(at).value == ["CTP", "PTP"]
        settled(button(at, "Add agency").click().run())
        (found,) = service.agencies(desk, area.partnership_id)
        assert (found.name, found.types) == ("Turning Way", ("CTP", "PTP"))
        assert kinds(at).value == []

    def test_the_two_lines_of_the_area_page_add_to_their_own_lists(self, desk: Desk) -> None:
        area = begin_area(desk)
        at = opened(desk, "prepare")
        typed(desk, area, "Upper Alder", Kept.AUTHORITY)
        settled(button(at, "Add prison").click().run())
        assert "Type a name first." in words(at)
        settled(button(at, "Add local authority").click().run())
        assert [one.name for one in service.authorities(desk, area.partnership_id)] == [
            "Upper Alder"
        ]
