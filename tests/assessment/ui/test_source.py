"""Where a request comes from: only what a trusted proxy wrote counts, and nobody's own word."""

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.access.opening import DOOR_VARIABLE, PROXY_VARIABLE, Door, door, trusted_proxies
from assessment.ui import shell
from assessment.ui.source import networks, source_of
from tests.assessment.ui.test_network import run


PROXY, REVIEWER, MADE_UP = "10.0.0.2", "198.51.100.7", "203.0.113.9"


@pytest.mark.parametrize(
    ("peer", "forwarded", "trusted", "source"),
    [
        (REVIEWER, [MADE_UP], "", REVIEWER),
        (PROXY, [MADE_UP], "", PROXY),
        (PROXY, [REVIEWER], PROXY, REVIEWER),
        (PROXY, [f"{MADE_UP}, {REVIEWER}"], PROXY, REVIEWER),
        (PROXY, [MADE_UP, REVIEWER], PROXY, REVIEWER),
        (PROXY, [f"{REVIEWER}, 10.0.0.3"], "10.0.0.0/24", REVIEWER),
        (REVIEWER, [MADE_UP], PROXY, REVIEWER),
        (PROXY, [], PROXY, PROXY),
        (PROXY, ["<script>"], PROXY, PROXY),
        (PROXY, [f"{REVIEWER}:50123"], PROXY, REVIEWER),
        ("::1", ["[2001:db8::7]:443"], "127.0.0.1, ::1", "2001:db8::7"),
        (f"::ffff:{PROXY}", [REVIEWER], PROXY, REVIEWER),
        (PROXY, [REVIEWER], "nonsense", PROXY),
    ],
)
def test_the_address_nobody_could_make_up(peer, forwarded, trusted, source) -> None:
    assert source_of(peer, forwarded, networks(trusted)) == source


def asked_by(proxies: str, peer: str) -> str:
    """The client that the app is told of, for a websocket that says it comes from elsewhere."""
    told: list[str] = []

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        told.append(scope["client"][0])
        await send({"type": "websocket.accept"})

    behind: ASGIApp = app
    for one in reversed(shell.middleware(proxies=proxies)):
        behind = one.cls(behind, *one.args, **one.kwargs)
    headers = [(b"host", b"reviews.example"), (b"x-forwarded-for", REVIEWER.encode())]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    sent: list[Message] = run(behind, scope | {"client": (peer, 50_000), "server": ("", 1)})
    assert sent[0]["type"] == "websocket.accept"
    return told[0]


def test_the_reviewers_door_believes_the_proxy_it_is_told_of_and_no_other() -> None:
    assert asked_by(PROXY, PROXY) == REVIEWER
    assert asked_by("", PROXY) == PROXY
    assert asked_by(PROXY, MADE_UP) == MADE_UP


@pytest.mark.parametrize("value", ["review", " Review "])
def test_the_setting_makes_it_the_reviewers_door(value: str, monkeypatch) -> None:
    monkeypatch.setenv(DOOR_VARIABLE, value)
    monkeypatch.delenv(PROXY_VARIABLE, raising=False)
    assert door() is Door.REVIEW
    assert trusted_proxies() == ""


@pytest.mark.parametrize("value", ["reviews", "room"])
def test_any_other_value_is_the_room_s(value: str, monkeypatch) -> None:
    monkeypatch.setenv(DOOR_VARIABLE, value)
    assert door() is Door.ROOM
    assert trusted_proxies() is None
