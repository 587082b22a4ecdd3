"""One copy at a time, at a free port of this computer, found again by the next start."""

import signal
import socket
from contextlib import suppress

import pytest

from starter import asked, files, ports, servers, serving
from starter.words import Stop
from tests.starter.running import note


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
    options = asked.parse(["--port", str(server)])
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


def test_what_was_asked_is_done_though_the_interruption_was_lost(monkeypatch) -> None:
    """Python drops an exception that comes while something is being thrown away."""
    monkeypatch.setattr(serving, "ASKED_TO_END", [])
    with suppress(KeyboardInterrupt):
        serving.end_it(signal.SIGINT, None)
    with pytest.raises(KeyboardInterrupt):
        serving.watch([])
