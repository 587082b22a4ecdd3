"""Lost power, a dropped connection, two facilitators at once: nothing that was kept is lost.

Packs that come back twice, from elsewhere or of an older edition: tests/exports/packs.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from tests.assessment.invitations.joined import Room, room
from tests.e2e.screens import settled, stored
from tests.e2e.servers import ROOT, AppServer


STATEMENT, AFTER = "P08", "P09"
HALF = "Fridays slip since the van"
BACK = 40_000


@dataclass(frozen=True)
class Workshop:
    """An area of the test's own at the room's door, and a desk behind it."""

    door: AppServer
    room: Room

    def screen(self, page: Page, lead: AppServer) -> Page:
        """The facilitator's screen, in the lead's app."""
        page.goto(f"{lead.url}/room?assessment={self.room.assessment_id}")
        expect(page.get_by_role("heading", name=STATEMENT)).to_be_visible(timeout=BACK)
        settled(page)
        return page

    def seat(self, page: Page, agency_id: str) -> Page:
        """A device that joins by its agency's link and stands at the statement."""
        page.goto(f"{self.door.url}/?code={self.room.code(agency_id)}")
        expect(page.get_by_text("You have answered")).to_be_visible(timeout=BACK)
        page.goto(f"{page.url.partition('&')[0]}&statement={STATEMENT}")
        expect(page.get_by_role("heading", level=2, name=STATEMENT)).to_be_visible()
        settled(page)
        return page

    def rationale(self, statement_id: str = STATEMENT) -> str:
        """What is stored as the reason of the agreed rating."""
        found = consensus.rating_of(self.room.lead, self.room.assessment_id, statement_id)
        return found.rationale if found else ""

    def reason(self, agency_id: str) -> str:
        """What is stored as the reason of an agency's first view."""
        lead = self.room.lead
        kept = views.sealed_views(lead, self.room.assessment_id)
        found = [one for one in kept if (one.statement_id, one.agency_id) == (STATEMENT, agency_id)]
        return found[0].reason if found else ""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Path:
    """The data folder of the lead's app and of the room's door."""
    folder = tmp_path_factory.mktemp("faults")
    shutil.copy(empty_sqlite, folder / "throughcare.db")
    return folder


@pytest.fixture(scope="module")
def desk(data: Path) -> Iterator[Desk]:
    store = connect(sqlite_url(data / "throughcare.db"))
    yield Desk(store)
    store.close()


@pytest.fixture(scope="module")
def lead(server: Callable[..., AppServer], data: Path, desk: Desk) -> AppServer:
    return server(data=data)


@pytest.fixture(scope="module")
def door(data: Path, desk: Desk) -> Iterator[AppServer]:
    served = AppServer(ROOT / "app.py", data, settings={"THROUGHCARE_DOOR": "room"}).start()
    yield served
    served.kill()


@pytest.fixture
def workshop(door: AppServer, desk: Desk) -> Workshop:
    """A room that has begun and stands at a statement."""
    begun = room(desk, names_shown=True)
    consensus.begin_workshop(begun.lead, begun.assessment_id)
    consensus.go_to(begun.lead, begun.assessment_id, STATEMENT)
    return Workshop(door, begun)


def chosen(page: Page, words: str) -> None:
    """Choose an answer, and wait for what is there only once it is stored."""
    page.get_by_role("radio", name=words).press("Space")
    expect(page.get_by_role("button", name="Take this answer back")).to_be_visible()


