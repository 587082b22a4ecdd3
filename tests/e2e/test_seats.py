"""At the door of the room, in a browser: joining, giving a view, a second device, the reveal."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.store.engine import connect, sqlite_url
from assessment.views import service as views
from assessment.views.model import Said
from benchmarks.device import Device, TooLate
from tests.assessment.invitations.joined import Room, room
from tests.e2e.screens import axe, fits, settled, stored
from tests.e2e.servers import ROOT, AppServer
from tests.e2e.test_screens import NARROW, WIDE, in_order


STATEMENT = "P08"


@dataclass(frozen=True)
class Door:
    """The room's door as it is served, and the lead's desk behind it."""

    served: AppServer
    room: Room

    def link(self, agency_id: str) -> str:
        """What a slip's QR code leads to."""
        return f"{self.served.url}/?code={self.room.code(agency_id)}"

    def said(self, agency_id: str) -> Said | None:
        """What is stored as an agency's first view."""
        kept = views.sealed_views(self.room.lead, self.room.assessment_id)
        return next((one.said for one in kept if one.agency_id == agency_id), None)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Door]:
    """An assessment that asks for views, and a server of the room on its data."""
    folder = tmp_path_factory.mktemp("door")
    file = Path(shutil.copy(empty_sqlite, folder / "throughcare.db"))
    store = connect(sqlite_url(file))
    served = AppServer(ROOT / "app.py", folder, settings={"THROUGHCARE_DOOR": "room"}).start()
    yield Door(served, room(Desk(store), names_shown=True))
    served.kill()
    store.close()


def joined(page: Page, door: Door, agency_id: str) -> Page:
    """A device that has just joined by the link, at the statement of these tests."""
    page.goto(door.link(agency_id))
    expect(page.get_by_text("You have answered")).to_be_visible(timeout=30_000)
    seat = page.url.partition("&")[0]
    page.goto(f"{seat}&statement={STATEMENT}")
    expect(page.get_by_role("heading", level=2, name=STATEMENT)).to_be_visible()
    settled(page)
    return page


def chosen(page: Page, words: str) -> None:
    """Choose an answer, and wait for what is there only once it is stored."""
    page.get_by_role("radio", name=words).press("Space")
    expect(page.get_by_role("button", name="Take this answer back")).to_be_visible()


def ended(door: Door, agency_id: str) -> None:
    """The lead ends an agency's devices."""
    lead, one = door.room.lead, door.room.assessment_id
    for device in invitations.devices_of(lead, one):
        if device.agency_id == agency_id:
            invitations.end_device(lead, one, device.id)


def passes(page: Page) -> None:
    """Axe, no sideways scroll and the order of headings, wide in light and narrow in dark."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)
    axe(page)
    fits(page)
    in_order(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    axe(page)
    fits(page)


def test_the_door_and_a_form_can_be_used_by_all(warm_context: BrowserContext, door: Door) -> None:
    page = warm_context.new_page()
    page.goto(door.served.url)
    page.get_by_label("Code of your agency").fill("BBBB-BBBB")
    page.get_by_role("button", name="Join", exact=True).click()
    expect(page.get_by_text("That code opens nothing here")).to_be_visible()
    passes(page)
    joined(page, door, door.room.probation)
    passes(page)
    chosen(page, "1 Partly met")
    page.get_by_text("More, if you like").click()
    passes(page)
    on = page.get_by_role("button", name="→")  # at the foot of a page that is three screens long
    following = on.inner_text().removesuffix(" →")
    on.click()
    expect(page.get_by_role("heading", level=2, name=following)).to_be_in_viewport()
    page.close()


def test_a_reason_and_its_statement_are_there_after_a_reload(
    warm_context: BrowserContext, door: Door
) -> None:
    page = joined(warm_context.new_page(), door, door.room.probation)
    # The button that tells it may be there already: this browser is the device of the test before.
    chosen(page, "2 Mostly met")
    stored(page, lambda: door.said(door.room.probation), 2)
    reason = page.get_by_label("Why, in a few words")
    reason.fill("Fridays slip")
    expect(page.locator("[data-part=status]")).to_contain_text("Saved ")
    page.reload()
    expect(page.get_by_role("heading", level=2, name=STATEMENT)).to_be_visible()
    expect(page.get_by_label("Why, in a few words")).to_have_value("Fridays slip")
    expect(page.get_by_role("radio", name="2 Mostly met")).to_be_checked()
    assert "code=" not in page.url
    page.close()


def test_a_colleague_s_answer_that_was_used_stays_and_the_reveal_follows(
    new_context: Callable[[], BrowserContext], door: Door
) -> None:
    """Each screen asks every second; what it still holds of old answers must change nothing."""
    prison = door.room.prison
    contact = joined(new_context().new_page(), door, prison)
    chosen(contact, "1 Partly met")
    colleague = joined(new_context().new_page(), door, prison)
    expect(colleague.get_by_text("is its contact’s")).to_be_visible()
    chosen(colleague, "0 Not met")
    contact.get_by_role("button", name="Use this one").click()
    expect(contact.get_by_role("radio", name="0 Not met")).to_be_checked()
    lead, one = door.room.lead, door.room.assessment_id
    consensus.go_to(lead, one, STATEMENT)
    expect(contact.get_by_text("The room is at this statement.")).to_be_visible()
    views.show_spread(lead, one, STATEMENT)
    expect(contact.get_by_text("Your agency’s first view: Not met.")).to_be_visible()
    expect(colleague.get_by_text("What the room sees")).to_be_visible()
    ended(door, prison)
    expect(colleague.get_by_text("ended it")).to_be_visible()
    passes(colleague)


def test_a_room_that_goes_back_is_followed_back(warm_context: BrowserContext, door: Door) -> None:
    """What its device follows stands again just as it did when its page was opened."""
    lead, one = door.room.lead, door.room.assessment_id
    consensus.go_to(lead, one, "G02")
    page = joined(warm_context.new_page(), door, door.room.probation)
    for statement in (STATEMENT, "G02", STATEMENT):
        consensus.go_to(lead, one, statement)
        words = "this statement" if statement == STATEMENT else statement
        expect(page.get_by_text(f"The room is at {words}.")).to_be_visible()
    ended(door, door.room.probation)


def test_a_choice_that_comes_after_the_reveal_is_told_so(door: Door) -> None:
    """It left the device before; the question that it answers is gone when it comes."""
    one, agency = door.room.assessment_id, door.room.probation
    ended(door, agency)  # so that the next is its contact's

    async def late() -> None:
        async with Device(door.served.port) as device:
            await device.open("join", code=door.room.code(agency))
            (question,) = device.choices
            await device.choose(question, 1)
            asked = dict(device.choices)
            seen = device.sees("What the room sees")
            await asyncio.to_thread(views.show_spread, door.room.lead, one, device.statement)
            await asyncio.wait_for(seen, 30)
            device.choices = asked
            with pytest.raises(TooLate):
                await device.choose(question, 2)
            assert not device.errors

    with ThreadPoolExecutor(1) as elsewhere:  # in this thread a browser's loop goes on
        elsewhere.submit(asyncio.run, late()).result(timeout=60)
