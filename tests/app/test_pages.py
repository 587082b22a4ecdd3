"""Every page there is: who may see it, and that it says something sensible in every state."""

import pytest

import app
from action_plans.actions import service as actions
from assessment.access.actor import STRANGER, Role
from assessment.partnership import service as partnerships
from tests.app.doors import opened, words
from tests.desk import LEAD, VIEWER


ENTRIES = {entry.name: entry for entry in app.ENTRIES}
NOBODY = "00000000-0000-4000-8000-000000000000"
WRITERS_ONLY = {
    "prepare", "views", "review", "room", "agenda", "keypad", "codes", "laptop", "packs", "print",
    "reading",
    "copies", "start", "leave", "returned", "reviewer_packs", "visit", "pairing",
    "reviews", "round", "moderating", "challenge",
}  # fmt: skip
AT_THE_DOOR = {"join", "mine", "reviewing"}
# They say above their heading whose assessment it is: agencies serve several areas.
OF_ONE_ASSESSMENT = {
    "agenda", "codes", "downloads", "finish", "history", "keypad", "laptop", "leave", "packs",
    "print", "reading", "results", "returned", "reviews", "room", "statements", "views",
}  # fmt: skip
ACTORS = {Role.LEAD: LEAD, Role.VIEWER: VIEWER, Role.STRANGER: STRANGER}
HERE = [(name, role) for name, entry in ENTRIES.items() for role in Role if role in entry.who]


def calm(at) -> str:
    """What the page says; it must say something, and nothing of a bug."""
    assert [one.message for one in at.exception] == []
    said = words(at)
    assert "Traceback" not in said
    assert said.strip()
    return said


def test_every_page_says_who_may_see_it() -> None:
    assert [name for name, entry in ENTRIES.items() if not entry.who] == []
    closed = {name for name, entry in ENTRIES.items() if Role.VIEWER not in entry.who}
    assert closed == WRITERS_ONLY | AT_THE_DOOR
    assert {name for name, entry in ENTRIES.items() if Role.STRANGER in entry.who} == AT_THE_DOOR
    assert len(ENTRIES) == len(app.ENTRIES)


@pytest.mark.parametrize(("name", "role"), HERE, ids=lambda value: str(value))
def test_it_can_be_looked_at_in_every_state(name, role, any_data, seat) -> None:
    file, has_area = any_data
    desk = seat(file, ENTRIES[name].door if role is Role.STRANGER else ACTORS[role])
    address = {}
    if has_area:
        [area, *_] = partnerships.partnerships(desk)
        [one, *_] = partnerships.assessments(desk, area.id)
        plan = actions.actions_of(desk, area.id, one.id)
        address = {"id": plan[0].id if name == "action" and plan else "P08"}
    calm(opened(name, **address))


@pytest.mark.parametrize("name", sorted(WRITERS_ONLY))
def test_no_page_of_writing_is_among_a_viewer_s(name, area_sqlite, seat) -> None:
    seat(area_sqlite, VIEWER)
    home = calm(opened("home"))
    assert calm(opened(name)) == home


def test_a_viewer_of_nothing_is_told_so(empty_sqlite, seat) -> None:
    seat(empty_sqlite, VIEWER)
    for name in ["", *ENTRIES]:
        assert "The lead of the area begins" in calm(opened(name))


def test_each_page_is_another(two_areas_sqlite, seat) -> None:
    """Else the tests here would look at one page many times."""
    seat(two_areas_sqlite)
    mine = [name for name, entry in ENTRIES.items() if Role.LEAD in entry.who]
    ids = {"history": "P05", "statement": "P08"}
    shown = {
        name: calm(opened(name, **({"id": ids[name]} if name in ids else {}))) for name in mine
    }
    assert len(set(shown.values())) == len(mine)
    one = ">Brackwater. The assessment of "
    assert {name for name, said in shown.items() if one in said} >= OF_ONE_ASSESSMENT


@pytest.mark.parametrize("name", ["no-such-page", "Statement", "statement/../prepare"])
def test_an_address_that_is_no_page_leads_home(name, area_sqlite, seat) -> None:
    seat(area_sqlite)
    assert "Brackwater" in calm(opened(name))


@pytest.mark.parametrize("name", sorted(ENTRIES))
@pytest.mark.parametrize("odd", [NOBODY, "<script>alert(1)</script>' --"])
def test_an_id_that_nothing_has_is_answered_in_words(name, odd, area_sqlite, seat) -> None:
    seat(area_sqlite)
    address = dict.fromkeys(("id", "assessment", "domain", "prison", "agency", "owner"), odd)
    assert "<script>" not in calm(opened(name, **address))


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_the_ids_of_another_area_are_answered_in_words(name, two_areas_sqlite, seat) -> None:
    """The page of one area, with what belongs to another in its address."""
    desk = seat(two_areas_sqlite)
    brackwater, other = sorted(
        partnerships.partnerships(desk), key=lambda area: area.name != "Brackwater"
    )
    mine = partnerships.assessments(desk, brackwater.id)[0].id
    theirs = partnerships.assessments(desk, other.id)[0].id
    foreign = {
        "id": actions.actions_of(desk, other.id, theirs)[0].id,
        "prison": partnerships.prisons(desk, other.id)[0].id,
        "agency": partnerships.agencies(desk, other.id)[0].id,
    }
    calm(opened(name, assessment=mine, **foreign, owner=foreign["agency"]))


def test_an_action_of_another_area_is_not_shown_as_one_of_this(two_areas_sqlite, seat) -> None:
    desk = seat(two_areas_sqlite)
    by_name = {area.name: area.id for area in partnerships.partnerships(desk)}
    mine = partnerships.assessments(desk, by_name.pop("Brackwater"))[0].id
    [other] = by_name.values()
    theirs = actions.actions_of(desk, other)[0]
    said = calm(opened("action", assessment=mine, id=theirs.id))
    assert theirs.what not in said
    assert "No such action" in said


def address_of(at) -> dict[str, str]:
    """What stands behind the question mark after a run."""
    given = at.query_params.items()
    return {name: value if isinstance(value, str) else value[0] for name, value in given}


class TestWhichAssessment:
    def test_the_address_says_which_and_a_refresh_keeps_it(self, two_areas_sqlite, seat) -> None:
        desk = seat(two_areas_sqlite)
        for area in partnerships.partnerships(desk):
            wanted = partnerships.assessments(desk, area.id)[0].id
            first = opened("home", assessment=wanted)
            assert area.name in calm(first)
            # A refresh: a new session, at the address that the browser shows.
            assert address_of(first) == {"assessment": wanted}
            assert f'href="statement?id=P08&amp;assessment={wanted}"' in words(first)
            assert area.name in calm(opened("home", **address_of(first)))

    def test_one_that_is_gone_gives_way_to_one_that_is_here(self, two_areas_sqlite, seat) -> None:
        desk = seat(two_areas_sqlite)
        at = opened("home", assessment=NOBODY)
        calm(at)
        known = {
            one.id
            for area in partnerships.partnerships(desk)
            for one in partnerships.assessments(desk, area.id)
        }
        assert address_of(at)["assessment"] in known

    def test_the_only_one_needs_no_address(self, area_sqlite, seat) -> None:
        seat(area_sqlite)
        at = opened("home")
        assert "Brackwater" in calm(at)
        assert "assessment" not in at.query_params
