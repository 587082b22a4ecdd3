"""What is told of the room: to the lead's app, and in the terminal."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from subprocess import DEVNULL, PIPE

from starter import places
from starter.ports import ONLY_HERE
from starter.words import say


OPENS = (
    "Others on this network can open two pages: join and their own agency’s form. Nothing else.\n"
    "What they send is not encrypted on its way, so use a network you would trust with it."
)
NOBODY_YET = (
    "No device has reached the room for two minutes. Likely this is guest Wi-Fi that keeps devices "
    "apart,\nor a firewall on this computer: allow Python on private networks, or use a phone’s "
    "hotspot.\nOther ways need no network: views called out, packs, paper, or pass the laptop."
)
PATIENCE, ASK_EVERY = 120, 3  # seconds


def told_of_room(port: int, urls: Sequence[str]) -> dict[str, str]:
    """What the lead's app is told of the room: settings, none where there is no room."""
    if not urls:
        return {}
    return {
        "THROUGHCARE_ROOM_PORT": str(port),
        "THROUGHCARE_ROOM_URL": urls[0],
        "THROUGHCARE_ROOM_OTHERS": " ".join(urls[1:]),
    }


def show_room(urls: Sequence[str]) -> None:
    """Where the room is, as words and as a QR code, and what it opens."""
    say(f"\nThe room is open at {urls[0]}")
    for url in urls[1:]:
        say(f"  or, should that not open, at {url}")
    say(qr_code(urls[0]) + OPENS)


def qr_code(url: str) -> str:
    """The address as a picture in the terminal; "" where it cannot show one."""
    draw = "import segno, sys; segno.make(sys.argv[1], micro=False).terminal(compact=True)"
    try:
        "▀▄█".encode(getattr(sys.stdout, "encoding", None) or "ascii")
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        made = subprocess.run(
            [str(places.PYTHON), "-c", draw, url],
            stdout=PIPE,
            stderr=DEVNULL,
            env=environment,
            timeout=20,
        )
    except (UnicodeError, OSError, subprocess.SubprocessError):
        return ""
    return made.stdout.decode("utf-8", "replace")


class RoomTold:
    """Says in the terminal how many devices have reached the room, and why perhaps none."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.began = self.asked = time.monotonic()
        self.devices = 0
        self.explained = False

    def whatever_is_new(self) -> None:
        """Ask every few seconds; say a new number, and after two minutes of none the reason."""
        now = time.monotonic()
        if now - self.asked < ASK_EVERY:
            return
        self.asked = now
        devices = devices_reached(self.port)
        if devices is not None and devices != self.devices:
            self.devices = devices
            say(f"{devices} {'device has' if devices == 1 else 'devices have'} reached the room.")
        if devices == 0 and not self.explained and now - self.began > PATIENCE:
            self.explained = True
            say(NOBODY_YET)


def devices_reached(port: int) -> int | None:
    """How many other devices the room's server has seen; None where it does not answer."""
    connection = http.client.HTTPConnection(ONLY_HERE, port, timeout=1)
    try:
        connection.request("GET", "/reached")
        return int(json.loads(connection.getresponse().read())["devices"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()
