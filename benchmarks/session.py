"""One person's session with the app, spoken as Streamlit's own page speaks it, without a browser.

The server cannot tell the difference but for one thing: a browser sends the state of every widget
it shows with each click, and this one only the states that it has clicked itself.
"""

import time
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Radio_pb2 import Radio
from websockets.sync.client import ClientConnection, connect


PATIENCE = 60
_GOES_ON = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
_BROKEN = ForwardMsg.ScriptFinishedStatus.FINISHED_WITH_COMPILE_ERROR


@dataclass(frozen=True)
class Run:
    """One run of a page or fragment: how long until its last message, and how much was sent."""

    seconds: float
    size: int
    elements: int


@dataclass(frozen=True)
class Choice:
    """A radio group on the page, with the fragment that a click on it runs."""

    radio: Radio
    fragment: str


@dataclass
class Session:
    """A websocket to a served app, with what the page has shown so far."""

    port: int
    choices: dict[str, Choice] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    _pages: dict[str, str] = field(default_factory=dict)
    _page: str = ""
    _query: str = ""
    _clicked: dict[str, str] = field(default_factory=dict)
    _kept: set[str] = field(default_factory=set)
    _socket: ClientConnection | None = None

    def __enter__(self) -> Self:
        self._socket = connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],
            max_size=None,
            proxy=None,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    @property
    def socket(self) -> ClientConnection:
        """The open connection."""
        assert self._socket is not None, "use it in a with statement"
        return self._socket

    def open(self, page: str, **query: str) -> Run:
        """Go to a page by its name in the address, and wait until it is drawn.

        Raises:
            AssertionError: the page ended in an error.
        """
        self._query, self._clicked = urlencode(query), {}
        self._page = self._pages.get(page, "")
        return self._run(self._rerun(page_name="" if self._page else page))

    def click(self, label: str, option: int) -> Run:
        """Choose an option of the radio group with this label, and wait for what follows."""
        choice = self.choices[label]
        self._clicked[choice.radio.id] = choice.radio.options[option]
        return self._run(self._rerun(fragment=choice.fragment))

    def _rerun(self, page_name: str = "", fragment: str = "") -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = self._query, self._page
        state.page_name, state.fragment_id = page_name, fragment
        state.context_info.timezone, state.context_info.locale = "Europe/London", "en-GB"
        state.cached_message_hashes.extend(self._kept)
        for widget, value in self._clicked.items():
            one = state.widget_states.widgets.add()
            one.id, one.string_value = widget, value
        return message

    def _run(self, message: BackMsg) -> Run:
        """Send, and read until the script has finished."""
        self.texts.clear()
        size = elements = 0
        started = time.perf_counter()
        self.socket.send(message.SerializeToString())
        while True:
            data = self.socket.recv(timeout=PATIENCE)
            size += len(data)
            reply = ForwardMsg.FromString(bytes(data, "ascii") if isinstance(data, str) else data)
            kind = reply.WhichOneof("type")
            if kind == "script_finished" and reply.script_finished != _GOES_ON:
                assert reply.script_finished != _BROKEN, "the app does not compile"
                return Run(time.perf_counter() - started, size, elements)
            elements += kind == "delta"
            self._remember(kind, reply)

    def _remember(self, kind: str | None, reply: ForwardMsg) -> None:
        if kind == "navigation":
            self._pages = {
                page.url_pathname: page.page_script_hash for page in reply.navigation.app_pages
            }
            self._page = reply.navigation.page_script_hash
        if reply.metadata.cacheable:
            self._kept.add(reply.hash)
        if kind != "delta" or not reply.delta.HasField("new_element"):
            return
        element = reply.delta.new_element
        assert not element.HasField("exception"), element.exception
        if element.HasField("radio"):
            self.choices[element.radio.label] = Choice(element.radio, reply.delta.fragment_id)
        if element.HasField("html"):
            self.texts.append(element.html.body)
