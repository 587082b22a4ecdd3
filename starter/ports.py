"""Ports of this computer: chosen, or the first that is free."""

import os
import socket

from starter.words import Stop


FIRST_PORT, PORTS_TO_TRY = 8501, 50
FIRST_ROOM_PORT = 8601
ONLY_HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104  only `room` serves the second


def chosen_port(wanted: int | None, first: int, address: str) -> int:
    """The port that was asked for, or the first free one. Raises Stop when it is taken."""
    if not wanted:
        return free_port(first, address)
    if not is_free(wanted, address):
        raise Stop(f"Port {wanted} is taken by another program. Choose another, or leave it out.")
    return wanted


def free_port(first: int | None = None, address: str = ONLY_HERE) -> int:
    """The first free port from 8501 on, or from another."""
    first = first or FIRST_PORT
    ports = range(first, first + PORTS_TO_TRY)
    port = next((port for port in ports if is_free(port, address)), None)
    if port is None:
        raise Stop(f"All ports from {ports[0]} to {ports[-1]} are taken. Choose one with --port.")
    return port


def is_free(port: int, address: str = ONLY_HERE) -> bool:
    """Whether nothing listens at the port; asks by binding, as the server will."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except (OSError, OverflowError):
            return False
        return True
