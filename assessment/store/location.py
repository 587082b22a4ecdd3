"""Where the data lies, and the folders that would lose it."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

import platformdirs


DATA_VARIABLE = "THROUGHCARE_DATA"
DATABASE_VARIABLE = "THROUGHCARE_DATABASE_URL"
DATABASE_FILE = "throughcare.db"

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud storage folder",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "sharepoint": "SharePoint",
    "egnyte": "Egnyte",
    "synologydrive": "Synology Drive",
}
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afpfs", "webdav", "davfs"}
    | {"9p", "ceph", "glusterfs", "lustre", "beegfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2"}
    | {"fuse.glusterfs", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.onedriver", "vboxsf"}
)
_DRIVE_REMOTE = 4


@dataclass(frozen=True)
class UnsafeFolder(Exception):
    """A folder in which a database does not last; `reason` is a sentence for the person."""

    folder: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.folder} cannot hold the data. {self.reason}"


def data_folder() -> Path:
    """The folder of the database: the setting, or the user's local application folder."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path(platformdirs.user_data_dir("throughcare", appauthor=False))


def safe_data_folder(folder: Path, project: Path) -> Path:
    """The folder, made if need be.

    Raises:
        UnsafeFolder: it is synced, on a network drive, inside the project, or cannot be written.
    """
    reason = why_unsafe(folder, project)
    if reason:
        raise UnsafeFolder(folder, f"{reason} {WAY_FORWARD}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".can-write"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise UnsafeFolder(folder, f"It cannot be written to. {WAY_FORWARD}") from error
    return folder


WAY_FORWARD = (
    f"Choose a folder on this computer's own disk with the setting {DATA_VARIABLE}, "
    "or leave the setting out."
)


def why_unsafe(folder: Path, project: Path) -> str:
    """One sentence, or nothing when the folder is safe."""
    resolved = folder.expanduser().resolve()
    if resolved.is_relative_to(project.resolve()):
        return "It lies inside the program's own folder, where an update or a clean-up removes it."
    service = synced_by(resolved, os.environ)
    if service:
        return (
            f"It is kept in step by {service}, which copies a database while it is being "
            "written and so damages it."
        )
    if on_network(resolved):
        return "It is on a network drive, where the database's write-ahead log does not work."
    return ""


def synced_by(folder: PurePath, environment: Iterable[tuple[str, str]] | os._Environ[str]) -> str:
    """The name of the syncing service that owns the folder, or nothing."""
    pairs = environment.items() if isinstance(environment, os._Environ) else environment
    for name, value in pairs:
        if name.startswith("OneDrive") and value and folder.is_relative_to(value):
            return "OneDrive"
    for part in folder.parts:
        lowered = part.lower()
        for mark, service in _SYNCED.items():
            if lowered == mark or lowered.startswith((f"{mark} -", f"{mark}-", f"{mark} (")):
                return service
    return ""


def on_network(folder: Path) -> bool:
    """Whether the folder's file system is another machine's."""
    if sys.platform == "win32":
        return _remote_drive(folder)
    kind = file_system_of(folder, mounts())
    return kind in _NETWORK_FILE_SYSTEMS


def _remote_drive(folder: Path) -> bool:
    if str(folder).startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415 - its windll exists on Windows only

    windll = getattr(ctypes, "windll", None)
    return bool(windll and windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)


def mounts() -> list[tuple[str, str]]:
    """(mount point, file system) of what is mounted; empty where the system does not say."""
    if sys.platform == "darwin":
        return _mounts_of_macos()
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    fields = [line.split(" ") for line in lines]
    return [(f[1].replace("\\040", " "), f[2]) for f in fields if len(f) > 2]


def _mounts_of_macos() -> list[tuple[str, str]]:
    import re  # noqa: PLC0415 - only macOS needs them
    import subprocess  # noqa: PLC0415

    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5)
    return re.findall(r"^.+? on (.+?) \((\w+)", done.stdout, re.MULTILINE)


def file_system_of(folder: Path, mounted: Iterable[tuple[str, str]]) -> str:
    """The file system of the innermost mount point that holds the folder."""
    holding = [(point, kind) for point, kind in mounted if folder.is_relative_to(point)]
    return max(holding, key=lambda pair: len(pair[0]))[1] if holding else ""
