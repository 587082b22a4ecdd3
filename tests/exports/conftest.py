"""LibreOffice, for tests that open what leaves as its readers do."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


Office = Callable[[Path, str], Path]

_NONE = (
    "No LibreOffice was found, so nothing was opened in it. Get it with 'apt-get install "
    "libreoffice-calc-nogui libreoffice-writer-nogui'."
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Opens a file and saves it in another format; gives the new file.

    Without LibreOffice the test is skipped, and fails where CI is set.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(_NONE)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "saved"

    def opened(file: Path, kind: str) -> Path:
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=180)
        return out / f"{file.stem}.{kind}"

    return opened
