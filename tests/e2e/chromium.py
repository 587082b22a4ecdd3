"""Where a Chromium for the browser tests is, and what is said where there is none."""

import os
from pathlib import Path


VARIABLE = "THROUGHCARE_CHROMIUM"
NO_CHROMIUM = (
    "Browser tests were SKIPPED: no Chromium was found. Get one with 'apt-get install chromium' or "
    f"'playwright install chromium', or name one in {VARIABLE}."
)


def chromium_path(playwrights_own: str) -> str | None:
    """The Chromium that was set, or Debian's, or Playwright's own; None where there is none."""
    known = [os.environ.get(VARIABLE), "/usr/bin/chromium", playwrights_own]
    return next((path for path in known if path and Path(path).exists()), None)
