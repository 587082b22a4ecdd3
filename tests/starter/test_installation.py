"""When something is installed, from where, with what, and what is said when it fails."""

import json
import os
import sys
from pathlib import Path

import pytest

from starter import environment, files, installer, places, sources
from starter.words import Stop


@pytest.fixture
def clone(tmp_path, monkeypatch) -> Path:
    """A project folder of its own for run.py, with a space in its name and no environment yet."""
    root = tmp_path / "a clone"
    root.mkdir()
    for name in (places.RUN_LOCK, places.DEV_LOCK, "pyproject.toml"):
        (root / name).write_bytes((places.ROOT / name).read_bytes())
    monkeypatch.setattr(places, "ROOT", root)
    monkeypatch.setattr(places, "VENV", root / ".venv")
    monkeypatch.setattr(places, "STAMP", root / ".venv" / "throughcare.json")
    monkeypatch.setattr(places, "PYTHON", root / ".venv" / "python")
    return root


@pytest.fixture
def no_settings(tmp_path, monkeypatch) -> Path:
    """A home folder in which neither pip nor uv is set up."""
    for name in list(os.environ):
        if name.startswith(("PIP_", "UV_", "XDG_")) or name in ("APPDATA", "PROGRAMDATA"):
            monkeypatch.delenv(name)
    monkeypatch.setattr(sources, "settings_folders", lambda: [tmp_path / "settings"])
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return tmp_path


def installed(root: Path, stamp: dict[str, str]) -> None:
    (root / ".venv").mkdir(exist_ok=True)
    (root / ".venv" / "python").touch()
    (root / ".venv" / "throughcare.json").write_text(json.dumps(stamp))


def test_nothing_is_done_when_the_digests_are_the_same(clone, monkeypatch) -> None:
    installed(clone, {**environment.stamp_for([places.RUN_LOCK]), "finished": "yes"})
    monkeypatch.delattr(environment, "install")
    environment.set_up()


@pytest.mark.parametrize("name", [places.RUN_LOCK, "python", "folder", "project"])
def test_another_lock_python_folder_or_project_is_installed_anew(clone, name) -> None:
    wanted = environment.stamp_for([places.RUN_LOCK])
    installed(clone, {**wanted, "finished": "yes", name: "another"})
    assert not environment.is_ready(wanted)


def test_an_unfinished_installation_is_not_taken_for_a_whole_one(clone) -> None:
    wanted = environment.stamp_for([places.RUN_LOCK])
    installed(clone, {"made": "here", **wanted})
    assert not environment.is_ready(wanted)


def test_the_tests_need_more_than_the_app_and_hold_it_too(clone) -> None:
    both = environment.stamp_for([places.RUN_LOCK, places.DEV_LOCK])
    installed(clone, {**environment.stamp_for([places.RUN_LOCK]), "finished": "yes"})
    assert not environment.is_ready(both)
    installed(clone, {**both, "finished": "yes"})
    assert environment.is_ready(environment.stamp_for([places.RUN_LOCK]))


def test_what_a_killed_installation_left_is_removed_first(clone, monkeypatch) -> None:
    installed(clone, {"made": "here"})
    (clone / ".venv" / "half-made").touch()
    monkeypatch.setattr(
        environment.subprocess, "run", lambda command: type("Done", (), {"returncode": 0})
    )
    assert environment.prepare_environment(environment.stamp_for([places.RUN_LOCK]), None)
    assert not (clone / ".venv" / "half-made").exists()
    assert "finished" not in files.read_json(places.STAMP)


def test_a_failed_installation_leaves_no_environment(clone, monkeypatch) -> None:
    def fails(*_: object) -> None:
        raise Stop("no network")

    monkeypatch.setattr(environment, "make_environment", lambda uv: places.VENV.mkdir())
    monkeypatch.setattr(environment, "installer", fails)
    with pytest.raises(Stop):
        environment.set_up()
    assert not (clone / ".venv").exists()


