"""A server as Streamlit runs it: uvicorn on a socket that asyncio does not take for TCP."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp


@contextmanager
def serving(app: ASGIApp) -> Iterator[int]:
    """Serve an app for as long as the test goes on; gives the port."""
    config = uvicorn.Config(app, lifespan="off", ws="websockets-sansio", log_level="critical")
    server = uvicorn.Server(config)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # before the thread: a client that comes first waits its turn
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()
