"""An agency's own form on a device that joined: what it says first, saves, follows and hides."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access.desk import Desk
from assessment.access.errors import Refused
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.partnership import service as partnerships
from assessment.partnership.model import ScopeKind
from assessment.views import service as views
from assessment.views.model import Answer, Way
from exports.copies import service as copies
from exports.downloads import service as downloads
from exports.downloads.model import Format
from tests.assessment.invitations.joined import Room, room


STATEMENT, GENTLE = "P08", "G08"
Went = list[tuple[str, dict[str, str]]]


def _script(desk, went):
    import streamlit as st

    from assessment.ui.context import PageContext
    from domains.walk.pages import mine

    class Here(PageContext):
        """Leaves for nowhere: says where it would have gone."""

        def go(self, name, **params):
            went.append((name, params))
            st.stop()

    mine.render(Here(desk=desk))


@pytest.fixture
def here(desk: Desk) -> Room:
    """An assessment of every statement, with the names shown in a second step."""
    found = room(desk, names_shown=True)
    partnerships.set_scope_kind(desk, found.assessment_id, ScopeKind.ALL)
    return found


def seat(here: Room, agency_id: str = "") -> str:
    """The token of another device of an agency, the prison's unless it is named."""
    code = here.code(agency_id or here.prison)
    return invitations.join(here.door, code, "10.0.0.9")


def opened(
    here: Room, token: str, statement_id: str = STATEMENT, went: Went | None = None
) -> AppTest:
    """The form as it stands after its first run."""
    args = (here.door, [] if went is None else went)
    page = AppTest.from_function(_script, args=args, default_timeout=30)
    page.query_params["seat"] = token
    if statement_id:
        page.query_params["statement"] = statement_id
    return page.run()


def drawn(page: AppTest) -> str:
    """All HTML of our own on the page."""
    assert not page.exception
    return " ".join(str(part.proto.body) for part in page.get("html"))


def boxes(page: AppTest):
    """The seven answers."""
    return next(one for one in page.radio if one.key.startswith("level"))


def address(page: AppTest) -> str:
    """The statement that the address names."""
    given = page.query_params["statement"]
    return given if isinstance(given, str) else given[0]


def press(page: AppTest, label: str) -> AppTest:
    """Press the button of this name."""
    return next(one for one in page.button if one.label == label).click().run()


def own(here: Room, token: str) -> tuple:
    """What stands as the agency's view of the statement."""
    device = invitations.partner_desk(here.door, token)
    return views.own_view(device, here.assessment_id, STATEMENT, here.prison)


class TestGiving:
    def test_it_says_whose_assessment_it_is(self, here: Room) -> None:
        assert ">Aldermoor. The assessment of November 2026<" in drawn(opened(here, seat(here)))

    def test_it_says_who_can_read_the_answers_before_the_first_question(self, here: Room) -> None:
        said = drawn(opened(here, seat(here)))
        assert "which agency gave which answer and reason" in said
        assert said.index("Who can read your answers") < said.index("You have answered 0 of")
        assert said.index("<details open>") < said.index("minutes in all")

    def test_an_answer_is_saved_at_once_and_a_reload_comes_back_to_it(self, here: Room) -> None:
        token = seat(here)
        page = opened(here, token)
        boxes(page).set_value(1).run()
        first, _later = own(here, token)
        assert (first.said, first.way) == (1, Way.JOINED)
        assert "You have answered 1 of" in drawn(page)
        assert "<details open>" not in drawn(page)  # read once, it leaves room for the statement
        again = opened(here, token)
        assert boxes(again).value == 1
        assert "Saved" in drawn(again)

    @pytest.mark.parametrize(
        ("place", "said"),
        [(4, Answer.DONT_KNOW), (5, Answer.NOT_OURS), (6, Answer.NOT_APPLICABLE)],
    )
    def test_the_answers_that_are_no_rating_stand_with_the_levels(
        self, here: Room, place: int, said: Answer
    ) -> None:
        token = seat(here)
        boxes(opened(here, token)).set_value(place).run()
        first, _later = own(here, token)
        assert first.said == said

    def test_an_answer_is_taken_back(self, here: Room) -> None:
        token = seat(here)
        page = opened(here, token)
        boxes(page).set_value(1).run()
        press(page, "Take this answer back")
        assert own(here, token) == (None, None)

    def test_what_came_another_way_is_told_and_another_answer_is_given_deliberately(
        self, here: Room
    ) -> None:
        given = (here.assessment_id, STATEMENT, here.prison)
        views.give(here.lead, *given, 1, way=Way.CALLED_OUT)
        token = seat(here)
        page = opened(here, token)
        assert "answered this one already" in drawn(page)
        assert "You have answered 1 of" in drawn(page)
        assert not page.radio
        boxes(press(page, "Give another answer instead")).set_value(3).run()
        first, _later = own(here, token)
        assert (first.said, first.way) == (3, Way.JOINED)

    def test_without_a_statement_in_the_address_it_opens_the_first_unanswered(
        self, here: Room
    ) -> None:
        page = opened(here, seat(here), "")
        boxes(page).set_value(2).run()
        named = address(page)
        assert f"_{named}_" in boxes(page).key

    def test_what_is_about_deaths_is_announced_before_it_is_shown(self, here: Room) -> None:
        page = opened(here, seat(here), GENTLE)
        assert "Take a moment if you need one." in drawn(page)
        assert not page.radio
        press(page, "Go on")
        assert GENTLE in boxes(page).key


