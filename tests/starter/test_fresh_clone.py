"""The promise of two commands, kept for real: a clone, one Python, and whatever index is set."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from starter import places
from tests.architecture.project import ROOT, project_files


pytestmark = pytest.mark.slow
IMPORT_EVERYTHING = """
import importlib, pkgutil
for name in ("assessment", "domains", "action_plans", "exports", "commands"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        if ".migrations." not in module.name:
            importlib.import_module(module.name)
"""


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A fresh copy in a folder with a space, set up by run.py with the run-time lock alone."""
    root = tmp_path_factory.mktemp("fresh") / "a clone"
    for path in project_files():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, root / path)
    done = subprocess.run([*starter(root), "--setup-only"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("THROUGHCARE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def served(clone, data) -> Iterator[subprocess.Popen[str]]:
    """run.py serving, with the lines that it has printed when it is ready."""
    command = [*starter(clone), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=data.parent)
    with process:
        assert process.stdout
        for line in process.stdout:
            if "Ctrl+C" in line:
                break
        yield process
        if process.poll() is None:
            process.terminate()


def starter(root: Path) -> list[str]:
    return [getattr(sys, "_base_executable", sys.executable), str(root / "run.py")]


def port_of(data: Path) -> int:
    return int(json.loads((data / "running.json").read_text())["port"])


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def test_the_app_needs_no_package_of_the_tests(clone) -> None:
    python = clone / places.PYTHON.relative_to(places.ROOT)
    lacks = subprocess.run([python, "-c", "import pytest"], capture_output=True, cwd=clone)
    assert lacks.returncode != 0
    subprocess.run([python, "-c", IMPORT_EVERYTHING], check=True, cwd=clone)


def test_the_command_line_works_from_any_folder(clone, data, tmp_path) -> None:
    (tmp_path / "exports").mkdir()  # a folder that is named as one of ours must not get in the way
    command = [*starter(clone), "throughcare", "--help"]
    helped = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert "demo" in helped.stdout
    console_script = clone / places.BIN.relative_to(places.ROOT) / "throughcare"
    subprocess.run([console_script, "--help"], capture_output=True, cwd=tmp_path, check=True)


def test_it_serves_and_a_second_start_finds_it(clone, served, data) -> None:
    assert answers(port_of(data))
    command = [*starter(clone), "--no-browser"]
    second = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert f"already running at http://127.0.0.1:{port_of(data)}" in second.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C to a whole console only")
def test_ctrl_c_ends_the_server_too(served, data) -> None:
    port = port_of(data)
    served.send_signal(signal.SIGINT)
    assert served.wait(timeout=60) == 0
    assert not answers(port)
    assert not (data / "running.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends the server with its window")
def test_a_server_whose_starter_was_killed_is_found_again(clone, served, data) -> None:
    server = int(json.loads((data / "running.json").read_text())["pid"])
    served.kill()
    served.wait()
    try:
        command = [*starter(clone), "--no-browser"]
        second = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert "already running" in second.stdout
    finally:
        os.kill(server, signal.SIGTERM)


def test_a_warm_start_installs_nothing(clone) -> None:
    started = time.monotonic()
    again = subprocess.run([*starter(clone), "--setup-only"], capture_output=True, text=True)
    assert again.stdout == "Ready. Start Throughcare with: run.py\n"
    assert time.monotonic() - started < 5
