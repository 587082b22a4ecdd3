"""What the room's process answers to the network, and what it tells this computer alone."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.access.opening import DOOR_VARIABLE, is_room_door
from assessment.ui import shell


HERE, PHONE, OTHER_PHONE = "192.168.1.5", "192.168.1.77", "192.168.1.78"


class Behind:
    """A server that would answer everything, behind what stands at the door of the room."""

    def __init__(self, *, room: bool = True, shut: bool = False) -> None:
        self.app: ASGIApp = answer
        for one in reversed(shell.middleware(room, shut=lambda: shut)):
            self.app = one.cls(self.app, *one.args, **one.kwargs)

    def ask(self, method: str, path: str, comes_from: str = PHONE) -> tuple[int, str]:
        """The status and the words with which a request over the network is answered."""
        here = "127.0.0.1" if comes_from == "127.0.0.1" else HERE
        scope = {"type": "http", "method": method, "path": path, "headers": []}
        sent = run(self.app, scope | {"client": (comes_from, 50_000), "server": (here, 8601)})
        return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:]).decode()

    def cookies(self, path: str, cookie: str = "") -> list[str]:
        """The cookies that an answer sets, for a browser that sends this one."""
        headers = [(b"cookie", cookie.encode())] if cookie else []
        scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
        sent = run(self.app, scope | {"client": (PHONE, 50_000), "server": (HERE, 8601)})
        return [value.decode() for name, value in sent[0]["headers"] if name == b"set-cookie"]

    def opens_websocket(self, origin: str | None) -> bool:
        """Whether a page of that origin gets its websocket."""
        headers = [(b"host", f"{HERE}:8601".encode())]
        headers += [(b"origin", origin.encode())] if origin else []
        scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
        sent = run(self.app, scope | {"client": (PHONE, 50_000), "server": (HERE, 8601)})
        return sent[0]["type"] == "websocket.accept"

    @property
    def devices(self) -> int:
        """How many devices it says have come, when this computer asks."""
        return int(json.loads(self.ask("GET", "/reached", "127.0.0.1")[1])["devices"])


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    """What Streamlit would do: answer."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await PlainTextResponse("an answer")(scope, receive, send)


def run(app: ASGIApp, scope: Scope) -> list[Message]:
    """Every message that an app sends for one request."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    with ThreadPoolExecutor(1) as aside:  # browser tests keep a loop running in this thread
        aside.submit(asyncio.run, app(scope, receive, send)).result()
    return sent


@pytest.fixture
def door() -> Behind:
    return Behind()


@pytest.mark.parametrize(
    "path", ["/", "/join", "/home", "/static/js/x.js", "/app/static/x.ttf", "/media/x.svg"]
)
def test_pages_and_static_files_are_served(door: Behind, path: str) -> None:
    assert door.ask("GET", path) == (200, "an answer")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent_to_it(door: Behind, method: str) -> None:
    assert door.ask(method, "/_stcore/upload_file/session/file")[0] == 404
    assert door.ask(method, "/")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/upload_file/session/file",
        "/_stcore/agent/mcp",
        "/page/_stcore/agent/openapi.json",
        "/_stcore/script-health-check",
    ],
)
def test_no_figures_no_uploads_no_remote_control(door: Behind, path: str) -> None:
    assert door.ask("GET", path)[0] == 404


def test_devices_are_counted_once_and_this_computer_never(door: Behind) -> None:
    assert door.devices == 0
    for address in (PHONE, PHONE, OTHER_PHONE, HERE, "127.0.0.1"):
        door.ask("GET", "/", address)
    assert door.devices == 2


def test_the_number_is_told_to_this_computer_alone(door: Behind) -> None:
    assert door.ask("GET", "/reached") == (200, "an answer")


@pytest.mark.parametrize("origin", ["http://evil.example", f"http://{HERE}", "null"])
def test_another_site_s_page_opens_no_websocket(door: Behind, origin: str) -> None:
    assert not door.opens_websocket(origin)


@pytest.mark.parametrize("origin", [f"http://{HERE}:8601", None])
def test_its_own_page_opens_one(door: Behind, origin: str | None) -> None:
    assert door.opens_websocket(origin)


def test_a_file_made_for_the_lead_waits_while_the_laptop_is_passed_around() -> None:
    """The complete copy holds every view; its address outlives the click that made it."""
    passed, back = Behind(room=False, shut=True), Behind(room=False, shut=False)
    for path in ("/media/copy.json", "/views/media/report.pdf"):
        assert passed.ask("GET", path)[0] == 403
        assert back.ask("GET", path)[0] == 200
    assert passed.ask("GET", "/media/logo.svg")[0] == 200


@pytest.mark.parametrize("value", ["room", "Room", "lead", "1"])
def test_any_value_of_the_setting_keeps_the_lead_s_app_away(value: str, monkeypatch) -> None:
    monkeypatch.setenv(DOOR_VARIABLE, value)
    assert is_room_door()


def test_without_the_setting_it_is_the_lead_s(monkeypatch) -> None:
    monkeypatch.delenv(DOOR_VARIABLE, raising=False)
    assert not is_room_door()


class TestBrowser:
    """A browser is known again by a name that only the door gives and only the door is told."""

    def test_a_new_one_is_named_out_of_reach_of_scripts_and_other_sites(self) -> None:
        [cookie] = Behind().cookies("/_stcore/host-config")
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert Behind().cookies("/_stcore/host-config") != [cookie]

    def test_one_that_has_its_name_keeps_it(self) -> None:
        named = "theme=dark; throughcare_browser=abc"
        assert not Behind().cookies("/_stcore/host-config", named)

    def test_a_page_that_another_site_leads_to_names_nobody(self) -> None:
        assert not Behind().cookies("/")
        assert not Behind().cookies("/mine")

    def test_the_lead_s_own_app_names_nobody(self) -> None:
        assert not Behind(room=False).cookies("/_stcore/host-config")
