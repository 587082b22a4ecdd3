"""What the local network reaches at the door of the room, and how many devices have come."""

import json
import re
import secrets
import time
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send


REACHED_PATH = "/reached"
BROWSER = "throughcare_browser"
_NAMED = re.compile(rf"(?:^|;\s*){BROWSER}=")
_ASKED_FIRST = "/_stcore/host-config"
_KEPT_SECONDS = 90 * 24 * 60 * 60  # views are asked for over weeks
_READ_ONLY = frozenset({"GET", "HEAD"})
# Of Streamlit's own addresses, what a page needs; uploads, figures and remote control are not.
_CORE = "/_stcore/"
_NEEDED = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/_stcore/bidi-components")


class RoomOnly:
    """Lets pages and static files through and nothing else: no upload, no figures, no API."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket, or answer that there is nothing."""
        if scope["type"] == "http" and not is_served(scope["method"], scope["path"]):
            await PlainTextResponse("Nothing here.", status_code=404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_served(method: str, path: str) -> bool:
    """Whether the room's door answers this request at all."""
    if method not in _READ_ONLY or f"{_CORE}upload" in path:
        return False
    at = path.find(_CORE)  # also below a page's name, as Streamlit answers it there too
    return at < 0 or path[at:].startswith(_NEEDED)


class KnowsBrowser:
    """Gives each browser that comes to the door a name by which it is known when it comes again.

    Random, out of reach of any script and of other sites, and of use only together with an
    agency's code. It goes with an answer that the page itself asks for: what another site or a
    mail links to comes without the cookie, and would seem to be a new browser.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""

        async def send_with_name(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("set-cookie", _new_cookie())
            await send(message)

        asked_by_page = scope["type"] == "http" and scope["path"].endswith(_ASKED_FIRST)
        new = asked_by_page and not _NAMED.search(Headers(scope=scope).get("cookie", ""))
        await self.app(scope, receive, send_with_name if new else send)


def _new_cookie() -> str:
    kept = f"Path=/; Max-Age={_KEPT_SECONDS}; HttpOnly; SameSite=Strict"
    return f"{BROWSER}={secrets.token_urlsafe(32)}; {kept}"


class Reached:
    """Counts the devices of others that have come, and tells this computer how many.

    Only addresses are kept, in memory, and only their number is told, at `REACHED_PATH`; whoever
    asks over the network is answered like any other address.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.seen: set[str] = set()
        self.began = time.monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        here = (scope.get("server") or ("",))[0]
        comes_from = (scope.get("client") or ("",))[0]
        if comes_from and not is_own(comes_from, here):
            self.seen.add(comes_from)
        if scope["type"] == "http" and scope["path"] == REACHED_PATH and is_loopback(comes_from):
            open_for = int(time.monotonic() - self.began)
            told = json.dumps({"devices": len(self.seen), "seconds": open_for})
            await Response(told, media_type="application/json")(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_own(address: str, reached_at: str) -> bool:
    """Whether a request came from this computer: over loopback, or from the address it reached."""
    return address == reached_at or is_loopback(address)


def is_loopback(address: str) -> bool:
    """Whether an address is this computer speaking to itself."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
