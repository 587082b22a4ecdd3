"""The browser is told to stay at home, the app works so, and what people type has no effect."""

import re
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from assessment.ui.shell import HEADERS
from tests.e2e.hostile import HOST, HOSTILE, hostile_data
from tests.e2e.screens import app_of, go_back_to, settled
from tests.e2e.servers import AppServer


PAGES = (
    "home", "statements", "statement", "results", "plan", "action", "finish", "downloads",
    "holdings", "wording", "prepare", "copies",
)  # fmt: skip
# Every kind of answer: pages, Streamlit's own files, ours, what is not there.
ADDRESSES = (
    "", "statements", "_stcore/health", "_stcore/host-config", "_stcore/none",
    "app/static/SourceSans3.ttf", "media/none.png", "static/none.js",
)  # fmt: skip
# Pictures, formulas, and links that say another address than theirs; a bare address may be a link.
MADE = """host => [...document.querySelectorAll('img, .katex, a[href*="' + host + '"]')]
  .filter(one => !one.matches('a') || one.textContent !== one.href)
  .filter(one => !one.matches('img') || one.src.includes(host))
  .map(one => one.outerHTML.slice(0, 200))"""
STILL = """() => {
  const now = document.body.textContent.length, before = window.lengthBefore;
  window.lengthBefore = now;
  return now === before;
}"""


@pytest.fixture(scope="module")
def spoilt(server, tmp_path_factory) -> tuple[AppServer, dict[str, str]]:
    """The app on data in which every text is hostile, and the ids that pages want."""
    folder = tmp_path_factory.mktemp("spoilt")
    ids = hostile_data(folder)
    return server(data=folder), ids


def go(page: Page, app: AppServer, name: str, ids: dict[str, str]) -> None:
    address = f"{name}?id={ids[name]}" if name in ids else name
    if page.url == "about:blank":
        page.goto(f"{app.url}/{address}")
    else:
        go_back_to(page, f"/{address}")
    expect(app_of(page).get_by_role("heading", level=1).first).to_be_visible(timeout=30_000)
    settled(page)
    page.wait_for_function(STILL, polling=500)
    settled(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_headers(spoilt, address) -> None:
    app, _ = spoilt
    try:
        with urlopen(f"{app.url}/{address}", timeout=10) as reply:  # noqa: S310  our own server
            headers = reply.headers
    except HTTPError as error:
        headers = error.headers
        error.close()
    here = app.url.removeprefix("http://")
    wanted = {n: v.replace("{own}", f"ws://{here} wss://{here}") for n, v in HEADERS.items()}
    assert {name: headers[name] for name in wanted} == wanted


def test_what_people_type_is_shown_as_typed_and_fetches_nothing(
    spoilt, new_context: Callable[[], BrowserContext]
) -> None:
    """The fixture fails if any request leaves this machine."""
    app, ids = spoilt
    page = new_context().new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    faults, shown = [], 0
    for name in PAGES:
        go(page, app, name, ids)
        said = " ".join((app_of(page).text_content() or "").split())
        mentions, whole = said.count(HOST), said.count(HOSTILE.strip())
        shown += whole
        if mentions != whole:
            where = [said[at.start() - 60 : at.start() + 80] for at in re.finditer(HOST, said)]
            odd = [words for words in where if HOSTILE.strip() not in words]
            faults.append((name, mentions - whole, odd[:3]))
        faults += [(name, made) for made in page.evaluate(MADE, HOST)]
    assert faults == []
    assert shown > len(PAGES)
    policy = [words for words in complaints if "Content Security Policy" in words]
    assert policy == []
    assert [words for words in complaints if "Refused" in words] == []


def test_the_policy_lets_no_script_in_and_fetches_from_nowhere_else(spoilt, page: Page) -> None:
    """What an injected script would try first."""
    app, ids = spoilt
    go(page, app, "home", ids)
    ran = page.evaluate(
        """async () => {
          const refused = [];
          const both = new Promise(done => document.addEventListener(
            'securitypolicyviolation',
            event => refused.push(event.effectiveDirective) === 2 && done()));
          const script = document.createElement('script');
          script.textContent = 'window.injected = true';
          document.body.append(script);
          await fetch('http://127.0.0.1:9/').catch(() => null);
          await both;
          return [window.injected === true, ...refused.sort()];
        }"""
    )
    assert ran == [False, "connect-src", "script-src-elem"]
