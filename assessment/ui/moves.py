"""Screens that are told when what they follow has moved, and ask for nothing in between.

A page opens a websocket beside Streamlit's own and names what it follows. The server looks once for
all of them, four times a second, and tells each the mark of what it follows whenever that mark is
another. The page then asks to be drawn again.

A timer of Streamlit's in each page would do without, and did. Thirty devices that asked each second
cost a sixth of a core before anybody had done anything; and where a timer asks in the moment at
which a page is drawn to its end, Streamlit puts a new thread in the old one's place and drops what
that one has still to send: under load a page came out blank.
"""

import asyncio
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from assessment.access.errors import UserError


PATH = "/moves"
# Half the promise of two seconds is left to draw thirty screens in.
EVERY_SECONDS = 0.25
# Where Streamlit's own line comes back after a drop or a restart, its page asks for everything anew
# only if a timer stands on it or a part of it ran last; else each click into a part would be lost.
A_DAY = 86_400.0
# What a page hears whose device reaches nothing any more, and the code that ends its asking.
GONE, NO_MORE = "", 1008
# The code that ends a line for now: the page opens another.
FAILED = 1011
# A mark for each of those followed that is there: other words once something has moved.
Marks = Callable[[Collection[str]], Mapping[str, str]]

_listener = st.components.v2.component(
    "throughcare.moves",
    html="",
    js=(Path(__file__).parent / "moves.js").read_text(encoding="utf-8"),
)


@st.fragment(run_every=A_DAY)
def listen(
    name: str, follows: str, mark: str, on_move: Callable[[], None], *, pause: float = 0
) -> None:
    """Call `on_move`, as the callback of a widget, once `follows` has another mark than `mark`.

    A page places each `name` once. `mark` is how things stood when the page began to be drawn.
    `pause`: how many seconds the page waits for more, where much moves at once.
    """
    address = f"{PATH}?{urlencode({'of': follows})}"
    data = {"address": address, "mark": mark, "pause": 1000 * pause}
    _listener(key=f"moves_{name}", data=data, on_moved_change=on_move)


@dataclass(eq=False)
class Listener:
    """One page's open line: what it follows, and the mark it was told last."""

    socket: WebSocket
    follows: str
    told: str | None = None


class Moves:
    """Everyone who listens, and the one look that is taken for all of them."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._listeners: set[Listener] = set()
        self._looking: asyncio.Task[None] | None = None

    @property
    def route(self) -> WebSocketRoute:
        """Where the server is listened to."""
        return WebSocketRoute(PATH, self.serve)

    async def serve(self, socket: WebSocket) -> None:
        """Keep a page told until it leaves; it has nothing to say itself."""
        await socket.accept()
        one = Listener(socket, socket.query_params.get("of", ""))
        self._listeners.add(one)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            await socket.receive()
        finally:
            self._listeners.discard(one)

    async def _look(self) -> None:
        """As long as anybody listens; one that fails ends every line, and each page asks anew."""
        try:
            while self._listeners:
                followed = frozenset(one.follows for one in self._listeners)
                with suppress(UserError):  # the database is busy: the next look asks again
                    await self._tell(followed, await run_in_threadpool(self._marks, followed))
                await asyncio.sleep(EVERY_SECONDS)
        except Exception:
            while self._listeners:
                with suppress(WebSocketDisconnect, RuntimeError):
                    await self._listeners.pop().socket.close(FAILED)
            raise

    async def _tell(self, followed: Collection[str], marks: Mapping[str, str]) -> None:
        """Whoever came while the look was taken is in neither, and is told by the next one."""
        for one in [each for each in self._listeners if each.follows in followed]:
            mark = marks.get(one.follows, GONE)
            if mark == one.told:
                continue
            one.told = mark
            with suppress(WebSocketDisconnect, RuntimeError):  # it left just now
                await one.socket.send_text(one.told)
                if one.told == GONE:
                    await one.socket.close(NO_MORE)
