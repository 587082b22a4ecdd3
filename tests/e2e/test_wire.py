"""What each kind of person's browser is sent before the reveal, heard on the wire.

Agency A has answered, with a reason like no other. Nobody else's websocket may carry the reason,
and what it carries must be the same whether A's rating is 0 or 3. A's own device is the control.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from assessment.access.desk import Desk
from assessment.access.typed import Typed
from assessment.consensus import service as consensus
from assessment.invitations import service as invitations
from assessment.store.engine import connect, sqlite_url
from assessment.ui.moves import PATH
from assessment.views import service as views
from assessment.views.model import Way
from tests.assessment.invitations.joined import Room, room
from tests.e2e.screens import settled
from tests.e2e.servers import ROOT, AppServer


pytestmark = pytest.mark.slow  # ten participants, each listened to

STATEMENT = "P08"
REASON = "Zebra crossing closes on Fridays"
LOWEST, HIGHEST = 0, 3
HOLDER = "whoever holds the code"
# Ids, hashes, the time of day, and how many acts the assessment has seen, whatever they were.
_CHANGES = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\d\d:\d\d(:\d\d)?|\bid: \".*?\""
    r'|\\"mark\\": \\"\d+\\"'
)


@dataclass
class Wire:
    """Everything that a tab's websockets have brought, and what the page came to.

    `marks` came on the line that tells of moves; what moves one is tested where marks are made.
    """

    page: Page
    frames: list[bytes] = field(default_factory=list)
    marks: list[bytes] = field(default_factory=list)
    source: str = ""

    def __post_init__(self) -> None:
        self.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        kept = self.marks if PATH in socket.url else self.frames
        socket.on("framereceived", lambda frame: kept.append(_as_bytes(frame)))

    def open(self, url: str, shows: str) -> "Wire":
        """Look at an address until it shows these words and comes to rest."""
        self.page.goto("about:blank")  # what the page before is still sent is none of this one's
        self.frames.clear()
        self.marks.clear()
        self.page.goto(url)
        expect(self.page.get_by_text(shows).first).to_be_visible(timeout=30_000)
        settled(self.page)
        self.source = self.page.content()
        return self

    def carries(self, words: str) -> bool:
        """Whether the words came in any frame, or stand in the page's source."""
        return words in self.source or any(
            words.encode() in frame for frame in (*self.frames, *self.marks)
        )

    def drawn(self) -> set[str]:
        """Each thing the server had drawn, without ids and times."""
        return {
            _CHANGES.sub("·", str(one.delta)) for one in self._messages() if one.delta.ByteSize()
        }

    def _messages(self) -> Iterator[ForwardMsg]:
        for frame in self.frames:
            message = ForwardMsg()
            message.ParseFromString(frame)
            yield message


