"""The page that a browser loads before any of ours: Streamlit's, under our own name.

Until its script has run, a tab and a screen reader would say Streamlit at every address.
"""

from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


THEIRS = Path(st.__file__).parent / "static" / "index.html"


@cache
def first_page() -> bytes:
    """Streamlit's page with our name; its scripts are as they were."""
    page = THEIRS.read_text(encoding="utf-8")
    return page.replace("<title>Streamlit</title>", "<title>Throughcare</title>").encode()


class FirstPage:
    """Gives our page in place of Streamlit's, at whichever address that stands."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        asked = scope["type"] == "http" and scope["method"] == "GET"
        if not asked or not _is_an_address_of_a_page(scope["path"]):
            await self.app(scope, receive, send)
            return
        replaced = False

        async def send_ours(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                replaced = _is_the_page(message)
                if replaced:
                    _describe(MutableHeaders(scope=message))
                    await send(message)
                    await send({"type": "http.response.body", "body": first_page()})
                    return
            if not replaced:
                await send(message)

        await self.app(scope, receive, send_ours)


def _is_an_address_of_a_page(path: str) -> bool:
    """Files have an ending, among them web pages that somebody takes away."""
    return "." not in path.rpartition("/")[2] and "/_stcore/" not in path


def _is_the_page(message: Message) -> bool:
    headers = MutableHeaders(scope=message)
    return message["status"] == 200 and headers.get("content-type", "").startswith("text/html")


def _describe(headers: MutableHeaders) -> None:
    """What is said of the page must be true of ours: its length, and that it is not packed."""
    headers["Content-Length"] = str(len(first_page()))
    for name in ("Content-Encoding", "ETag", "Last-Modified"):
        del headers[name]
