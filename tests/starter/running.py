"""A copy that runs: its note, free ports, and what answers there."""

import http.client
import json
import socket
from pathlib import Path


def note(folder: Path, port: int) -> None:
    """The note of a copy that serves at this port, or did."""
    (folder / "running.json").write_text(json.dumps({"pid": "1", "port": str(port)}))


def free() -> int:
    """A port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(host: str, port: int, path: str) -> int | None:
    """The status with which a server answers; None where nothing listens."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()
