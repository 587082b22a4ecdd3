"""Where a request comes from, behind a proxy that the installation trusts.

What a request says of its own way (X-Forwarded-For) anybody can write. So it counts only where the
computer that really asked is a trusted proxy, and then only as far back as trusted ones wrote it.
"""

import re
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send


Network = IPv4Network | IPv6Network
_WITH_PORT = re.compile(r"\[([^\]]+)\](?::\d+)?|([0-9.]+):\d+")


class ComesFrom:
    """Gives the app the address of whoever asked, by the rule of `source_of`.

    The server has a rule of its own, which believes every program on this computer. So the
    address is asked of the connection itself; whose method `send` is there (a websocket: what a
    person does comes by no other way).
    """

    def __init__(self, app: ASGIApp, trusted: str) -> None:
        self.app = app
        self.trusted = networks(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one websocket."""
        if scope["type"] == "websocket":
            peer, port = _peer(scope, send)
            forwarded = Headers(scope=scope).getlist("x-forwarded-for")
            scope = {**scope, "client": (source_of(peer, forwarded, self.trusted), port)}
        await self.app(scope, receive, send)


def networks(setting: str) -> tuple[Network, ...]:
    """The proxies of a setting: addresses or networks, with commas or blanks between.

    What is none is trusted by nobody.
    """
    found = []
    for word in setting.replace(",", " ").split():
        try:
            found.append(ip_network(word, strict=False))
        except ValueError:
            continue
    return tuple(found)


def source_of(peer: str, forwarded: Iterable[str], trusted: Sequence[Network]) -> str:
    """The address that nobody could have made up: `peer` itself unless it is a trusted proxy.

    Else the last of `forwarded`, read from its end, that is no trusted proxy.
    """
    source = peer
    hops = [hop.strip() for line in forwarded for hop in line.split(",")]
    while hops and _is_trusted(source, trusted):
        hop = _address(hops.pop())
        if hop is None:
            break
        source = str(hop)
    return source


def _is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    found = _address(address)
    return found is not None and any(found in network for network in trusted)


def _address(words: str) -> IPv4Address | IPv6Address | None:
    with_port = _WITH_PORT.fullmatch(words)
    try:
        found = ip_address(with_port[1] or with_port[2] if with_port else words)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


def _peer(scope: Scope, send: Send) -> tuple[str, int]:
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    name = transport.get_extra_info("peername") if transport else None
    told = name or scope.get("client") or ("", 0)
    return (str(told[0]), int(told[1])) if isinstance(told, tuple | list) else ("", 0)
