"""Folders that would lose a database are known by name and place, and no others."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from assessment.store import location
from assessment.store.location import (
    UnsafeFolder,
    data_folder,
    file_system_of,
    is_share,
    mounts_of_linux,
    mounts_of_macos,
    safe_data_folder,
    synced_by,
    why_unsafe,
)


MAC = PurePosixPath("/Users/sam")
LINUX = PurePosixPath("/home/sam")
WINDOWS = PureWindowsPath("C:/Users/sam")


@pytest.mark.parametrize(
    ("folder", "home", "service"),
    [
        (WINDOWS / "OneDrive/Throughcare", WINDOWS, "OneDrive"),
        (WINDOWS / "OneDrive - Aldermoor Council/Documents", WINDOWS, "OneDrive"),
        (PureWindowsPath("D:/ONEDRIVE - COUNCIL/data"), WINDOWS, "OneDrive"),
        (MAC / "Library/CloudStorage/OneDrive-AldermoorCouncil", MAC, "a cloud storage folder"),
        (LINUX / "OneDrive-Council/x", LINUX, "OneDrive"),
        (LINUX / "Dropbox", LINUX, "Dropbox"),
        (LINUX / "Dropbox (Aldermoor Council)/x", LINUX, "Dropbox"),
        (WINDOWS / "Aldermoor Council Dropbox/Sam/x", WINDOWS, "Dropbox"),
        (PureWindowsPath("G:/My Drive/data"), WINDOWS, "Google Drive"),
        (MAC / "Google Drive/data", MAC, "Google Drive"),
        (MAC / "Library/Mobile Documents/com~apple~CloudDocs/data", MAC, "iCloud"),
        (WINDOWS / "iCloudDrive/data", WINDOWS, "iCloud"),
        (MAC / "Library/CloudStorage/Box-Box/data", MAC, "a cloud storage folder"),
        (LINUX / "Nextcloud/data", LINUX, "Nextcloud"),
        (LINUX / "ownCloud/data", LINUX, "ownCloud"),
        (MAC / "Box/data", MAC, "Box"),
        (WINDOWS / "Box Sync/data", WINDOWS, "Box"),
        (WINDOWS / "MEGA", WINDOWS, "MEGA"),
        (LINUX / "Sync/data", LINUX, "Sync or Syncthing"),
        (LINUX / "pCloud Drive/data", LINUX, "pCloud"),
        (MAC / "Creative Cloud Files/data", MAC, "Creative Cloud"),
    ],
)
def test_a_synced_folder_is_known(folder, home, service) -> None:
    assert synced_by(folder, home, {}) == service


@pytest.mark.parametrize(
    ("folder", "home"),
    [
        (LINUX / ".local/share/throughcare", LINUX),
        (WINDOWS / "AppData/Local/throughcare", WINDOWS),
        (MAC / "Library/Application Support/throughcare", MAC),
        (PurePosixPath("/home/box/.local/share/throughcare"), PurePosixPath("/home/box")),
        (PurePosixPath("/home/dropbox/data"), PurePosixPath("/home/dropbox")),
        (PureWindowsPath("C:/Users/OneDrive/AppData"), PureWindowsPath("C:/Users/OneDrive")),
        (LINUX / "Boxes/data", LINUX),
        (LINUX / "work/box/data", LINUX),
        (PurePosixPath("/srv/box/data"), LINUX),
        (LINUX / "Onedriver/data", LINUX),
        (LINUX / "my drives/data", LINUX),
        (LINUX / "src/dropbox-clone/data", LINUX),
        (LINUX / "megaphone", LINUX),
        (LINUX / "work/sync/data", LINUX),
    ],
)
def test_a_folder_that_only_sounds_like_one_is_not_refused(folder, home) -> None:
    assert synced_by(folder, home, {}) == ""


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "ONEDRIVECOMMERCIAL"])
def test_onedrive_is_known_by_its_setting_whatever_it_is_called(name) -> None:
    """Windows hands the names of settings over in capitals."""
    environment = {name: "D:\\Arbeit\\Council", "PATH": "D:\\"}
    inside = PureWindowsPath("d:/arbeit/council/data")
    assert synced_by(inside, WINDOWS, environment) == "OneDrive"
    assert synced_by(PureWindowsPath("D:/Arbeit/Other"), WINDOWS, environment) == ""
    assert synced_by(inside, WINDOWS, {name: ""}) == ""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\home\sam", True),
        (r"//server/home/sam", True),
        (r"\\?\UNC\server\home\sam", True),
        (r"\\wsl.localhost\Debian\home\sam", True),
        (r"\\?\C:\Users\sam", False),
        (r"C:\Users\sam", False),
        (r"\Users\sam", False),
    ],
)
def test_a_share_on_windows_is_known_by_its_path(path, share) -> None:
    assert is_share(PureWindowsPath(path)) is share


LINUX_MOUNTS = r"""
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
systemd-1 /net/team autofs rw 0 0
server:/team /net/team nfs4 rw 0 0
//server/public /mnt/public\040files cifs rw 0 0
drvfs /mnt/c 9p rw 0 0
/dev/sdb1 /mnt/public\040files/local ext4 rw 0 0
tmpfs /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
"""
MACOS_MOUNTS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//sam@server.local/Team%20files on /Volumes/Team files (smbfs, nodev, nosuid, mounted by sam)
"""


