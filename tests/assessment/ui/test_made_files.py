"""A file made on a click is there when the browser asks, however many pages ran meanwhile."""

from pathlib import PurePosixPath

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from assessment.ui.made_files import KEPT, keep_made_files


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    """Streamlit's own keeper of files, with ours put in its way for this test alone."""
    own = MediaFileManager.execute_deferred
    monkeypatch.setattr(MediaFileManager, "execute_deferred", own)
    keep_made_files()
    return MediaFileManager(MemoryMediaFileStorage("/media"))


def clicked(manager: MediaFileManager, data: bytes) -> str:
    """A press on a button; gives the name under which the browser will ask for the file."""
    place = manager.add_deferred(lambda: data, "application/zip", "1.0", "folder.zip")
    return PurePosixPath(manager.execute_deferred(place)).stem


def test_a_browser_that_is_slow_to_ask_still_finds_what_was_made(manager: MediaFileManager) -> None:
    name = clicked(manager, b"the folder")
    for _page_that_ran in range(5):
        manager.remove_orphaned_files()
    found = manager.read_file(name)
    assert found is not None
    assert found.content == b"the folder"


def test_older_files_go_so_that_memory_does_not_fill(manager: MediaFileManager) -> None:
    first = clicked(manager, b"the first")
    for number in range(KEPT):
        clicked(manager, b"another %d" % number)
    for _page_that_ran in range(2):
        manager.remove_orphaned_files()
    assert manager.read_file(first) is None
