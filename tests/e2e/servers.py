"""The app, or a page of the tests, served as people get it: its own process on a free port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 40


@dataclass
class AppServer:
    """One served app with a data folder of its own; it can be killed and started again.

    `settings` are environment variables beside those of every served app.
    """

    app_file: Path
    data: Path
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen[bytes] | None = None
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where the app is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What the server has printed so far."""
        return (self.data / "server.log").read_text(encoding="utf-8", errors="replace")

    def start(self) -> "AppServer":
        """Serve on the same port as before, and wait until it answers."""
        command = [
            sys.executable, "-m", "streamlit", "run", str(self.app_file),
            "--server.port", str(self.port), "--server.headless", "true",
        ]  # fmt: skip
        environment = os.environ | {
            "THROUGHCARE_DATA": str(self.data), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
            **self.settings,
        }  # fmt: skip
        with (self.data / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        self._wait()
        return self

    def kill(self) -> None:
        """End it without a goodbye, as a lost power supply would."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        if self.process is not None:
            self.process.wait()
            self.process = None

    def _wait(self) -> None:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if self.process is None or self.process.poll() is not None:
                break
            if _answers(f"{self.url}/_stcore/health"):
                return
            time.sleep(0.05)  # between two questions to another process
        raise AssertionError(f"The server did not start.\n{self.log}")


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as reply:  # noqa: S310  our own address
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False
