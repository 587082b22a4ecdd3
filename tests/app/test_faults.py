"""A bug shows nothing of itself on the screen; what the database cannot do is said in words."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment.access import opening
from assessment.access.errors import UserError
from assessment.access.opening import TROUBLE_WORDS, cannot
from assessment.store.engine import Store
from assessment.store.trouble import Trouble
from tests.app.doors import opened, words


def breaks() -> None:
    """A page with a bug, on which somebody has typed."""
    typed = "A1234AA owes money"
    raise ValueError(typed)


@pytest.mark.filterwarnings("ignore")
def test_a_bug_on_a_page_shows_no_details() -> None:
    at = AppTest.from_function(breaks, default_timeout=30).run()
    [shown] = at.exception
    assert "A1234AA" not in f"{shown.message} {shown.stack_trace} {shown.proto}"
    assert "breaks" not in f"{shown.message} {shown.stack_trace}"


def test_data_that_cannot_be_opened_is_said_with_the_way_forward(monkeypatch) -> None:
    def refused() -> None:
        raise UserError("The folder is kept in step by OneDrive. Choose another.")

    monkeypatch.setattr(opening, "open_desk", refused)
    at = opened()
    assert not at.exception
    assert "cannot open its data" in words(at)
    assert "Choose another" in words(at)


def test_a_database_that_goes_away_is_said_in_words(area_sqlite, seat, monkeypatch) -> None:
    def gone(_self: Store) -> None:
        raise cannot(Trouble.UNREACHABLE)

    seat(area_sqlite)
    monkeypatch.setattr(Store, "reading", gone)
    at = opened()
    assert not at.exception
    assert TROUBLE_WORDS[Trouble.UNREACHABLE] in words(at)
