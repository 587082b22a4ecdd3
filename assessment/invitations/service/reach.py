"""How many devices have reached the room, as its own process on this computer tells."""

import json
from http.client import HTTPException
from urllib.request import ProxyHandler, build_opener

from assessment.access.desk import Desk
from assessment.invitations.model import Reach
from assessment.invitations.permissions import check_user_can_invite


_PATIENCE = 0.5  # seconds: a page waits for it
# Its own server, over loopback; never through a proxy, which would take the question elsewhere.
_ask = build_opener(ProxyHandler({}))


def reach_of(desk: Desk, port: str) -> Reach | None:
    """What the room's process at this port says; None where it does not answer.

    Raises:
        Refused: not the lead.
    """
    check_user_can_invite(desk.actor)
    if not port.isdigit():
        return None
    try:
        with _ask.open(f"http://127.0.0.1:{int(port)}/reached", timeout=_PATIENCE) as reply:
            return Reach.model_validate(json.loads(reply.read(1_000)))
    except (OSError, HTTPException, ValueError):
        return None
