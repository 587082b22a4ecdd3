"""An unfit Python is told so plainly, with one that fits if the computer has one."""

import subprocess
import sys

import pytest

import run
from starter import environment, pythons


def test_an_old_python_is_told_what_is_needed_and_what_it_is() -> None:
    words = pythons.wrong_python("3.9.18", "/usr/bin/python3", [])
    assert words.startswith("Throughcare needs Python 3.11 to 3.14; this is 3.9.18")
    assert "Microsoft Store" in words
    assert "python3-venv" in words


def test_it_names_a_python_of_this_computer_that_fits() -> None:
    assert "python3.12 run.py" in pythons.wrong_python("3.9.18", "python3", ["python3.12"])


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_nothing_is_set_up_by_a_python_that_does_not_fit(version, monkeypatch, capsys) -> None:
    class Version(tuple):
        __slots__ = ()

    monkeypatch.setattr(sys, "version_info", Version(version))
    monkeypatch.setattr(run, "other_pythons", list)
    assert run.main(["--setup-only"]) == 1
    assert "needs Python 3.11 to 3.14" in capsys.readouterr().out


def test_a_command_counts_only_if_it_really_starts_a_python(tmp_path, monkeypatch) -> None:
    """The Microsoft Store's placeholder, or a version manager's shim, is there and does not."""
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\nexit 9\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pythons.other_pythons() == []


def test_the_python_that_runs_the_tests_fits() -> None:
    assert pythons.fits([sys.executable])


def test_a_debian_without_venv_is_told_the_package(monkeypatch) -> None:
    monkeypatch.setattr(environment.shutil, "which", lambda name: "/usr/bin/apt")
    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in environment.no_venv_words()


def test_run_py_stands_alone_in_an_isolated_python(tmp_path) -> None:
    """Nothing that is installed here may be needed to ask it for help."""
    ask = [sys.executable, "-I", "-S", run.__file__, "--help"]
    helped = subprocess.run(ask, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert "--wheels FOLDER" in helped.stdout
