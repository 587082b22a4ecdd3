"""Serving: one copy at a time, with or without the room, until Ctrl+C."""

import argparse
import os
import signal
import subprocess
import sys
import time
import webbrowser
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from starter.addresses import room_addresses
from starter.environment import set_up
from starter.files import WAIT_FOR_OTHER, locked, read_json, write_json
from starter.location import data_folder, where_data_is
from starter.ports import EVERYWHERE, FIRST_PORT, FIRST_ROOM_PORT, ONLY_HERE, chosen_port
from starter.servers import (
    is_healthy,
    room_command,
    serve_command,
    start_server,
    stop,
    wait_until_healthy,
)
from starter.telling import RoomTold, show_room, told_of_room
from starter.words import Stop, say


# What was asked of this process, should the exception be lost where Python ignores one.
ASKED_TO_END: list[int] = []


def serve(options: argparse.Namespace) -> int:
    """Start the app and stay with it; where a copy is running, open the browser at that one."""
    folder = data_folder()
    addresses = room_addresses() if options.command == "room" else []
    told = False
    for _ in range(WAIT_FOR_OTHER * 5):
        with locked(folder / "running.lock") as lock:
            if lock is not None:
                set_up(options.wheels)
                return start(folder, options, lock, addresses)
        address = running_address(folder)
        if address:
            return point_at(address, read_json(folder / "running.json").get("room", ""), options)
        if not told:
            say("Throughcare is being started in another window; waiting for it.")
            told = True
        time.sleep(0.2)
    raise Stop("Another start of Throughcare has not finished. Close its window, then try again.")


def point_at(address: str, room: str, options: argparse.Namespace) -> int:
    """Where the copy that runs is; a copy that serves no room must be closed to open one."""
    if options.command == "room" and not room:
        raise Stop(
            f"Throughcare is already running at {address}, for this computer only.\n"
            "Stop it with Ctrl+C in its window, then start the room again. Nothing is lost."
        )
    say(f"Throughcare is already running at {address}")
    if room:
        say(f"Its room is open at {room}")
    open_browser(address, options)
    return 0


def start(
    folder: Path, options: argparse.Namespace, lock: int, addresses: Sequence[str] = ()
) -> int:
    """Serve until Ctrl+C, or until a server stops by itself; give its exit code.

    With the addresses of this computer on the network a second server opens the room on them.
    """
    port = chosen_port(options.port, FIRST_PORT, ONLY_HERE)
    room = chosen_port(options.room_port, FIRST_ROOM_PORT, EVERYWHERE) if addresses else 0
    address = f"http://{ONLY_HERE}:{port}"
    urls = [f"http://{one}:{room}" for one in addresses]
    servers: list[subprocess.Popen[bytes]] = []
    for sent in (signal.SIGINT, signal.SIGTERM):  # being closed is as good as Ctrl+C
        signal.signal(sent, end_it)
    try:
        servers.append(start_server(serve_command(port), lock, told_of_room(room, urls)))
        where = where_data_is(folder)  # asked while the server starts
        wait_until_healthy(servers[0], port)
        if urls:
            door = {"THROUGHCARE_DOOR": "room"}
            servers.append(start_server(room_command(room, addresses), lock, door))
            wait_until_healthy(servers[1], room)
        note = {"pid": str(servers[0].pid), "port": str(port), "room": urls[0] if urls else ""}
        write_json(folder / "running.json", note)
        say(f"Throughcare is ready at {address}\n{where}\nStop it with Ctrl+C.")
        if urls:
            show_room(urls)
        open_browser(address, options)
        return watch(servers, room)
    except KeyboardInterrupt:
        say("\nStopping.")
        return 0
    finally:
        for server in servers:
            stop(server)
        with suppress(OSError):
            (folder / "running.json").unlink()


def watch(servers: Sequence[subprocess.Popen[bytes]], room: int = 0) -> int:
    """Wait for a server's end, in short waits since Windows hears no Ctrl+C in a long one.

    When one stops the other is of no use. Meanwhile say how many devices have reached the room.
    """
    tell = RoomTold(room)
    while not ASKED_TO_END:
        for server in servers:
            with suppress(subprocess.TimeoutExpired):
                code = server.wait(timeout=0.5)
                say(f"The server stopped (code {code}). What was saved is safe. Start it again.")
                return code
        if room:
            tell.whatever_is_new()
    raise KeyboardInterrupt


def end_it(sent: int, _frame: object) -> None:
    """Ctrl+C, or being closed: kept, and said to whatever runs."""
    ASKED_TO_END.append(sent)
    raise KeyboardInterrupt


def running_address(folder: Path) -> str | None:
    """The address of the copy that holds the lock, once it answers."""
    port = read_json(folder / "running.json").get("port", "")
    return f"http://127.0.0.1:{port}" if port.isdigit() and is_healthy(int(port)) else None


def open_browser(address: str, options: argparse.Namespace) -> None:
    """Show the address in the browser, if there is a screen."""
    screen = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if not options.no_browser and screen:
        with suppress(webbrowser.Error, OSError):
            webbrowser.open(address)