def test_an_environment_made_by_hand_is_added_to_and_never_removed(clone, monkeypatch) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / "python").touch()
    (clone / ".venv" / "pyvenv.cfg").write_text("version = {}.{}.1".format(*sys.version_info))

    def fails(*_: object) -> None:
        raise Stop("no network")

    monkeypatch.setattr(environment, "installer", fails)
    with pytest.raises(Stop):
        environment.set_up()
    assert (clone / ".venv" / "pyvenv.cfg").exists()


def test_a_hand_made_environment_of_another_python_is_refused_with_a_way_forward(clone) -> None:
    (clone / ".venv").mkdir()
    (clone / ".venv" / "python").touch()
    (clone / ".venv" / "pyvenv.cfg").write_text("version_info = 3.8.2")
    with pytest.raises(Stop, match="Rename or remove it"):
        environment.prepare_environment(environment.stamp_for([places.RUN_LOCK]), None)


def test_uv_is_used_where_pip_is_told_nothing_special(no_settings) -> None:
    assert not sources.only_pip_knows_the_way(None)


def test_pip_is_used_where_only_it_knows_the_organisations_index(no_settings, monkeypatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://packages.example")
    assert sources.only_pip_knows_the_way(None)
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://packages.example")
    assert not sources.only_pip_knows_the_way(None)


@pytest.mark.parametrize("section", ["global", "install"])
def test_a_proxy_or_index_in_pips_own_file_counts_as_well(
    section, no_settings, monkeypatch
) -> None:
    monkeypatch.delenv("PIP_CONFIG_FILE")
    file = no_settings / "settings" / "pip" / "pip.ini"
    file.parent.mkdir(parents=True)
    file.write_text(f"[{section}]\nproxy = http://proxy.example:8080\n")
    assert sources.only_pip_knows_the_way(None)


def test_a_folder_of_wheels_needs_no_index_so_uv_may_serve(no_settings, monkeypatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://packages.example")
    assert not sources.only_pip_knows_the_way(no_settings)


def test_what_the_person_has_set_for_certificates_stays(no_settings) -> None:
    assert "PIP_CERT" not in sources.ways_out(None, {"REQUESTS_CA_BUNDLE": "theirs.pem"})


@pytest.mark.parametrize(
    ("version", "setting"), [("23.0.1", "PIP_CERT"), ("24.0", "PIP_USE_FEATURE"), ("25.1", None)]
)
def test_every_pip_trusts_what_the_system_trusts(version, setting, clone, no_settings) -> None:
    package = clone / ".venv" / "lib" / "python3.11" / "site-packages" / f"pip-{version}.dist-info"
    package.mkdir(parents=True)
    assert set(sources.pip_trust()) == ({setting} if setting else set())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("NewConnectionError: Failed to establish a new connection", "no network"),
        ("  cause: dns error", "run.py --wheels FOLDER"),
        ("SSLError: CERTIFICATE_VERIFY_FAILED self-signed certificate", "PIP_CERT"),
        ("ProxyError('Cannot connect to proxy.')", "HTTPS_PROXY"),
        ("ERROR: No matching distribution found for pandas==3.1.1", "not found there"),
        ("error: No solution found when resolving\n pandas has no wheels", "not found there"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that was tested"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
    ],
)
def test_a_failed_installation_says_the_likely_reason_in_plain_words(line, words) -> None:
    said = installer.why_install_failed([line])
    assert words in said.partition("It said:")[0]
    assert line.splitlines()[-1] in said


@pytest.mark.parametrize(
    "line",
    [
        "Collecting et-xmlfile==2.0.0 (from -r requirements.txt (line 3))",
        "Processing /folder of wheels/et-xmlfile-2.0.0-py3-none-any.whl (from -r x)",
        "Processing c:\\wheels\\et-xmlfile-2.0.0-py3-none-any.whl",
    ],
)
def test_progress_counts_the_packages_by_name(line, capsys) -> None:
    installer.show_progress(["Collecting a==1", line], 65)
    assert capsys.readouterr().out == "  2 of 65: et-xmlfile\n"
