"""Small messages leave at once: measured on the server's own sockets, over real connections."""

import socket
import threading
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from websockets.sync.client import connect

from assessment.ui.shell import SentAtOnce


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
    """A server as Streamlit runs it: uvicorn on a socket that asyncio does not take for TCP."""
    config = uvicorn.Config(
        SentAtOnce(says_its_option), lifespan="off", ws="websockets-sansio", log_level="critical"
    )
    server = uvicorn.Server(config)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # before the thread: a client that comes first waits its turn
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()


def test_a_page_is_sent_at_once(port: int) -> None:
    with urlopen(f"http://127.0.0.1:{port}", timeout=10) as reply:
        assert reply.read() == b"True"


def test_a_websocket_is_sent_at_once(port: int) -> None:
    with connect(f"ws://127.0.0.1:{port}", proxy=None) as websocket:
        assert websocket.recv(timeout=10) == "True"
