"""Times a click on a rating: `python -m benchmarks.clicks`.

On the server: from sending the click to the last message of its run, over a websocket that speaks
as Streamlit's page does; and the server's own processor time, which other work on the machine
changes least. In a real browser: from the finger going down to the strip repainted with what was
saved.
"""

from collections.abc import Iterable

from playwright.sync_api import Page, sync_playwright

from benchmarks.figures import Figure, figure, show
from benchmarks.serving import Served, served
from benchmarks.session import Session
from tests.e2e.chromium import chromium_path
from tests.e2e.screens import settled


WARM, CLICKS = 10, 100
BROWSER_CLICKS = 60
SERVER_P50, BROWSER_P50, BROWSER_P95 = 10, 80, 150
STATEMENT = "P08"
PLACES = (
    ("statement page", "statement", {"id": STATEMENT}, "Agreed rating"),
    ("list of a domain", "statements", {"domain": "P"}, f"Agreed rating of {STATEMENT}"),
)
_TIMED = """() => {
  const cell = () => document.querySelector('.strip .now').className;
  const before = cell();
  let start = 0;
  addEventListener('pointerdown', e => { start = e.timeStamp; }, { once: true, capture: true });
  window.repainted = new Promise(done => {
    const watch = new MutationObserver(() => {
      if (cell() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => done(performance.now() - start);
        painted.port2.postMessage(0);
      });
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}"""


def on_the_server(app: Served) -> Iterable[Figure]:
    """Wall time and processor time of a click, on the statement's page and in its domain's list."""
    for name, page, query, label in PLACES:
        with Session(app.port) as session:
            session.open(page, **query)
            for place in range(WARM):
                session.click(label, place % 4)
            before = app.cpu_seconds()
            runs = [session.click(label, place % 4) for place in range(CLICKS)]
            used = (app.cpu_seconds() - before) / CLICKS
        note = f"{runs[-1].elements} elements, {runs[-1].size / 1000:.1f} kB"
        times = [run.seconds for run in runs]
        yield figure(f"Click on the server, {name}", times, SERVER_P50, note=note)
        yield figure(f"Processor time of a click, {name}", [used], note=f"mean of {CLICKS}")


def in_a_browser(app: Served) -> Iterable[Figure]:
    """Pointer down to saved and repainted, on the statement's page."""
    with sync_playwright() as driver:
        path = chromium_path(driver.chromium.executable_path)
        assert path, "No Chromium was found: apt-get install chromium, or set THROUGHCARE_CHROMIUM."
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = driver.chromium.launch(executable_path=path, args=arguments)
        page = browser.new_page(locale="en-GB", timezone_id="Europe/London")
        page.goto(f"{app.url}/statement?id={STATEMENT}")
        page.locator(".strip .now").wait_for()
        settled(page)
        times = [clicked(page, place % 4) for place in range(WARM + BROWSER_CLICKS)]
        browser.close()
    what = "Click to saved and repainted, in Chromium"
    yield Figure(what, tuple(times[WARM:]), BROWSER_P50, BROWSER_P95)


def clicked(page: Page, level: int) -> float:
    """Choose a level, and give the milliseconds until the strip shows it."""
    option = page.get_by_role("radiogroup", name="Agreed rating").get_by_test_id("stRadioOption")
    option.nth(level).scroll_into_view_if_needed()
    page.evaluate(_TIMED)
    option.nth(level).click()
    took: float = page.evaluate("window.repainted")
    settled(page)
    return took


def figures() -> Iterable[Figure]:
    """All figures of this benchmark."""
    with served() as app:
        yield from on_the_server(app)
        yield from in_a_browser(app)


if __name__ == "__main__":
    show(figures())
