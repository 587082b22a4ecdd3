"""A file that is made on a click stays until the browser has come for it.

Streamlit makes such a file when its button is pressed, tells the browser where it is, and counts it
as nobody's: the second run of any page to end after that takes it away, whosever page that was.
Where others press meanwhile, a browser that was slow to ask on a laptop under load found nothing,
and called its download cancelled. Here the newest few stay somebody's.
"""

from itertools import cycle
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from streamlit.runtime.media_file_manager import MediaFileManager


KEPT = 4  # of one person at one laptop; an older one goes as Streamlit has it
_HOLDER = "made on a click"

_make = MediaFileManager.execute_deferred
_places = cycle(map(str, range(KEPT)))


def keep_made_files() -> None:
    """From here on the newest files stay; saying so twice changes nothing."""
    MediaFileManager.execute_deferred = made  # type: ignore[method-assign, assignment]


def made(manager: MediaFileManager, file_id: str) -> str:
    """Make the file behind a button, and keep it. Raises as Streamlit's own does."""
    address = _make(manager, file_id)
    name = PurePosixPath(urlsplit(address).path).stem
    with manager._lock:
        manager._files_by_session_and_coord[_HOLDER][next(_places)] = name
    return address
