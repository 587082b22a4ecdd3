"""The server around the pages: start-up, and the headers that keep a browser at home."""

import gc
import re
import sys
from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from assessment.ui.first_page import THEIRS, FirstPage
from assessment.ui.leaving import HeardOut
from assessment.ui.made_files import keep_made_files
from assessment.ui.network import KnowsBrowser, Reached, RoomOnly
from assessment.ui.sending import SentAtOnce, send_soon
from assessment.ui.source import ComesFrom
from assessment.ui.theme import keep_the_theme


_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")
_PICTURES = (".svg", ".png")
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Set the start-up objects aside, so that collecting garbage never walks them.

    `run.py` starts the server without such collecting, for the sake of a quick start; it begins
    here. And let threads take turns ten times as often: whoever listens for clicks waits for each
    thread that draws, and where thirty devices follow a reveal at once thirty of them do.
    """
    keep_the_theme()
    keep_made_files()
    send_soon()
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(0.0005)
    yield {}


def middleware(
    room: bool = False, shut: Callable[[], bool] = bool, *, proxies: str | None = None
) -> list[Middleware]:
    """What every request passes through; at the door of the room it comes from the network.

    `shut` says whether the lead is shut out of the app just now; without it, never. `proxies` are
    given at the reviewers' door: those trusted to say where somebody comes from, perhaps none.
    """
    network = [Middleware(Reached), Middleware(RoomOnly), Middleware(KnowsBrowser)] if room else []
    if proxies is not None:
        network = [Middleware(RoomOnly), Middleware(ComesFrom, trusted=proxies)]
    first = [Middleware(SentAtOnce), Middleware(HeardOut)]
    every = [*first, Middleware(SecurityHeaders), Middleware(FirstPage), Middleware(OwnPagesOnly)]
    return [*every, *network, Middleware(NoFilesWhile, shut=shut)]


def security_headers() -> dict[str, str]:
    """No other host, no frame, no guessing of types; measured to let every widget work."""
    policy = (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        f"script-src 'self' blob: 'wasm-unsafe-eval' {' '.join(_inline_script_hashes())}",
        "connect-src 'self' {own}",
        "worker-src 'self' blob:",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    }


class SecurityHeaders:
    """Adds the headers to every HTTP response; websockets pass untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        own = own_websocket(scope) if scope["type"] == "http" else ""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value.replace("{own}", own))
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Cache-Control"] = "no-store"  # Back shows nothing of a page left
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class OwnPagesOnly:
    """Refuses a websocket that another site's page opens.

    Streamlit would ask a server on the internet for this machine's address before it refuses one:
    a request that must not leave. Its own option `server.corsAllowedOrigins` still lets some in.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        if scope["type"] == "websocket" and not _is_own_page(Headers(scope=scope)):
            await WebSocketClose(code=1008)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _is_own_page(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None or origin in st.get_option("server.corsAllowedOrigins"):
        return True
    return urlsplit(origin).netloc == headers.get("host")


class NoFilesWhile:
    """Hands out no file that was made for the lead while the lead is shut out of the app.

    Such files wait at an address of their own until their page is left. Pictures are no secret.
    """

    def __init__(self, app: ASGIApp, shut: Callable[[], bool]) -> None:
        self.app = app
        self.shut = shut

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        path = scope.get("path", "")
        made = "/media/" in path and not path.endswith(_PICTURES)
        if scope["type"] == "http" and made and await run_in_threadpool(self.shut):
            await PlainTextResponse("Not now.", status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def own_websocket(scope: Scope) -> str:
    """This server's websocket as a browser addresses it; not each counts it as 'self'."""
    host = Headers(scope=scope).get("host", "")
    return f"ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""


def _inline_script_hashes() -> list[str]:
    """Streamlit's page has one inline script; its hash lets that one run and no other."""
    scripts = _INLINE_SCRIPT.findall(THEIRS.read_text(encoding="utf-8"))
    return [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts]


HEADERS = security_headers()
