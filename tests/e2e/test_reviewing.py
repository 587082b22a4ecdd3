"""A peer reviewer in a browser, by their link: from the first rating to their one answer.

Until their own ratings are in, nothing that the server sends may depend on the area's.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from assessment.access.desk import Desk
from assessment.peer_review import service
from assessment.peer_review.model import Outcome, TextPlace, ToRead
from assessment.store.engine import connect, sqlite_url
from tests.assessment.peer_review.reviewed import SAFETY, Reviewed, reviewed
from tests.e2e.screens import axe, fits, settled
from tests.e2e.servers import ROOT, AppServer
from tests.e2e.test_wire import Wire


pytestmark = pytest.mark.slow  # a server of its own, and a whole review

REASON = "Zebra crossing closes on Fridays"
NARROW = ViewportSize(width=320, height=800)


@dataclass(frozen=True)
class Door:
    """The reviewers' door, what is reviewed, and the link of the first reviewer."""

    served: AppServer
    scene: Reviewed
    token: str

    @property
    def link(self) -> str:
        """Their invitation link."""
        return f"{self.served.url}/reviewing?key={self.token}&statement={SAFETY}"

    def area_says(self, rating: int) -> None:
        """As if the area had agreed this rating from the start."""
        self._write("UPDATE agreed_rating SET rating = ? WHERE statement_id = ?", rating, SAFETY)

    def is_blind(self, blind: bool) -> None:
        """As if the review had been so from the start."""
        self._write("UPDATE review_round SET blind = ?", blind)

    def _write(self, words: str, *values: object) -> None:
        file = self.served.data / "throughcare.db"
        with closing(sqlite3.connect(file)) as connection, connection:
            assert connection.execute(words, values).rowcount == 1


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Door]:
    folder = tmp_path_factory.mktemp("reviewing")
    store = connect(sqlite_url(Path(shutil.copy(empty_sqlite, folder / "throughcare.db"))))
    scene = reviewed(Desk(store))
    text = ToRead(place=TextPlace.RATIONALE, about=SAFETY, text=REASON)
    service.freeze_texts(scene.desk, scene.round_id, [text])
    token = service.make_link(scene.desk, scene.first)
    served = AppServer(ROOT / "app.py", folder, settings={"THROUGHCARE_DOOR": "review"}).start()
    yield Door(served, scene, token)
    served.kill()
    store.close()


@pytest.fixture
def tab(warm_context: BrowserContext) -> Iterator[Page]:
    page = warm_context.new_page()
    page.set_viewport_size(NARROW)
    yield page
    page.close()


def test_before_their_own_are_in_nothing_sent_depends_on_the_area_s(door: Door, tab: Page) -> None:
    seen = []
    for rating in (3, 0):
        door.area_says(rating)
        heard = Wire(tab).open(door.link, "You have rated 0 of 3.")
        assert not heard.carries(REASON)
        seen.append(heard.drawn())
    assert seen[0] == seen[1]
    door.is_blind(False)
    heard = Wire(tab).open(door.link, "You have rated 0 of 3.")
    assert heard.carries(REASON)  # so this test can hear
    door.is_blind(True)


def test_a_review_on_a_phone_from_the_first_rating_to_the_answer(door: Door, tab: Page) -> None:
    tab.goto(door.link)
    tab.get_by_role("radio", name="Partly met").press("Space", timeout=30_000)
    expect(tab.get_by_text("You have rated 1 of 3.")).to_be_visible()
    tab.get_by_label("Why, in one line").fill("<b>Seen</b> in two prisons")
    tab.get_by_text("More, if you wish").click()
    tab.get_by_label("A question to the area").fill("Since when?")
    expect(tab.get_by_text("You also gave: a question to the area.")).to_be_visible()
    axe(tab)
    fits(tab)
    tab.reload()
    expect(tab.get_by_role("radio", name="Partly met")).to_be_checked(timeout=30_000)
    expect(tab.get_by_label("Why, in one line")).to_have_value("<b>Seen</b> in two prisons")
    tab.get_by_role("button", name="Hand in my ratings").click()
    tab.get_by_role("button", name="Hand in all the same").click()
    expect(tab.get_by_text("Your ratings are in, and they stand.")).to_be_visible()
    expect(tab.get_by_text(REASON)).to_have_count(0)
    tab.get_by_role("button", name="See the area’s ratings").click()
    expect(tab.get_by_text(REASON)).to_be_visible()
    expect(tab.get_by_text("<b>Seen</b> in two prisons")).to_be_visible()
    _reply(door)
    tab.reload()
    answer = tab.get_by_label(f"Your answer about {SAFETY}")
    answer.fill("Thank you, that helps.", timeout=30_000)
    tab.get_by_role("button", name=f"Send this answer about {SAFETY}").click()
    expect(tab.get_by_text("Your answer: Thank you, that helps.")).to_be_visible()
    settled(tab)
    axe(tab)
    fits(tab)


def test_no_other_address_is_there_and_the_token_stays_out_of_the_log(
    door: Door, tab: Page
) -> None:
    for name in ("", "home", "copies", "join"):
        tab.goto(f"{door.served.url}/{name}")
        expect(tab.get_by_text("Open the invitation link")).to_be_visible(timeout=30_000)
    reply = tab.goto(door.link)
    assert reply is not None
    assert reply.headers["referrer-policy"] == "no-referrer"
    expect(tab.get_by_text("Aldermoor.")).to_be_visible(timeout=30_000)
    assert door.token not in door.served.log
    tab.goto(f"{door.served.url}/reviewing?key={'A' * 43}")
    expect(tab.get_by_text("This link opens nothing here.")).to_be_visible(timeout=30_000)


def _reply(door: Door) -> None:
    """The area replies, and its lead confirms it."""
    desk = door.scene.desk
    [one] = service.challenges(desk, door.scene.round_id)
    service.reply(desk, one.id, door.scene.room.council, "Since March.")
    service.confirm(desk, one.id, Outcome.ACCEPT_IN_PART, "Half of it is done.")
