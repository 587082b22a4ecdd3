"""What a page sends as it goes is still saved.

Streamlit stops a session's run in the moment in which its page goes, and drops what is waiting: the
last words before a reload, one time in ten, and more where the server was busy. So a page that says
goodbye is heard out: Streamlit is told of it only when its last draft has had time to be saved. A
connection that breaks is told at once, since the same page comes back and takes its session up.
"""

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send


SECONDS = 2.0
GOODBYES = {1000, 1001, 1005}  # closed by the page, which goes: RFC 6455, section 7.4.1


class HeardOut:
    """Holds back the end of a websocket whose page has gone."""

    def __init__(self, app: ASGIApp, seconds: float = SECONDS) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def hear() -> Message:
            message = await receive()
            if message["type"] == "websocket.disconnect" and message.get("code") in GOODBYES:
                await asyncio.sleep(self.seconds)
            return message

        async def tell(message: Message) -> None:
            with suppress(OSError):  # nobody is there any more, which `hear` tells in its time
                await send(message)

        await self.app(scope, hear, tell)
