"""LibreOffice, for tests that open what leaves as its readers do."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Protocol

import pytest


class Office(Protocol):
    """Opens files and saves each in another format; gives the folder of the new ones."""

    def __call__(self, kind: str, *files: Path) -> Path: ...


_NONE = (
    "No LibreOffice was found, so nothing was opened in it. Get it with 'apt-get install "
    "libreoffice-calc-nogui libreoffice-writer-nogui'."
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """LibreOffice; without it the test is skipped, and fails where CI is set."""
    soffice = shutil.which("soffice")
    if soffice is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(_NONE)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "saved"

    def opened(kind: str, *files: Path) -> Path:
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        whole = [*command, *map(str, files)]
        subprocess.run(whole, check=True, capture_output=True, timeout=180)
        return out

    return opened
