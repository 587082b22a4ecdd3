"""Packs that came back, with somebody listening on the wire: no answer reaches the browser."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from assessment.access.desk import Desk
from assessment.store.engine import connect, sqlite_url
from tests.e2e.screens import axe, fits, settled
from tests.e2e.servers import AppServer
from tests.exports.packs.scene import filled, scene


def test_packs_go_out_and_come_back_unseen(
    server: Callable[..., AppServer],
    page: Page,
    empty_sqlite: Path,
    tmp_path: Path,
) -> None:
    """1. Every pack in one file. 2. Two come back, one of them with a mistake, and a scan.
    3. The preview passes axe, fits, and tells no answer. 4. They are kept; a receipt is there."""
    shutil.copy(empty_sqlite, tmp_path / "throughcare.db")
    store = connect(sqlite_url(tmp_path / "throughcare.db"))
    here = scene(Desk(store))
    store.close()
    served = server(data=tmp_path)
    heard: list[bytes] = []

    def listen(frame: str | bytes) -> None:
        heard.append(frame.encode() if isinstance(frame, str) else frame)

    page.on("websocket", lambda socket: socket.on("framereceived", listen))
    page.goto(f"{served.url}/packs?assessment={here.assessment_id}")
    with page.expect_download() as all_packs:
        page.get_by_role("button", name="Save all packs in one file").click()
    with zipfile.ZipFile(all_packs.value.path()) as archive:
        packs = {name: archive.read(name) for name in archive.namelist()}
    assert len(packs) == 2
    answers = {"P08": ("3 Fully met", "Zebra"), "G02": "nearly Fully met"}
    for name, data in packs.items():
        (tmp_path / name).write_bytes(filled(data, answers))
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    files = [*(tmp_path / name for name in packs), tmp_path / "scan.pdf"]
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(files)
    expect(page.get_by_text("this is none of the seven answers")).to_have_count(2)
    boxes = page.get_by_role("checkbox", name="Leave these cells out and keep the rest")
    expect(boxes).to_have_count(2)
    for place, words in enumerate(page.get_by_text("Leave these cells out and keep").all()):
        words.click()
        settled(page)
        expect(boxes.nth(place)).to_be_checked()
    expect(page.get_by_text("2 of 3 files to keep")).to_be_visible()
    axe(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 800})
    axe(page)
    fits(page)
    page.get_by_role("button", name="Keep these answers").click()
    expect(page.get_by_text("Kept: 1 answer of Inside Health")).to_be_visible()
    with page.expect_download() as receipt:
        page.get_by_role("button", name="Save the receipt for Inside Health").click()
    heard.append(Path(receipt.value.path()).read_bytes())
    for word in (b"Fully met", b"nearly", b"Zebra"):
        assert not any(word in frame for frame in heard)
