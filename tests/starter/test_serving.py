"""One copy at a time, at a free port of this computer, found again by the next start."""

import argparse
import http.client
import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import platformdirs.windows
import pytest

import run
from starter import (
    addresses,
    files,
    location,
    places,
    ports,
    servers,
    serving,
    telling,
)
from starter.words import Stop


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
    return location.data_folder()


def note(folder: Path, port: int) -> None:
    (folder / "running.json").write_text(json.dumps({"pid": "1", "port": str(port)}))


def test_a_second_start_points_at_the_copy_that_runs(data, server, options, capsys) -> None:
    note(data, server)
    with files.locked(data / "running.lock") as lock:
        assert lock is not None
        assert serving.serve(options) == 0
    assert f"already running at http://127.0.0.1:{server}" in capsys.readouterr().out


def test_a_stale_note_is_not_taken_for_a_copy_though_another_app_has_its_port(
    data, server, options, monkeypatch
) -> None:
    note(data, server)
    monkeypatch.setattr(serving, "set_up", lambda wheels: None)
    monkeypatch.setattr(serving, "start", lambda folder, options, lock, addresses: 77)
    assert serving.serve(options) == 77


def test_a_copy_that_does_not_answer_yet_is_waited_for(data, options, monkeypatch, capsys) -> None:
    monkeypatch.setattr(serving, "WAIT_FOR_OTHER", 1)
    with (
        files.locked(data / "running.lock"),
        pytest.raises(Stop, match="has not finished"),
    ):
        serving.serve(options)
    assert capsys.readouterr().out.count("another window") == 1


def test_a_lock_is_free_again_when_its_holder_is_gone(tmp_path) -> None:
    with files.locked(tmp_path / "lock") as first, files.locked(tmp_path / "lock") as second:
        assert first is not None
        assert second is None
    with files.locked(tmp_path / "lock") as third:
        assert third is not None


def test_the_next_port_is_taken_when_the_first_is_in_use(monkeypatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(ports, "FIRST_PORT", taken.getsockname()[1])
        assert not ports.is_free(ports.FIRST_PORT)
        assert ports.free_port() > ports.FIRST_PORT


def test_a_chosen_port_that_is_taken_is_named(data, server) -> None:
    options = run.parse(["--port", str(server)])
    with pytest.raises(Stop, match=f"Port {server} is taken"):
        serving.start(data, options, 0)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"port": "no"}', '{"port": 70000}'])
def test_an_unreadable_note_is_no_copy(content, tmp_path) -> None:
    (tmp_path / "running.json").write_text(content)
    assert serving.running_address(tmp_path) is None


def test_a_proxy_is_never_asked_for_our_own_server(server, monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert servers.is_healthy(server)


def test_the_server_is_reachable_from_this_computer_only() -> None:
    assert "--server.address=127.0.0.1" in servers.serve_command(8501)


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
    assert location.usual_data_folder(platform) == Path(expected)


def test_a_chosen_data_folder_is_the_one_that_the_app_uses(tmp_path, monkeypatch) -> None:
    from assessment.store import location

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("THROUGHCARE_DATA", "~/chosen")
    assert location.data_folder() == location.data_folder() == tmp_path / "chosen"


def test_a_data_folder_that_cannot_be_made_is_explained(tmp_path, monkeypatch) -> None:
    (tmp_path / "file").touch()
    for cannot in (str(tmp_path / "file" / "data"), "~nobody-of-this-name/data"):
        monkeypatch.setenv("THROUGHCARE_DATA", cannot)
        with pytest.raises(Stop, match="Set THROUGHCARE_DATA"):
            location.data_folder()


def test_a_folder_that_the_app_refuses_is_not_said_to_hold_the_data(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "OneDrive - Council"))
    said = location.where_data_is(location.data_folder())
    assert said.startswith("Your data cannot be in")
    assert "kept in step by OneDrive" in said
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "data"))
    assert location.where_data_is(location.data_folder()) == f"Your data is in {tmp_path / 'data'}"


