"""A folder for data, options as typed, and a server that says it is healthy."""

import argparse
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from starter import asked, location


class Healthy(http.server.BaseHTTPRequestHandler):
    """Answers as a Streamlit server does when asked for its health."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/_stcore/health" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def server() -> Iterator[int]:
    """The port of a server that says it is healthy."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Healthy) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield listening.server_port
        listening.shutdown()


@pytest.fixture
def options() -> argparse.Namespace:
    return asked.parse(["--no-browser"])


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "data"))
    return location.data_folder()
