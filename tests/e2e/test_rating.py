"""The level and its words are drawn apart: a click on one follows what the other shows."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from assessment.access.desk import Desk
from assessment.consensus import service as consensus
from assessment.consensus.model import AgreedRating, HowReached
from assessment.store.engine import connect, sqlite_url
from tests.desk import begin_area
from tests.e2e.conftest import StartServer
from tests.e2e.screens import settled, stored
from tests.e2e.servers import AppServer
from tests.e2e.test_journey import choose, go, pick, write


@dataclass(frozen=True)
class Open:
    """A statement's page that is open, and the database as another screen writes it."""

    page: Page
    desk: Desk
    assessment_id: str

    def rating(self) -> int | None:
        """The level that stands, if any does."""
        found = consensus.rating_of(self.desk, self.assessment_id, "P08")
        return found.rating if found else None

    def row(self) -> AgreedRating:
        """What stands."""
        return consensus.ratings_of(self.desk, self.assessment_id)["P08"]


@pytest.fixture(scope="module")
def desk(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """At the database of the served app."""
    folder = tmp_path_factory.mktemp("rating")
    store = connect(sqlite_url(Path(shutil.copy(empty_sqlite, folder / "throughcare.db"))))
    yield Desk(store)
    store.close()


@pytest.fixture(scope="module")
def served(desk: Desk, server: StartServer) -> AppServer:
    """The app on that database."""
    assert desk.store.file
    return server(data=desk.store.file.parent)


@pytest.fixture
def screen(desk: Desk, served: AppServer, warm_context: BrowserContext) -> Iterator[Open]:
    """An area of its own, with nothing rated."""
    one = begin_area(desk, "Aldermoor").assessment_id
    page = warm_context.new_page()
    go(page, served, f"statement?id=P08&assessment={one}")
    yield Open(page, desk, one)
    page.close()


def rate(screen: Open, level: str, value: int) -> None:
    """Click on a level that is taken, and wait until it is stored and drawn."""
    pick(screen.page, "Agreed rating", level)
    stored(screen.page, screen.rating, value)
    expect(screen.page.locator(".strip li").filter(has_text="P08")).to_contain_text(level)
    settled(screen.page)


def test_how_it_was_reached_is_said_of_the_level_that_was_clicked_last(screen: Open) -> None:
    page = screen.page
    rate(screen, "Not met", 0)
    expect(page.get_by_role("combobox", name="Finish later")).to_be_visible()
    rate(screen, "Partly met", 1)
    choose(page, "How it was reached", "All agreed")
    stored(page, lambda: (screen.row().rating, screen.row().how), (1, HowReached.ALL_AGREED))
    page.get_by_text("Not applicable here", exact=True).click()
    write(page, "Why it is not applicable here", "No prison here sends anybody on.")
    expect(page.get_by_role("button", name="Take the rating back")).to_have_count(0)
    rate(screen, "Mostly met", 2)
    expect(page.get_by_label("Not applicable here")).not_to_be_checked()
    expect(page.get_by_label("Why it is not applicable here")).to_have_count(0)


def test_who_is_refused_is_shown_what_another_screen_recorded(screen: Open) -> None:
    page, here = screen.page, (screen.desk, screen.assessment_id, "P08")
    rate(screen, "Not met", 0)
    rate(screen, "Partly met", 1)
    consensus.record_how(*here, HowReached.AFTER_DISCUSSION)
    pick(page, "Agreed rating", "Fully met")
    expect(page.get_by_text("Another screen recorded something else at")).to_be_visible()
    how = page.get_by_role("combobox", name="How it was reached")
    expect(how).to_have_value("Agreed after discussion")
    assert screen.row().rating == 1
    consensus.record_rating(*here, 0)
    choose(page, "How it was reached", "All agreed")
    expect(page.get_by_text("Another screen recorded something else at")).to_be_visible()
    expect(page.locator(".strip li").filter(has_text="P08")).to_contain_text("Not met")
    assert screen.row().how is HowReached.AFTER_DISCUSSION
    rate(screen, "Mostly met", 2)
    expect(page.get_by_text("Another screen recorded something else at")).to_have_count(0)
    assert screen.row().rating == 2


def test_words_that_are_saved_pass_nothing_off_as_seen(screen: Open) -> None:
    page, here = screen.page, (screen.desk, screen.assessment_id, "P08")
    rate(screen, "Not met", 0)
    consensus.record_rating(*here, 3)
    write(page, "Why this rating", "Nobody is booked in before release.")
    choose(page, "How it was reached", "All agreed")
    expect(page.get_by_text("Another screen recorded something else at")).to_be_visible()
    expect(page.get_by_role("radio", name="Fully met")).to_be_checked()
    assert screen.row().how is None


def test_nothing_is_taken_back_over_what_the_screen_does_not_show(screen: Open) -> None:
    page, here = screen.page, (screen.desk, screen.assessment_id, "P08")
    take_back = page.get_by_role("button", name="Take the rating back")
    rate(screen, "Not met", 0)
    consensus.record_how(*here, HowReached.AFTER_DISCUSSION)
    take_back.click()
    expect(page.get_by_text("Another screen recorded something else at")).to_be_visible()
    how = page.get_by_role("combobox", name="How it was reached")
    expect(how).to_have_value("Agreed after discussion")
    consensus.record_how(*here, HowReached.MOST_AGENCIES)
    page.get_by_role("button", name="Add evidence").click()
    write(page, "What it is", "Terms of reference")  # which draws the level again
    pick(page, "Agreed rating", "Fully met")
    expect(how).to_have_value("Most agencies, with different views recorded")
    assert screen.row().rating == 0


def test_typing_why_it_is_not_applicable_never_goes_over_anothers_rating(screen: Open) -> None:
    page, here = screen.page, (screen.desk, screen.assessment_id, "P08")
    page.get_by_text("Not applicable here", exact=True).click()
    box = page.get_by_label("Why it is not applicable here")
    expect(box).to_be_visible()
    settled(page)
    consensus.record_rating(*here, 3)
    refused = page.locator("[data-part=status]", has_text="Another screen recorded something else")
    for words in ("No prison here ", "sends anybody on."):
        box.press_sequentially(words)
        expect(refused).to_be_visible()
        expect(page.get_by_role("radio", name="Fully met")).to_be_checked()
    assert (screen.row().rating, screen.row().not_applicable) == (3, False)
    for there in (0, 1):  # unticked and ticked again, over what stands now
        page.get_by_text("Not applicable here", exact=True).click()
        expect(box).to_have_count(there)
        settled(page)
    write(page, "Why it is not applicable here", "No prison here sends anybody on.")
    assert screen.row().not_applicable
