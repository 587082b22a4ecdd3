"""One copy at a time, at a free port of this computer, found again by the next start."""

import argparse
import http.server
import json
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import platformdirs.windows
import pytest

import run


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
    return run.parse(["--no-browser"])


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "data"))
    return run.data_folder()


def note(folder: Path, port: int) -> None:
    (folder / "running.json").write_text(json.dumps({"pid": "1", "port": str(port)}))


def test_a_second_start_points_at_the_copy_that_runs(data, server, options, capsys) -> None:
    note(data, server)
    with run.locked(data / "running.lock") as lock:
        assert lock is not None
        assert run.serve(options) == 0
    assert f"already running at http://127.0.0.1:{server}" in capsys.readouterr().out


def test_a_stale_note_is_not_taken_for_a_copy_though_another_app_has_its_port(
    data, server, options, monkeypatch
) -> None:
    note(data, server)
    monkeypatch.setattr(run, "set_up", lambda wheels: None)
    monkeypatch.setattr(run, "start", lambda folder, options, lock: 77)
    assert run.serve(options) == 77


def test_a_copy_that_does_not_answer_yet_is_waited_for(data, options, monkeypatch, capsys) -> None:
    monkeypatch.setattr(run, "WAIT_FOR_OTHER", 1)
    with (
        run.locked(data / "running.lock"),
        pytest.raises(run.Stop, match="has not finished"),
    ):
        run.serve(options)
    assert capsys.readouterr().out.count("another window") == 1


def test_a_lock_is_free_again_when_its_holder_is_gone(tmp_path) -> None:
    with run.locked(tmp_path / "lock") as first, run.locked(tmp_path / "lock") as second:
        assert first is not None
        assert second is None
    with run.locked(tmp_path / "lock") as third:
        assert third is not None


def test_the_next_port_is_taken_when_the_first_is_in_use(monkeypatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(run, "FIRST_PORT", taken.getsockname()[1])
        assert not run.is_free(run.FIRST_PORT)
        assert run.free_port() > run.FIRST_PORT


def test_a_chosen_port_that_is_taken_is_named(data, server) -> None:
    options = run.parse(["--port", str(server)])
    with pytest.raises(run.Stop, match=f"Port {server} is taken"):
        run.start(data, options, 0)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"port": "no"}', '{"port": 70000}'])
def test_an_unreadable_note_is_no_copy(content, tmp_path) -> None:
    (tmp_path / "running.json").write_text(content)
    assert run.running_address(tmp_path) is None


def test_a_proxy_is_never_asked_for_our_own_server(server, monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert run.is_healthy(server)


def test_the_server_is_reachable_from_this_computer_only() -> None:
    assert "--server.address=127.0.0.1" in run.serve_command(8501)


@pytest.mark.parametrize(
    ("platform", "theirs"),
    [
        ("linux", platformdirs.unix.Unix),
        ("darwin", platformdirs.macos.MacOS),
        ("win32", platformdirs.windows.Windows),
    ],
)
@pytest.mark.parametrize("set_by_the_system", [True, False])
def test_the_data_folder_is_the_one_that_the_app_uses(
    platform, theirs, set_by_the_system, tmp_path, monkeypatch
) -> None:
    if sys.platform == "win32" and platform != "win32":
        pytest.skip("Windows cannot tell where other systems keep data")
    # Windows is asked by its own call, which other systems lack; it answers what it has set here.
    by_variable = platformdirs.windows.get_win_folder_from_env_vars
    monkeypatch.setattr(platformdirs.windows, "_RESOLVE_WIN_FOLDER", by_variable)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "AppData" / "Local"))
    if set_by_the_system:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "elsewhere"))
    expected = theirs("throughcare", appauthor=False).user_data_dir
    assert run.usual_data_folder(platform) == Path(expected)


def test_a_chosen_data_folder_is_the_one_that_the_app_uses(tmp_path, monkeypatch) -> None:
    from assessment.store import location

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("THROUGHCARE_DATA", "~/chosen")
    assert run.data_folder() == location.data_folder() == tmp_path / "chosen"


def test_a_data_folder_that_cannot_be_made_is_explained(tmp_path, monkeypatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(run.Stop, match="Set THROUGHCARE_DATA"):
        run.data_folder()
