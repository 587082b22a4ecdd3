"""The command line as a person types it: plain words, exit codes, and no traceback."""

import os
import re
import subprocess
import sys

import pytest
import typer

import cli
from tests.architecture.project import ROOT
from tests.commands.results import begin, refused


def test_version_is_said_without_opening_the_data(run, data):
    result = run("--version")

    assert result.exit_code == 0
    assert result.stdout.startswith("Throughcare")
    assert not data.exists()


OPTION = re.compile(r"--[\w-]+")
COMMANDS = ("", "demo", "export", "import", "where", "unlock", "bank check", "plan return")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_reads_as_a_person_expects(run, command):
    said = run(*command.split(), "--help")

    assert said.exit_code == 0
    assert "--help" in said.stdout
    assert "<bool>" not in said.stdout
    assert not set("╭│{}") & set(said.stdout)
    told, _, examples = said.stdout.partition("For example:")
    assert "..." not in told.partition("\n")[2], "a sentence was cut off"
    assert set(OPTION.findall(examples)) <= set(OPTION.findall(told))


def test_every_command_has_its_help_tried():
    named = set()
    for name, one in typer.main.get_command(cli.app).commands.items():
        named |= {f"{name} {inner}".strip() for inner in getattr(one, "commands", [""])}
    assert named == set(COMMANDS) - {""}


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
