"""The command line as a person types it: plain words, exit codes, and no traceback."""

import os
import subprocess
import sys

from tests.architecture.project import ROOT
from tests.commands.results import begin, refused


def test_version_is_said_without_opening_the_data(run, data):
    result = run("--version")

    assert result.exit_code == 0
    assert result.stdout.startswith("Throughcare")
    assert not data.exists()


def test_a_file_that_is_not_there_is_named(run, tmp_path):
    assert "nowhere.yaml" in refused(run("bank", "check", tmp_path / "nowhere.yaml"))
    assert "nowhere.json" in refused(run("import", tmp_path / "nowhere.json"))


def test_control_characters_in_a_file_never_reach_the_terminal(run, tmp_path):
    file = tmp_path / "evil.yaml"
    file.write_text('about: {"\\e[31mred\\a": 1}\n', encoding="utf-8")

    result = run("bank", "check", file)

    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\x07" not in result.output


def test_letters_that_a_terminal_lacks_do_not_stop_it(data, tmp_path):
    begin("Ynys Ŵyth مرحبا")
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}

    done = subprocess.run(
        [sys.executable, "-m", "cli", "export", "--format", "html"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert b"Written" in done.stdout
