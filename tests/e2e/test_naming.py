"""An area and a prison being named, in a real browser: a reload keeps the line, Enter adds it."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.screens import axe, fits, settled
from tests.e2e.servers import AppServer
from tests.e2e.test_journey import go, heading, press


def test_a_line_outlives_a_reload_and_is_added_only_as_it_is_stored(
    server: Callable[..., AppServer], page: Page
) -> None:
    app = server()
    go(page, app)
    area = page.get_by_label("Name your area")
    area.press_sequentially("Alder")
    wait_until_stored(page, area)
    page.reload()
    expect(area).to_have_value("Alder", timeout=20_000)
    area.press("End")
    area.press_sequentially("moor")
    press(page, "Begin with this area")
    heading(page, "Prepare")
    line = page.get_by_label("Name of a prison")
    line.press_sequentially("HMP Stone")
    wait_until_stored(page, line)
    page.reload()
    expect(line).to_have_value("HMP Stone", timeout=20_000)
    line.press("End")
    # Pressed in the same moment as the last key: it waits for the words to be stored.
    line.press_sequentially("brook")
    line.press("Enter")
    expect(page.get_by_label("HMP Stonebrook lies outside the area")).to_be_attached()
    expect(line).to_have_value("")
    line.press_sequentially("HMP Fenwick")
    page.get_by_role("button", name="Add prison").click()
    expect(page.get_by_label("HMP Fenwick lies outside the area")).to_be_attached()
    expect(line).to_have_value("")
    line.press_sequentially("HMP Oakley for A1234BC")
    line.press("Enter")
    expect(page.get_by_role("button", name="Remove it")).to_be_visible()
    line.press("Enter")
    settled(page)
    expect(page.get_by_text("2 prisons.")).to_be_visible()
    axe(page)
    page.set_viewport_size({"width": 320, "height": 900})
    fits(page)
    page.get_by_role("button", name="Remove it").click()
    expect(line).to_have_value("HMP Oakley for ")
    line.press("Enter")
    expect(page.get_by_text("3 prisons.")).to_be_visible()


def wait_until_stored(page: Page, box: Locator) -> None:
    """Wait until the box itself says that its words are stored."""
    page.wait_for_function(
        "box => /^Saved/.test(box.getRootNode().querySelector('[data-part=status]').textContent)",
        arg=box.element_handle(),
    )
