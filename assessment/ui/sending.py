"""What a page draws reaches the browser at once, and not after two waits of Streamlit's."""

import socket

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import runtime


SOON = 0.001  # seconds


def send_soon() -> None:
    """From here on what is drawn is sent within a millisecond; saying so twice changes nothing.

    Streamlit sends what has been drawn, then looks again after 5 ms. A click takes little longer
    than that, so what it drew last waited 3 ms on average, a quarter of the whole. Streamlit offers
    no setting; a test fails when a new version does it otherwise.
    """
    vars(runtime)["MESSAGE_FLUSH_INTERVAL_SECS"] = SOON


class SentAtOnce:
    """Lets small messages leave at once, which takes 40 ms off every click (on Windows up to 200).

    Streamlit makes its listening socket in a way that asyncio does not take for TCP, so asyncio
    leaves Nagle's algorithm on: each message but the first waits for the browser to confirm the
    one before, and browsers take their time. Nothing else tells an app its socket, so it is asked
    of the protocol whose method `send` is.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        connection = transport.get_extra_info("socket") if transport else None
        if connection is not None and connection.family != getattr(socket, "AF_UNIX", None):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)