@pytest.mark.parametrize(
    ("folder", "kind", "network"),
    [
        ("/home/sam", "ext4", False),
        ("/net/team/data", "nfs4", True),
        ("/net/teams", "ext4", False),
        ("/mnt/public files/data", "cifs", True),
        ("/mnt/public files/local/data", "ext4", False),
        ("/mnt/c/Users/sam", "9p", True),
        ("/run/user/1000/gvfs/smb", "fuse.gvfsd-fuse", True),
    ],
)
def test_a_network_drive_is_known_from_what_is_mounted(folder, kind, network) -> None:
    found = file_system_of(PurePosixPath(folder), mounts_of_linux(LINUX_MOUNTS))
    assert (found, found in location._NETWORK_FILE_SYSTEMS) == (kind, network)


def test_the_same_from_what_macos_says() -> None:
    mounted = mounts_of_macos(MACOS_MOUNTS)
    assert file_system_of(PurePosixPath("/Volumes/Team files/x"), mounted) == "smbfs"
    assert file_system_of(PurePosixPath("/Users/sam"), mounted) == "apfs"
    assert file_system_of(PurePosixPath("/Users/sam"), []) == ""


def test_the_program_s_own_folder_is_refused(tmp_path) -> None:
    assert "own folder" in why_unsafe(tmp_path / "data", tmp_path)
    assert why_unsafe(tmp_path / "data", tmp_path / "project") == ""


def test_a_link_into_a_synced_folder_is_followed(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    real = tmp_path / "OneDrive - Aldermoor Council" / "data"
    real.mkdir(parents=True)
    (tmp_path / "data").symlink_to(real)
    with pytest.raises(UnsafeFolder, match="OneDrive"):
        safe_data_folder(tmp_path / "data", tmp_path / "project")
    assert list(real.iterdir()) == []


def test_a_synced_folder_is_not_even_made(tmp_path) -> None:
    folder = tmp_path / "Dropbox" / "data"
    with pytest.raises(UnsafeFolder):
        safe_data_folder(folder, tmp_path / "project")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "data"):
        with pytest.raises(UnsafeFolder, match="cannot be written"):
            safe_data_folder(folder, tmp_path / "project")


def test_links_in_a_circle_are_refused(tmp_path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UnsafeFolder):
        safe_data_folder(tmp_path / "a" / "data", tmp_path / "project")


def test_a_safe_folder_is_made_and_left_empty(tmp_path) -> None:
    folder = safe_data_folder(tmp_path / "new" / "data", tmp_path / "project")
    assert folder.is_dir()
    assert list(folder.iterdir()) == []


class TestTheSetting:
    def test_it_is_honoured(self, tmp_path, monkeypatch) -> None:
        monkeypatch.setenv(location.DATA_VARIABLE, str(tmp_path))
        assert data_folder() == tmp_path

    def test_a_tilde_is_the_home_folder(self, monkeypatch) -> None:
        monkeypatch.setenv(location.DATA_VARIABLE, "~/throughcare data")
        assert data_folder() == Path.home() / "throughcare data"

    def test_nobodys_home_is_refused(self, monkeypatch) -> None:
        monkeypatch.setenv(location.DATA_VARIABLE, "~nobody-of-this-name/data")
        with pytest.raises(UnsafeFolder, match=location.DATA_VARIABLE):
            data_folder()

    @pytest.mark.parametrize("empty", ["", "  "])
    def test_an_empty_one_means_the_user_s_own_place(self, empty, monkeypatch) -> None:
        monkeypatch.setenv(location.DATA_VARIABLE, empty)
        chosen = data_folder()
        monkeypatch.delenv(location.DATA_VARIABLE)
        assert chosen == data_folder()
        assert chosen.name == "throughcare"
