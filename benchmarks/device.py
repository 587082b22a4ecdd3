"""A participant's device at the door of the room, spoken as Streamlit's own page speaks it.

Unlike a `Session` it is read all the time and keeps the line on which the page is told that
something moved, so it follows the room as a browser does; many of them share one thread.
"""

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs, urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.session import Choice


ANSWERED = 5
MOVES = "throughcare.moves"
SAVED, TOO_LATE = "</i>Saved ", "came as this statement was revealed"
_GOES_ON = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
_BROKEN = ForwardMsg.ScriptFinishedStatus.FINISHED_WITH_COMPILE_ERROR


class TooLate(Exception):
    """The page said that a choice came too late to be taken."""


@dataclass(frozen=True)
class Wait:
    """Words of which somebody waits to see one, or the whole page drawn (none); and since when."""

    words: tuple[str, ...]
    since: float = field(default_factory=time.monotonic)
    moment: asyncio.Future[float] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


@dataclass
class Device:
    """One device's websocket, what its page shows, and the line on which it hears of moves."""

    port: int
    choices: dict[str, Choice] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    received: int = 0
    moves: int = 0
    too_late: int = 0
    query: str = ""
    _buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    _page: str = ""
    _clicked: dict[str, WidgetState] = field(default_factory=dict)
    _kept: dict[str, ForwardMsg] = field(default_factory=dict)
    _line: asyncio.Task[None] | None = None
    _heard: str = ""
    _waits: list[Wait] = field(default_factory=list)
    _began: float = 0
    _reader: asyncio.Task[None] | None = None
    _socket: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            proxy=None,
        )
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in (self._line, self._reader):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
        await self.socket.close()

    @property
    def statement(self) -> str:
        """The statement that the address names."""
        return parse_qs(self.query).get("statement", [""])[0]

    @property
    def socket(self) -> ClientConnection:
        """The open connection."""
        assert self._socket is not None, "use it in an async with statement"
        return self._socket

    async def open(self, page: str, **query: str) -> float:
        """Go to an address, and wait until the page it leads to is drawn; gives the seconds."""
        self.query, self._page = urlencode(query), ""
        return await self._asked(self._message(page_name=page), self._drawn())

    async def choose(self, label: str, option: int) -> float:
        """Choose an option of a radio group; gives the seconds until the page says it is saved.

        `too_late` counts the times at which it says instead that the choice was not taken. The end
        of the run tells less: Streamlit renames it where the next run begins at once.

        Raises:
            TimeoutError: the page said neither in a while.
        """
        late = self.too_late
        answer = self.sees(SAVED, TOO_LATE)
        choice = self.choices[label]
        state = WidgetState(id=choice.radio.id, string_value=choice.radio.options[option])
        self._clicked[state.id] = state
        took = await self._asked(self._message(fragment=choice.fragment), answer)
        if self.too_late > late:
            raise TooLate
        return took

    async def press(self, words: str, *shows: str) -> float:
        """Press the button with these words in its label; gives the seconds until one is shown."""
        button, fragment = next(one for label, one in self._buttons.items() if words in label)
        state = WidgetState(id=button, trigger_value=True)
        return await self._asked(self._message("", fragment, state), self.sees(*shows))

    async def offered(self, *words: str) -> str:
        """Wait until a button or a radio group has one of these words in its label; gives those.

        What a timer draws again is gone for a moment.

        Raises:
            TimeoutError: none of them came in a while.
        """
        end = time.monotonic() + ANSWERED
        while time.monotonic() < end:
            labels = [*self._buttons, *self.choices]
            for each in words:
                if any(each in label for label in labels):
                    return each
            await asyncio.sleep(0.005)  # between two looks at what another task draws
        raise TimeoutError(f"none of {words} is on the page")

    async def again(self) -> float:
        """Draw the whole page again, as whoever misses something on it does."""
        return await self._asked(self._message(), self._drawn())

    def sees(self, *words: str) -> asyncio.Future[float]:
        """The moment, by `time.monotonic`, at which a run still to begin draws one of the words.

        They may stand in HTML or label a button or a radio group.
        """
        self._waits.append(Wait(words))
        return self._waits[-1].moment

    def _drawn(self) -> asyncio.Future[float]:
        """The moment at which a run of the whole page, still to begin, has come to its end.

        Its last words are not sent where another run begins right then; that it listens for
        moves, which a page does below everything else, tells as much.
        """
        return self.sees()

    async def _asked(self, message: BackMsg, answer: asyncio.Future[float]) -> float:
        asked = time.monotonic()
        await self.socket.send(message.SerializeToString())
        return await asyncio.wait_for(answer, ANSWERED) - asked

    def _message(
        self, page_name: str = "", fragment: str = "", pressed: WidgetState | None = None
    ) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = self.query, self._page
        state.page_name, state.fragment_id = page_name, fragment
        state.context_info.timezone, state.context_info.locale = "Europe/London", "en-GB"
        state.cached_message_hashes.extend(self._kept)
        state.widget_states.widgets.extend(self._clicked.values())
        if pressed is not None:
            state.widget_states.widgets.append(pressed)
        return message

    async def _read(self) -> None:
        try:
            async for data in self.socket:
                self._take(bytes(data, "ascii") if isinstance(data, str) else data)
        except Exception as error:
            self.errors.append(repr(error))
            raise

    def _take(self, data: bytes) -> None:
        self.received += len(data)
        message = ForwardMsg.FromString(data)
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            message, kind = self._kept[message.ref_hash], "delta"
        elif message.metadata.cacheable:
            self._kept[message.hash] = message
        if kind == "new_session":
            self._begun(message)
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._draw(message.delta.new_element, message.delta.fragment_id)
        elif kind == "script_finished":
            self._finished(message)

    def _begun(self, message: ForwardMsg) -> None:
        self._began = time.monotonic()
        drawn = set(message.metadata.run.fragment_ids)
        self.choices = {
            label: one for label, one in self.choices.items() if drawn and one.fragment not in drawn
        }
        self._buttons = {
            label: one for label, one in self._buttons.items() if drawn and one[1] not in drawn
        }

    def _draw(self, element: Element, fragment: str) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.errors.append(element.exception.message or element.exception.type)
        elif kind == "radio":
            self.choices[element.radio.label] = Choice(element.radio, fragment)
            self._shown(element.radio.label)
        elif kind == "button":
            self._buttons[element.button.label] = (element.button.id, fragment)
            self._shown(element.button.label)
        elif kind == "html":
            self._read_html(element.html.body)
        elif kind == "bidi_component" and element.bidi_component.component_name.endswith(MOVES):
            self._listen(element.bidi_component, fragment)
            self._resolve(_drawn)

    def _read_html(self, body: str) -> None:
        if TOO_LATE in body:
            self.too_late += 1
        elif 'class="trouble"' in body:
            self.errors.append(body)
        self._shown(body)

    def _shown(self, text: str) -> None:
        self._resolve(lambda words: any(each in text for each in words))

    def _finished(self, message: ForwardMsg) -> None:
        if message.script_finished == _BROKEN:
            self.errors.append("the app does not compile")
        if message.script_finished != _GOES_ON:
            self._forget_what_is_gone()
            if not message.metadata.run.fragment_ids:
                self._resolve(_drawn)

    def _resolve(self, met: Callable[[tuple[str, ...]], bool]) -> None:
        now = time.monotonic()
        for one in [each for each in self._waits if self._began >= each.since and met(each.words)]:
            self._waits.remove(one)
            if not one.moment.done():
                one.moment.set_result(now)

    def _forget_what_is_gone(self) -> None:
        """After a run a browser sends no state of what is not on the page any more."""
        here = {choice.radio.id for choice in self.choices.values()}
        self._clicked = {id_: state for id_, state in self._clicked.items() if id_ in here}

    def _listen(self, listener: BidiComponent, fragment: str) -> None:
        """As the page's own script does: one line while the page stands, whatever is drawn."""
        data = json.loads(listener.json)
        self._heard = data["mark"]
        if self._line is None:
            self._line = asyncio.create_task(self._hear(data["address"], listener.id, fragment))

    async def _hear(self, address: str, listener: str, fragment: str) -> None:
        pressed = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{listener}__events")
        with suppress(ConnectionClosed):
            async with connect(f"ws://127.0.0.1:{self.port}{address}", proxy=None) as line:
                async for mark in line:
                    if mark == self._heard:
                        continue
                    self._heard = str(mark)
                    self.moves += 1
                    pressed.json_trigger_value = json.dumps([{"event": "moved", "value": mark}])
                    message = self._message(fragment=fragment, pressed=pressed)
                    await self.socket.send(message.SerializeToString())


def _drawn(words: tuple[str, ...]) -> bool:
    return not words
