"""The lead's panel of links: where none can be made, whom one is shown to, and revoking it."""

import pytest

from assessment.access.desk import Desk
from assessment.partnership import service as partnerships
from assessment.peer_review.panels.links import ADDRESS_VARIABLE
from assessment.peer_review.rules.address import NO_ADDRESS, NOT_REACHABLE, review_address
from assessment.peer_review.rules.links import ENDED
from tests.assessment.peer_review.pages import by, drawn, opened, press
from tests.assessment.peer_review.reviewed import Reviewed, reviewed


ROUND = "assessment.peer_review.pages.round"
ADDRESS = "https://reviews.example.gov.uk"


@pytest.fixture
def here(desk: Desk) -> Reviewed:
    return reviewed(desk)


class TestTheLeadsLinks:
    def test_a_local_installation_offers_the_pack(self, here: Reviewed, monkeypatch) -> None:
        monkeypatch.delenv(ADDRESS_VARIABLE, raising=False)
        at = opened(here, ROUND, id=here.round_id, section="who")
        assert NOT_REACHABLE in drawn(at)
        assert not [one for one in at.button if "link" in one.label]

    @pytest.mark.parametrize(
        "setting",
        [
            "http://reviews.example.gov.uk",
            "https://user:word@reviews.example.gov.uk",
            "https://reviews.example.gov.uk/?next=x",
            "javascript:alert(1)",
            "https://[",
        ],
    )
    def test_an_address_that_is_not_safe_makes_none(
        self, here: Reviewed, setting: str, monkeypatch
    ) -> None:
        monkeypatch.setenv(ADDRESS_VARIABLE, setting)
        at = opened(here, ROUND, id=here.round_id, section="who")
        assert NO_ADDRESS in drawn(at)
        assert review_address("http://127.0.0.1:8701/") == "http://127.0.0.1:8701"

    def test_a_link_is_shown_to_whoever_made_it_and_revoked_by_a_press(
        self, here: Reviewed, monkeypatch
    ) -> None:
        monkeypatch.setenv(ADDRESS_VARIABLE, f"{ADDRESS}/")
        at = opened(here, ROUND, id=here.round_id, section="who")
        at = press(at, "Make a link for Commissioner")
        [shown] = at.code
        assert shown.value.startswith(f"{ADDRESS}/reviewing?key=")
        token = shown.value.partition("key=")[2]
        assert "You have rated 0 of 3" in drawn(by(here, token))
        assert not opened(here, ROUND, id=here.round_id, section="who").code
        at = press(at, "Revoke the link of Commissioner")
        assert not at.code
        assert ENDED in drawn(by(here, token))

    def test_none_can_be_made_once_the_assessment_is_closed(
        self, here: Reviewed, monkeypatch
    ) -> None:
        monkeypatch.setenv(ADDRESS_VARIABLE, ADDRESS)
        partnerships.close(here.desk, here.assessment_id)
        at = opened(here, ROUND, id=here.round_id, section="who")
        assert [one.disabled for one in at.button if one.label.startswith("Make a")] == [True, True]