@pytest.mark.slow
def test_a_server_that_is_killed_loses_nothing_and_the_room_is_where_it_was(
    new_context: Callable[[], BrowserContext], workshop: Workshop, lead: AppServer
) -> None:
    area = workshop.room
    seats = {area.prison: "Partly met", area.probation: "Mostly met"}
    devices = {id_: workshop.seat(new_context().new_page(), id_) for id_ in seats}
    for id_, words in seats.items():
        chosen(devices[id_], words)
    screen = workshop.screen(new_context().new_page(), lead)
    consensus.record_agreed(area.lead, area.assessment_id, STATEMENT, 1)
    screen.get_by_label("Why, in a sentence").press_sequentially(HALF)
    stored(screen, workshop.rationale, HALF)
    for server in (lead, workshop.door):
        server.kill()
    kept = views.sealed_views(area.lead, area.assessment_id)
    assert {one.agency_id: one.said for one in kept} == {area.prison: 1, area.probation: 2}
    for server in (lead, workshop.door):
        server.start()
    again = workshop.screen(new_context().new_page(), lead)
    expect(again.get_by_label("Why, in a sentence")).to_have_value(HALF)
    for id_, words in seats.items():
        devices[id_].reload()
        first = devices[id_].get_by_text(f"Your agency’s first view: {words}.")
        expect(first).to_be_visible(timeout=BACK)
        expect(devices[id_].get_by_text("The room is at this statement.")).to_be_visible()


@pytest.mark.slow
def test_two_facilitators_at_once_lose_nothing(
    new_context: Callable[[], BrowserContext], workshop: Workshop, lead: AppServer
) -> None:
    area = workshop.room
    consensus.record_agreed(area.lead, area.assessment_id, STATEMENT, 1)
    one, other = (workshop.screen(new_context().new_page(), lead) for _ in range(2))
    one.get_by_label("Why, in a sentence").press_sequentially(HALF)
    other.get_by_role("button", name=f"Next: {AFTER}").click()
    for screen in (one, other):
        expect(screen.get_by_role("heading", name=AFTER)).to_be_visible()
    stored(one, workshop.rationale, HALF)
    assert workshop.rationale(AFTER) == ""


@dataclass
class Line:
    """A page's way to the server, which can be cut and mended."""

    context: BrowserContext
    open: list[WebSocketRoute] = field(default_factory=list)

    def through(self, route: WebSocketRoute) -> None:
        """Let a websocket through to the server."""
        route.connect_to_server()
        self.open.append(route)

    def cut(self) -> None:
        """Nothing gets through any more, neither what is open nor what is asked anew."""
        self.context.set_offline(True)
        while self.open:
            self.open.pop().close()

    def mend(self) -> None:
        """The network is back."""
        self.context.set_offline(False)


def test_what_is_typed_while_the_connection_is_gone_is_saved_when_it_is_back(
    warm_context: BrowserContext, workshop: Workshop
) -> None:
    """However long it is gone, the way back is the same: the box repeats what is not stored yet."""
    agency, context = workshop.room.probation, warm_context
    line, page = Line(context), context.new_page()
    page.route_web_socket("**/_stcore/stream", line.through)
    workshop.seat(page, agency)
    chosen(page, "2 Mostly met")
    reason = page.get_by_label("Why, in a few words")
    reason.press_sequentially("Fridays slip")
    stored(page, lambda: workshop.reason(agency), "Fridays slip")
    line.cut()
    page.keyboard.insert_text(" since the van")
    assert workshop.reason(agency) == "Fridays slip"
    line.mend()
    stored(page, lambda: workshop.reason(agency), HALF)
    expect(reason).to_have_value(HALF)


def test_what_moved_while_the_connection_was_gone_is_there_when_it_is_back(
    warm_context: BrowserContext, workshop: Workshop
) -> None:
    """Its page hears of it on a line of its own while Streamlit's, on which it asks, is gone."""
    area, context = workshop.room, warm_context
    line, page = Line(context), context.new_page()
    page.route_web_socket("**/_stcore/stream", line.through)
    workshop.seat(page, area.probation)
    line.cut()
    consensus.go_to(area.lead, area.assessment_id, AFTER)
    page.wait_for_timeout(2000)  # in which it asks, and nobody hears it
    line.mend()
    expect(page.get_by_text(f"The room is at {AFTER}.")).to_be_visible(timeout=BACK)
