"""Small messages leave at once: measured on the server's own sockets, over real connections."""

import socket
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from starlette.types import Receive, Scope, Send
from streamlit.runtime import runtime
from websockets.sync.client import connect

from assessment.ui.sending import SOON, SentAtOnce, send_soon
from tests.assessment.ui.served import serving


async def says_its_option(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers each connection with the TCP_NODELAY of its own socket."""
    protocol: Any = send.__self__  # type: ignore[attr-defined]
    taken = protocol.transport.get_extra_info("socket")
    option = str(taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
    await receive()
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": option})
        await send({"type": "websocket.close"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": option.encode()})


@pytest.fixture
def port() -> Iterator[int]:
    """Where the app above is served."""
    with serving(SentAtOnce(says_its_option)) as found:
        yield found


def test_a_page_is_sent_at_once(port: int) -> None:
    with urlopen(f"http://127.0.0.1:{port}", timeout=10) as reply:
        assert reply.read() == b"True"


def test_a_websocket_is_sent_at_once(port: int) -> None:
    with connect(f"ws://127.0.0.1:{port}", proxy=None) as websocket:
        assert websocket.recv(timeout=10) == "True"


def test_streamlit_looks_for_what_was_drawn_as_soon_as_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "MESSAGE_FLUSH_INTERVAL_SECS"
    assert name in runtime.Runtime._loop_coroutine.__code__.co_names
    monkeypatch.setattr(runtime, name, getattr(runtime, name))  # to be given back
    send_soon()
    assert getattr(runtime, name) == SOON
