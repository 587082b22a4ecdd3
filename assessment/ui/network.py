"""What the local network reaches at the door of the room, and how many devices have come."""

import json
import time
from ipaddress import ip_address

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send


REACHED_PATH = "/reached"
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
