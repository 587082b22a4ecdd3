"""A page that says goodbye is heard out; one whose connection breaks is let go at once."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send
from uvicorn.protocols.utils import ClientDisconnected

from assessment.ui.leaving import HeardOut


AT_ONCE = 30  # far less than the wait, far more than a busy machine takes


def ended_after(seconds: float, code: int, kind: str = "websocket") -> float:
    """Seconds until the app inside hears the end of its connection; it still sends meanwhile."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": b"drawn for nobody"})
        assert (await receive())["code"] == code

    async def gone() -> Message:
        return {"type": "websocket.disconnect", "code": code}

    async def nobody(_message: Message) -> None:
        if kind == "websocket":
            raise ClientDisconnected

    async def run() -> None:
        scope: dict[str, Any] = {"type": kind}
        await asyncio.wait_for(HeardOut(app, seconds)(scope, gone, nobody), AT_ONCE)

    began = time.monotonic()
    with ThreadPoolExecutor(1) as elsewhere:  # in this thread a browser's loop may go on
        elsewhere.submit(asyncio.run, run()).result()
    return time.monotonic() - began


@pytest.mark.parametrize("code", [1000, 1001, 1005])
def test_a_page_that_goes_has_time_for_its_last_words(code: int) -> None:
    assert ended_after(0.05, code) >= 0.05


@pytest.mark.parametrize("code", [1006, 1011, 1012])
def test_a_broken_connection_is_told_at_once_for_the_page_comes_back(code: int) -> None:
    assert ended_after(2 * AT_ONCE, code) < AT_ONCE


def test_other_requests_pass_untouched() -> None:
    assert ended_after(2 * AT_ONCE, 1001, "http") < AT_ONCE
