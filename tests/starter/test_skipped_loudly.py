"""What was not tested is said where a run ends, also when workers of their own ran the tests."""

from types import SimpleNamespace

import pytest

from tests.conftest import pytest_terminal_summary
from tests.e2e.chromium import NO_CHROMIUM, chromium_path
from tests.postgres import NO_WHEEL


@pytest.mark.parametrize("words", [NO_CHROMIUM, NO_WHEEL])
def test_the_conftest_that_the_run_itself_reads_says_what_is_missing(words) -> None:
    said: list[str] = []
    reporter = SimpleNamespace(
        stats={"skipped": [SimpleNamespace(longrepr=("tests/a.py", 1, f"Skipped: {words}"))]},
        section=lambda title, **_: said.append(title),
        line=said.append,
    )
    pytest_terminal_summary(reporter)
    assert words in said


def test_the_browser_that_was_set_comes_first(monkeypatch, tmp_path) -> None:
    mine = tmp_path / "chromium"
    mine.touch()
    monkeypatch.setenv("THROUGHCARE_CHROMIUM", str(mine))
    assert chromium_path("") == str(mine)