def _as_bytes(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


@dataclass(frozen=True)
class Scene:
    """The lead's app, the room's door, and two agencies that are asked about the same."""

    lead: AppServer
    door: AppServer
    room: Room
    seats: dict[str, str]

    def a_says(self, rating: int) -> None:
        """Agency A's own first view, with its reason, from its own device."""
        desk = self.as_a(self.seats[self.room.prison])
        here = (self.room.assessment_id, STATEMENT, self.room.prison)
        first = views.give(desk, *here, rating, way=Way.JOINED, replace=True)
        if not first.reason:
            views.edit_reason(desk, *here, Typed.over("", REASON))

    def as_a(self, token: str) -> Desk:
        """A device of agency A, made its contact's."""
        desk = invitations.partner_desk(self.room.door, token)
        here = (self.room.lead, self.room.assessment_id, desk.actor.device_id)
        invitations.hand_over(*here)
        return desk

    def form(self, agency_id: str) -> str:
        """The address of an agency's form on its own device."""
        return f"{self.door.url}/mine?seat={self.seats[agency_id]}&statement={STATEMENT}"

    def by_a_s_code(self) -> str:
        """The address of A's form where whoever holds A's code joined and took the contact over."""
        if HOLDER not in self.seats:
            code = self.room.code(self.room.prison)
            self.seats[HOLDER] = invitations.join(self.room.door, code, "10.0.0.8")
        token = self.seats[HOLDER]
        self.as_a(token)
        return f"{self.door.url}/mine?seat={token}&statement={STATEMENT}"

    @contextmanager
    def b_s_turn(self) -> Iterator[str]:
        """The laptop is with agency B."""
        invitations.pass_laptop(self.room.lead, self.room.assessment_id, "2468")
        invitations.begin_turn(self.room.lead, self.room.probation)
        yield f"{self.lead.url}/?statement={STATEMENT}"
        invitations.unlock(self.room.lead)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("wire")
    file = Path(shutil.copy(empty_sqlite, folder / "throughcare.db"))
    store = connect(sqlite_url(file))
    here = room(Desk(store), names_shown=True)
    consensus.begin_workshop(here.lead, here.assessment_id)
    consensus.go_to(here.lead, here.assessment_id, STATEMENT)
    seats = {
        one: invitations.join(here.door, here.code(one), "10.0.0.9")
        for one in (here.prison, here.probation)
    }
    lead = AppServer(ROOT / "app.py", folder).start()
    door = AppServer(ROOT / "app.py", folder, settings={"THROUGHCARE_DOOR": "room"}).start()
    yield Scene(lead, door, here, seats)
    lead.kill()
    door.kill()
    store.close()


@pytest.fixture
def wire(warm_context: BrowserContext) -> Iterator[Wire]:
    page = warm_context.new_page()
    yield Wire(page)
    page.close()


Look = Callable[[Scene, Wire], Wire]


def b_s_phone(scene: Scene, wire: Wire) -> Wire:
    return wire.open(scene.form(scene.room.probation), "What do you see?")


def whoever_holds_a_s_code(scene: Scene, wire: Wire) -> Wire:
    return wire.open(scene.by_a_s_code(), "answered this one already")


def the_door(scene: Scene, wire: Wire) -> Wire:
    return wire.open(scene.door.url, "Join the room")


def b_s_turn_at_the_laptop(scene: Scene, wire: Wire) -> Wire:
    with scene.b_s_turn() as url:
        return wire.open(url, "What do you see?")


def page_of_the_lead(name: str, shows: str) -> Look:
    return lambda scene, wire: wire.open(f"{scene.lead.url}/{name}", shows)


PEOPLE: dict[str, Look] = {
    "another agency’s phone": b_s_phone,
    "whoever joins with the agency’s own code": whoever_holds_a_s_code,
    "a stranger at the door": the_door,
    "another agency at the passed laptop": b_s_turn_at_the_laptop,
    "the lead’s room screen": page_of_the_lead("room", "Show the spread"),
    "the lead’s agenda": page_of_the_lead("agenda", "Probation"),
    "the lead’s first views": page_of_the_lead("views", "Who has answered"),
    "the lead’s statement": page_of_the_lead(f"statement?id={STATEMENT}", "Why"),
    "the lead’s packs": page_of_the_lead("packs", "Agency packs"),
    "the lead’s keypad": page_of_the_lead("keypad", "HMP Stonebrook"),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_nobody_is_sent_another_agency_s_answer(scene: Scene, wire: Wire, who: str) -> None:
    seen = {}
    for rating in (LOWEST, HIGHEST):
        scene.a_says(rating)
        heard = PEOPLE[who](scene, wire)
        assert heard.frames
        assert not heard.carries(REASON)
        seen[rating] = heard.drawn()
    assert seen[LOWEST] == seen[HIGHEST]


def test_the_agency_s_own_device_is_so_this_test_can_hear(scene: Scene, wire: Wire) -> None:
    seen = {}
    for rating in (LOWEST, HIGHEST):
        scene.a_says(rating)
        heard = wire.open(scene.form(scene.room.prison), "Take this answer back")
        assert heard.carries(REASON)
        seen[rating] = heard.drawn()
    assert seen[LOWEST] != seen[HIGHEST]
