"""`run.py room`: a second server on the network, and what is told of it."""

import json
import os
import signal
import socket
import subprocess
import sys

import pytest

from starter import addresses, asked, files, places, servers, serving, telling
from starter.words import Stop
from tests.starter.running import answers, free, note


class TestRoom:
    """`run.py room`: a second server on the network, and what it tells the first."""

    def test_options_may_stand_after_the_word(self) -> None:
        options = asked.parse(["--no-browser", "room", "--port", "9001", "--room-port", "9002"])
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
            serving.serve(asked.parse(["room"]))
        assert "paper" in str(stopped.value)

    def test_its_port_in_use_is_named_before_anything_starts(self, data) -> None:
        with socket.socket() as taken:
            taken.bind(("0.0.0.0", 0))  # noqa: S104  as the room's server would
            taken.listen()
            port = taken.getsockname()[1]
            options = asked.parse(["room", "--room-port", str(port)])
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
            serving.serve(asked.parse(["--no-browser", "room"]))

    def test_a_copy_with_a_room_is_pointed_at(self, data, server, monkeypatch, capsys) -> None:
        monkeypatch.setattr(serving, "room_addresses", lambda: ["192.168.1.5"])
        room = "http://192.168.1.5:8601"
        told = {"pid": "1", "port": str(server), "room": room}
        (data / "running.json").write_text(json.dumps(told))
        with files.locked(data / "running.lock"):
            assert serving.serve(asked.parse(["--no-browser", "room"])) == 0
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
            options = asked.parse(["--no-browser", "room"])
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