class TestRoom:
    """`run.py room`: a second server on the network, and what it tells the first."""

    def test_options_may_stand_after_the_word(self) -> None:
        options = run.parse(["--no-browser", "room", "--port", "9001", "--room-port", "9002"])
        assert (options.command, options.port, options.room_port) == ("room", 9001, 9002)
        assert options.no_browser

    def test_only_the_room_s_server_listens_on_the_network(self) -> None:
        assert "--server.address=0.0.0.0" in servers.room_command(8601, ["192.168.1.5"])
        assert "--server.address=127.0.0.1" in servers.serve_command(8501)

    @pytest.mark.parametrize(
        "command", [servers.serve_command(1), servers.room_command(2, ["10.0.0.5"])]
    )
    def test_streamlit_never_asks_the_internet_for_its_address(self, command) -> None:
        assert [part for part in command if part.startswith("--browser.serverAddress=")]

    def test_addresses_are_those_that_others_can_reach(self) -> None:
        for address in ("127.0.0.1", "169.254.3.4", "0.0.0.0", "224.0.0.1"):  # noqa: S104
            assert not addresses.is_usable(address)
        for address in ("192.168.1.5", "10.1.2.3", "172.20.1.1"):
            assert addresses.is_usable(address)

    def test_the_usual_way_out_comes_first_and_containers_do_not_count(self, monkeypatch) -> None:
        by_target = {"192.0.2.1": "192.168.1.5", "10.255.255.254": "10.0.0.5"}
        monkeypatch.setattr(addresses, "address_towards", lambda target: by_target.get(target, ""))
        found = [("lo", "127.0.0.1"), ("docker0", "172.17.0.1"), ("wlan0", "192.168.1.5")]
        monkeypatch.setattr(addresses, "by_interface", lambda: found)
        monkeypatch.setattr(addresses, "interface_addresses", lambda: [one for _name, one in found])
        assert addresses.room_addresses() == ["192.168.1.5", "10.0.0.5"]

    def test_without_a_network_the_other_ways_are_named(self, data, monkeypatch) -> None:
        monkeypatch.setattr(addresses, "address_towards", lambda target: "")
        monkeypatch.setattr(addresses, "interface_addresses", lambda: ["127.0.0.1"])
        with pytest.raises(Stop, match="on no network") as stopped:
            serving.serve(run.parse(["room"]))
        assert "paper" in str(stopped.value)

    def test_its_port_in_use_is_named_before_anything_starts(self, data) -> None:
        with socket.socket() as taken:
            taken.bind(("0.0.0.0", 0))  # noqa: S104  as the room's server would
            taken.listen()
            port = taken.getsockname()[1]
            options = run.parse(["room", "--room-port", str(port)])
            with pytest.raises(Stop, match=f"Port {port} is taken"):
                serving.start(data, options, 0, ["192.168.1.5"])

    def test_a_copy_that_serves_this_computer_only_must_be_stopped_first(
        self, data, server, monkeypatch
    ) -> None:
        monkeypatch.setattr(serving, "room_addresses", lambda: ["192.168.1.5"])
        note(data, server)
        with (
            files.locked(data / "running.lock"),
            pytest.raises(Stop, match="for this computer only"),
        ):
            serving.serve(run.parse(["--no-browser", "room"]))

    def test_a_copy_with_a_room_is_pointed_at(self, data, server, monkeypatch, capsys) -> None:
        monkeypatch.setattr(serving, "room_addresses", lambda: ["192.168.1.5"])
        room = "http://192.168.1.5:8601"
        told = {"pid": "1", "port": str(server), "room": room}
        (data / "running.json").write_text(json.dumps(told))
        with files.locked(data / "running.lock"):
            assert serving.serve(run.parse(["--no-browser", "room"])) == 0
        assert f"Its room is open at {room}" in capsys.readouterr().out

    def test_when_either_server_ends_both_do(self, data, monkeypatch, capsys) -> None:
        monkeypatch.setattr(serving, "wait_until_healthy", lambda server, port: None)
        monkeypatch.setattr(serving, "show_room", lambda urls: None)
        stays = [sys.executable, "-c", "import time; time.sleep(60)"]
        ends = [sys.executable, "-c", "import sys; sys.exit(3)"]
        monkeypatch.setattr(serving, "serve_command", lambda port: stays)
        monkeypatch.setattr(serving, "room_command", lambda port, addresses: ends)
        stopped = []
        really = servers.stop
        monkeypatch.setattr(serving, "stop", lambda one: (really(one), stopped.append(one.poll())))
        with files.locked(data / "running.lock") as lock:
            options = run.parse(["--no-browser", "room"])
            assert serving.start(data, options, lock, ["192.168.1.5"]) == 3
        assert len(stopped) == 2
        assert None not in stopped
        assert "What was saved is safe" in capsys.readouterr().out

    def test_two_minutes_of_nobody_are_explained_once(self, monkeypatch, capsys) -> None:
        now = [0.0]
        monkeypatch.setattr(telling.time, "monotonic", lambda: now[0])
        monkeypatch.setattr(telling, "devices_reached", lambda port: 0)
        tell = telling.RoomTold(8601)
        for second in range(0, 300, 5):
            now[0] = second
            tell.whatever_is_new()
        said = capsys.readouterr().out
        assert said.count("guest Wi-Fi") == 1
        monkeypatch.setattr(telling, "devices_reached", lambda port: 2)
        now[0] = 310
        tell.whatever_is_new()
        assert "2 devices have reached the room" in capsys.readouterr().out


WITHOUT_SET_UP = (
    "import sys, run; from starter import serving; serving.set_up = lambda *a, **k: None; "
    "sys.exit(run.main(sys.argv[1:]))"
)


@pytest.mark.slow
def test_the_room_really_opens_and_only_the_door_is_on_the_network(tmp_path) -> None:
    """Both servers as people start them, asked over this computer's own network address."""
    try:
        [lan, *_] = addresses.room_addresses()
    except Stop:
        pytest.skip("this computer is on no network")
    port, room = free(), free()
    words = ["--no-browser", "room", "--port", str(port), "--room-port", str(room)]
    environment = os.environ | {"THROUGHCARE_DATA": str(tmp_path / "data")}
    command = [sys.executable, "-u", "-c", WITHOUT_SET_UP, *words]
    started = subprocess.Popen(
        command,
        cwd=places.ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        said = ""
        while "Nothing else." not in said:
            line = started.stdout.readline()
            assert line, said
            said += line
        assert f"The room is open at http://{lan}:{room}" in said
        assert telling.devices_reached(room) == 0
        assert answers(lan, room, "/_stcore/health") == 200
        assert answers(lan, room, "/_stcore/metrics") == 404
        assert answers("127.0.0.1", port, "/_stcore/health") == 200
        assert answers(lan, port, "/_stcore/health") is None
    finally:
        started.send_signal(signal.SIGTERM)
        started.communicate(timeout=20)
    assert answers(lan, room, "/_stcore/health") is None
    assert answers("127.0.0.1", port, "/_stcore/health") is None


def free() -> int:
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


def test_what_was_asked_is_done_though_the_interruption_was_lost(monkeypatch) -> None:
    """Python drops an exception that comes while something is being thrown away."""
    monkeypatch.setattr(serving, "ASKED_TO_END", [])
    with suppress(KeyboardInterrupt):
        serving.end_it(signal.SIGINT, None)
    with pytest.raises(KeyboardInterrupt):
        serving.watch([])
