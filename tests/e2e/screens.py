"""What every screen must pass, and pictures of it."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, expect

from tests.e2e.servers import ROOT


_PATIENCE = 20
_RUN = 30_000  # a page that is drawn for the first time, by a server that has just started
ARTEFACTS = ROOT / "test-artefacts"
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

# What passes is told in one example each: all of it would be megabytes of every screen. Nothing
# here plays, so there is no sound or film to be loaded first.
_OPTIONS = {
    "runOnly": {"type": "tag", "values": list(_TAGS)},
    "resultTypes": ["violations"],
    "preload": False,
}

_TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"

_MAIN = "document.querySelector('[data-testid=stMain]')?.innerText"
_GO_BACK_TO = f"""address => {{
  const before = {_MAIN};
  history.pushState({{}}, "", address);
  dispatchEvent(new PopStateEvent("popstate", {{ state: {{}} }}));
  return before;
}}"""
_IS_ANOTHER = f"before => ![undefined, before].includes({_MAIN})"

# What Streamlit itself causes and the app cannot avoid: rule, where (a part of the element's
# HTML), why. Nothing of our own belongs here.
ALLOWED: tuple[tuple[str, str, str], ...] = ()


def settled(page: Page) -> None:
    """Wait until Streamlit has run, and has drawn every widget in place of its grey bar.

    What was just pressed has been sent by then, since two frames pass first. It does not prove a
    save: before a reload, wait for a fact that only what is stored can show.
    """
    page.evaluate(_TWO_FRAMES)
    whole = app_of(page)
    expect(whole).to_have_attribute("data-test-script-state", "notRunning", timeout=_RUN)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def go_back_to(page: Page, address: str) -> None:
    """Open another page of the app as the browser's own button does, and wait until it is there.

    To load Streamlit anew takes longer than to draw most pages. Until the server answers, the page
    before stands there as if nothing were to come.
    """
    before = page.evaluate(_GO_BACK_TO, address)
    page.wait_for_function(_IS_ANOTHER, arg=before, timeout=_RUN)
    settled(page)


def stored(page: Page, read: Callable[[], object], wanted: object) -> None:
    """Wait until the database says so; the page goes on meanwhile."""
    end = time.monotonic() + _PATIENCE
    while (found := read()) != wanted:
        assert time.monotonic() < end, f"{found!r} is stored, not {wanted!r}"
        page.wait_for_timeout(50)  # between two questions to a database another process writes


def app_of(page: Page) -> Locator:
    """The whole app on the page."""
    return page.get_by_test_id("stApp")


def axe(page: Page) -> None:
    """Fail on any violation of WCAG 2.2 A or AA that is not in the written list."""
    settled(page)
    if not page.evaluate("() => 'axe' in window"):  # half a megabyte, once for each document
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("async options => (await axe.run(options)).violations", _OPTIONS)
    faults = [
        f"{rule['id']} ({rule['help']}): {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if not allowed(rule["id"], node["html"])
    ]
    assert not faults, "\n".join(faults)


def allowed(rule: str, html: str) -> bool:
    """Whether a violation is one that only Streamlit could mend."""
    return any(rule == known and where in html for known, where, _why in ALLOWED)


def fits(page: Page) -> None:
    """Fail when a page scrolls sideways."""
    over = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert over <= 0, f"the page is {over} pixels wider than the window"


def shot(page: Page, name: str, width: int = 1280, dark: bool = False) -> Path:
    """A picture of the whole page at a width, light or dark, in test-artefacts/."""
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.set_viewport_size({"width": width, "height": 900})
    settled(page)
    height = page.get_by_test_id("stMainBlockContainer").evaluate("part => part.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(900, height + 80)})
    settled(page)
    safe = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    path = ARTEFACTS / f"{safe}-{width}-{'dark' if dark else 'light'}.png"
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path)
    return path
