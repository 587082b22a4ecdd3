"""The address that opens the door of the room, with a code in it, and its picture."""

from io import BytesIO
from urllib.parse import quote, urlsplit

import segno

from assessment.partnership.model import Status


NO_ROOM = (
    "No other device can reach this copy yet: it serves this computer only. To let devices join, "
    "close it and start it with python3 run.py room. Codes made now stay right."
)

NOT_ASKED = (
    "Codes open nothing until first views are asked for, on the page First views. They can be "
    "made and handed out before."
)


def room_address(setting: str) -> str:
    """The room's address as the setting gives it, without a slash at its end.

    Empty where there is none, or where what stands there is no web address.
    """
    address = setting.strip().rstrip("/")
    parts = urlsplit(address)
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""


def join_link(address: str, code: str) -> str:
    """The link that joins at once: the door is the first page there is."""
    return f"{address}/?code={quote(code)}"


def qr_svg(link: str) -> str:
    """The link as a QR code, in ink on white whatever the screen's colours, with its margin."""
    made = BytesIO()
    segno.make(link, error="m", micro=False).save(
        made, kind="svg", scale=4, border=4, dark="#16191d", light="#ffffff", xmldecl=False
    )
    return made.getvalue().decode()


def in_the_way(status: Status, address: str) -> tuple[str, ...]:
    """Why no code opens anything yet, where that is so."""
    early = (NOT_ASKED,) if status is Status.PREPARING else ()
    return early if address else (NO_ROOM, *early)
