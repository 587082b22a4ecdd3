"""What a browser is told of the theme stays what Streamlit would tell it."""

from collections.abc import Iterator

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from assessment.ui import theme


SECTIONS = (
    "theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar",
    "theme.dark.sidebar",
)  # fmt: skip


@pytest.fixture
def untouched() -> Iterator[None]:
    yield
    app_session._populate_theme_msg = theme._worked_out
    theme.kept.cache_clear()


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.usefixtures("untouched")
def test_each_section_is_told_as_streamlit_would_tell_it(section: str) -> None:
    theirs, first, again = (CustomThemeConfig() for _ in range(3))
    theme._worked_out(theirs, section)
    theme.keep_the_theme()
    app_session._populate_theme_msg(first, section)
    app_session._populate_theme_msg(again, section)
    assert first == again == theirs


@pytest.mark.usefixtures("untouched")
def test_a_session_asks_for_its_theme_where_it_is_kept() -> None:
    asked = app_session.AppSession._create_new_session_message.__code__.co_names
    assert "_populate_theme_msg" in asked
    theme.keep_the_theme()
    assert app_session._populate_theme_msg is theme.tell


@pytest.mark.usefixtures("untouched")
def test_a_section_of_which_nothing_is_set_is_left_out() -> None:
    theme.keep_the_theme()
    told = CustomThemeConfig()
    app_session._populate_theme_msg(told)
    app_session._populate_theme_msg(told.sidebar, "theme.sidebar")
    assert told.primary_color or told.body_font or told.ByteSize()
    assert not told.HasField("sidebar")