class TestTheRoom:
    def test_it_leads_to_where_the_room_is(self, here: Room) -> None:
        page = opened(here, seat(here), "G02")
        consensus.go_to(here.lead, here.assessment_id, STATEMENT)
        assert "The room is at P08." in drawn(page.run())
        press(page, "Go to P08")
        assert "The room is at this statement." in drawn(page)
        assert address(page) == "P08"

    def test_before_the_reveal_nothing_of_others_is_there(self, here: Room) -> None:
        views.give(
            invitations.partner_desk(here.door, seat(here, here.probation)),
            here.assessment_id,
            STATEMENT,
            here.probation,
            3,
            way=Way.JOINED,
        )
        page = opened(here, seat(here))
        assert "Probation" not in drawn(page)
        assert boxes(page).value is None
        assert "What the room sees" not in drawn(page)

    def test_after_it_the_first_view_stands_and_a_later_one_beside_it(self, here: Room) -> None:
        token = seat(here)
        page = opened(here, token)
        boxes(page).set_value(1).run()
        views.show_spread(here.lead, here.assessment_id, STATEMENT)
        said = drawn(page.run())
        assert "what you give now stands beside as a later view" in said
        assert "Your agency’s first view: Partly met." in said
        assert "One says Partly met" in said
        boxes(page).set_value(3).run()
        first, later = own(here, token)
        assert (first.said, later.said) == (1, 3)
        others = drawn(opened(here, seat(here, here.probation)))
        assert "1 view came after first views stood." in others
        assert "says Fully met" not in others

    def test_a_rating_without_a_reveal_is_not_told_as_one(self, here: Room) -> None:
        token = seat(here)
        consensus.record_rating(here.lead, here.assessment_id, STATEMENT, 2)
        words = drawn(opened(here, token))
        assert "The room has agreed a rating for this statement" in words
        assert "has been revealed" not in words


class TestTwoDevices:
    def test_the_second_is_told_first_and_the_contact_uses_its_answer(self, here: Room) -> None:
        contact, second = seat(here), seat(here)
        page = opened(here, second)
        said = drawn(page)
        assert said.index("is its contact’s") < said.index("You have answered")
        boxes(page).set_value(0).run()
        assert own(here, contact) == (None, None)
        page = opened(here, contact)
        assert "Colleague 2 says: Not met" in drawn(page)
        assert "1 other device joined for your agency too" in drawn(page)
        press(page, "Use this one")
        first, _later = own(here, contact)
        assert first.said == 0
        assert boxes(page).value == 0

    def test_a_colleague_is_heard_where_the_agency_has_answered_another_way(
        self, here: Room
    ) -> None:
        views.give(here.lead, here.assessment_id, STATEMENT, here.prison, 1, way=Way.CALLED_OUT)
        contact, second = seat(here), seat(here)
        boxes(opened(here, second)).set_value(0).run()
        page = opened(here, contact)
        assert "Colleague 2 says: Not met" in drawn(page)
        assert not [one for one in page.button if one.label == "Use this one"]
        press(press(page, "Give another answer instead"), "Use this one")
        first, _later = own(here, contact)
        assert first.said == 0

    def test_a_device_that_was_ended_is_led_back_to_the_door(self, here: Room) -> None:
        token = seat(here)
        page = opened(here, token)
        device = invitations.partner_desk(here.door, token).actor.device_id
        invitations.end_device(here.lead, here.assessment_id, device)
        boxes(page).set_value(1).run()
        assert not views.answered(here.lead, here.assessment_id).first
        assert "ended it" in drawn(page.run())
        assert [one.label for one in page.button] == ["Type a code"]

    @pytest.mark.parametrize("token", ["", "nobody", "<script>"])
    def test_without_a_seat_there_is_only_the_way_to_the_door(self, here: Room, token: str) -> None:
        went: Went = []
        page = opened(here, token, STATEMENT, went)
        assert "has not joined" in drawn(page)
        assert not page.radio
        press(page, "Type a code")
        assert went == [("join", {})]


LEADS = {
    "a complete copy": lambda d, p, a: copies.take_copy(d, p),
    "a report": lambda d, p, a: downloads.make_file(d, a, Format.PDF),
    "every view": lambda d, p, a: views.sealed_views(d, a),
    "the agenda": lambda d, p, a: consensus.agenda(d, a),
    "the reveal": lambda d, p, a: views.show_spread(d, a, STATEMENT),
    "a rating": lambda d, p, a: consensus.record_rating(d, a, STATEMENT, 3),
    "the room": lambda d, p, a: consensus.go_to(d, a, STATEMENT),
    "the scope": lambda d, p, a: partnerships.set_scope_kind(d, a, ScopeKind.CORE),
    "the names": lambda d, p, a: views.choose_names_shown(d, a, False),
    "a new code": lambda d, p, a: invitations.make_codes(d, a),
}


@pytest.mark.parametrize("what", LEADS)
def test_what_is_the_lead_s_is_out_of_a_device_s_reach(here: Room, what: str) -> None:
    area = partnerships.partnership_of(here.lead, here.assessment_id)
    with pytest.raises(Refused, match="Only the lead"):
        LEADS[what](here.joined(here.prison), area, here.assessment_id)
