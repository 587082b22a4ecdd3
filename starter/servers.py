"""Streamlit's servers: how they are called, started, asked and stopped."""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from subprocess import DEVNULL

from starter import places
from starter.ports import EVERYWHERE, ONLY_HERE
from starter.words import Stop


WAIT_FOR_SERVER = 90  # seconds
# To collect garbage while everything is imported, of which there is none, takes a sixth of the
# start. The app begins it when it is ready: see `lifespan` in assessment/ui/shell.py.
STREAMLIT = "import gc; gc.disable(); from streamlit.web.cli import main; main()"
ROOM_SETTINGS = {
    "THROUGHCARE_DOOR", "THROUGHCARE_ROOM_PORT", "THROUGHCARE_ROOM_URL", "THROUGHCARE_ROOM_OTHERS",
}  # fmt: skip


def start_server(
    command: Sequence[str], lock: int, settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """A server as a child that shares the lock: should run.py be killed, the next start still
    finds it (Windows ends it with its window)."""
    shared = () if os.name == "nt" else (lock,)
    environment = {name: value for name, value in os.environ.items() if name not in ROOM_SETTINGS}
    environment.update(settings)
    return subprocess.Popen(
        command, cwd=places.ROOT, env=environment, stdout=DEVNULL, pass_fds=shared
    )


def serve_command(port: int) -> list[str]:
    """Streamlit with our app, reachable from this computer only, without start-up lines."""
    return streamlit_command(port, ONLY_HERE, [ONLY_HERE, "localhost"])


def room_command(port: int, addresses: Sequence[str]) -> list[str]:
    """Streamlit with our app for the network; its setting THROUGHCARE_DOOR makes it the room's."""
    name = socket.gethostname().lower()
    hosts = [*addresses, ONLY_HERE, "localhost", name, f"{name.partition('.')[0]}.local"]
    return streamlit_command(port, EVERYWHERE, list(dict.fromkeys(hosts)))


def streamlit_command(port: int, address: str, hosts: Sequence[str]) -> list[str]:
    """Streamlit with our app at an address, for browsers that call it by one of these names.

    `browser.serverAddress` keeps Streamlit from asking a server on the internet what address this
    computer has, which it does wherever it serves a network.
    """
    flags = {"server.port": port, "server.address": address, "server.headless": "true"}
    flags.update({"logger.level": "warning", "browser.serverAddress": hosts[0]})
    given = [f"--{name}={value}" for name, value in flags.items()]
    given += [f"--server.allowedHosts={host}" for host in hosts]
    return [str(places.PYTHON), "-c", STREAMLIT, "run", "app.py", *given]


def wait_until_healthy(server: subprocess.Popen[bytes], port: int) -> None:
    """Return when the server answers.

    Raises:
        Stop: it ended, or does not answer in time.
    """
    patience = time.monotonic() + WAIT_FOR_SERVER
    while not is_healthy(port):
        if server.poll() is not None:
            raise Stop("The server stopped while starting; the reason is above.")
        if time.monotonic() > patience:
            raise Stop(f"No answer from the server in {WAIT_FOR_SERVER} seconds. Start it again.")
        time.sleep(0.03)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server: politely (on Windows Ctrl+C has reached it already), then firmly."""
    if os.name != "nt":
        server.terminate()
    try:
        server.wait(timeout=5)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def is_healthy(port: int) -> bool:
    """Whether a Streamlit server answers there; never asked through a proxy."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
