"""Where the data lies, and the folders that would lose it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

import platformdirs


DATA_VARIABLE = "THROUGHCARE_DATA"
DATABASE_VARIABLE = "THROUGHCARE_DATABASE_URL"
DATABASE_FILE = "throughcare.db"

# Names of synced folders, wherever they lie: their own, and how their makers extend them
# ("OneDrive - Council", "Dropbox (Council)", "Council Dropbox", "OneDrive-Council").
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud storage folder",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "sharepoint": "SharePoint",
    "egnyte": "Egnyte",
    "synologydrive": "Synology Drive",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "proton drive": "Proton Drive",
    "creative cloud files": "Creative Cloud",
}
# Everyday words: they mean the service only where it puts its folder, directly in the home folder.
_SYNCED_AT_HOME = {"box": "Box", "box sync": "Box", "mega": "MEGA", "icloud": "iCloud"}
_SYNCED_AT_HOME |= {"megasync": "MEGA", "sync": "Sync or Syncthing"}
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afpfs", "webdav", "davfs"}
    | {"9p", "ceph", "glusterfs", "lustre", "beegfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"}
    | {"fuse.glusterfs", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.onedriver", "vboxsf"}
)
_DRIVE_REMOTE = 4
_ESCAPED = re.compile(r"\\([0-7]{3})")


class UnsafeFolder(Exception):
    """A folder in which a database does not last; `reason` is a sentence for the person."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder} cannot hold the data. {reason}")
        self.folder = folder
        self.reason = reason


def data_folder() -> Path:
    """The folder of the database: the setting, or the user's local application folder.

    Raises:
        UnsafeFolder: the setting begins with a "~name" that is nobody's.
    """
    chosen = os.environ.get(DATA_VARIABLE, "").strip()
    if not chosen:
        return Path(platformdirs.user_data_dir("throughcare", appauthor=False))
    try:
        return Path(chosen).expanduser().absolute()
    except RuntimeError as error:
        raise UnsafeFolder(Path(chosen), f"There is no such user here. {WAY_FORWARD}") from error


def safe_data_folder(folder: Path, project: Path) -> Path:
    """The folder, made if need be.

    Raises:
        UnsafeFolder: it is synced, on a network drive, inside the project, or cannot be written.
    """
    try:
        reason = why_unsafe(folder, project)
        if reason:
            raise UnsafeFolder(folder, f"{reason} {WAY_FORWARD}")
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".can-write"
        probe.write_bytes(b"")
        probe.unlink()
    except (OSError, RuntimeError) as error:  # a circle of links is a RuntimeError before 3.13
        raise UnsafeFolder(folder, f"It cannot be written to. {WAY_FORWARD}") from error
    return folder


WAY_FORWARD = (
    f"Choose a folder on this computer’s own disk with the setting {DATA_VARIABLE}, "
    "or leave the setting out."
)


def why_unsafe(folder: Path, project: Path) -> str:
    """One sentence, or nothing when the folder is safe. Links are followed first."""
    resolved = folder.resolve()
    if resolved.is_relative_to(project.resolve()):
        return "It lies inside the program’s own folder, where an update or a clean-up removes it."
    service = synced_by(resolved, Path.home().resolve(), os.environ)
    if service:
        return (
            f"It is kept in step by {service}, which copies a database while it is being "
            "written and so damages it."
        )
    if on_network(resolved):
        return "It is on a network drive, where a database is easily damaged."
    return ""


def synced_by(folder: PurePath, home: PurePath, environment: Mapping[str, str]) -> str:
    """The name of the syncing service that owns the folder, or nothing.

    A person may be called Box or Dropbox: the way to their home folder says nothing.
    """
    for name, value in environment.items():
        # Windows gives the names in capitals.
        if name.upper().startswith("ONEDRIVE") and value and folder.is_relative_to(value):
            return "OneDrive"
    at_home = folder.is_relative_to(home)
    parts = [part.lower() for part in (folder.relative_to(home) if at_home else folder).parts]
    if at_home and parts and parts[0] in _SYNCED_AT_HOME:
        return _SYNCED_AT_HOME[parts[0]]
    found = (service for part in parts for mark, service in _SYNCED.items() if _is(part, mark))
    return next(found, "")


def _is(part: str, mark: str) -> bool:
    """Whether a folder's name is a service's, alone or with an organisation's name."""
    return (
        part == mark
        or part.startswith((f"{mark} - ", f"{mark} ("))
        or (part.startswith(f"{mark}-") and mark == "onedrive")
        or (part.endswith(f" {mark}") and mark == "dropbox")
    )


def on_network(folder: Path) -> bool:
    """Whether the folder's file system is another machine's."""
    if sys.platform == "win32":
        return is_share(folder) or _remote_drive(folder)
    return file_system_of(folder, mounts()) in _NETWORK_FILE_SYSTEMS


def is_share(folder: PurePath) -> bool:
    """Whether a Windows path leads to another machine: \\\\server\\share, not \\\\?\\C:."""
    drive = folder.drive.upper()
    local = drive.startswith(("\\\\?\\", "\\\\.\\")) and not drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\") and not local


def _remote_drive(folder: Path) -> bool:
    import ctypes  # here: its windll exists on Windows only

    windll = getattr(ctypes, "windll", None)
    return bool(windll and windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)


def mounts() -> list[tuple[str, str]]:
    """(mount point, file system) of what is mounted; empty where the system does not say."""
    try:
        if sys.platform == "darwin":
            done = subprocess.run(
                ["/sbin/mount"], capture_output=True, text=True, check=True, timeout=5
            )
            return mounts_of_macos(done.stdout)
        return mounts_of_linux(Path("/proc/mounts").read_text("utf-8", errors="replace"))
    except (OSError, subprocess.SubprocessError):
        return []


def mounts_of_linux(table: str) -> list[tuple[str, str]]:
    """Reads /proc/mounts, in which blanks and the like are written as \\040."""
    fields = [line.split(" ") for line in table.splitlines()]
    return [(_ESCAPED.sub(_character, f[1]), f[2]) for f in fields if len(f) > 2]


def mounts_of_macos(table: str) -> list[tuple[str, str]]:
    """Reads what `mount` prints: "//who@server/share on /Volumes/share (smbfs, nodev)"."""
    return re.findall(r"^.+? on (.+?) \((\w+)", table, re.MULTILINE)


def _character(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], base=8))


def file_system_of(folder: PurePath, mounted: Iterable[tuple[str, str]]) -> str:
    """The file system of the innermost mount point that holds the folder.

    Of two at one place the later counts: an automounted share lies over its "autofs".
    """
    innermost, found = -1, ""
    for point, kind in mounted:
        if folder.is_relative_to(point) and len(point) >= innermost:
            innermost, found = len(point), kind
    return found
