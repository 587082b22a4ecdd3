"""Where the data lies, the same for the starter and the app."""

import sys
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import platformdirs.windows
import pytest

from starter import location
from starter.words import Stop


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
