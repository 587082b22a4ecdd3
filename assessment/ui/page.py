"""The top of every page: style, wordmark, and the words that say where one is."""

from functools import cache
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from assessment.ui.html import fill, joined, show
from assessment.ui.messages import at_page
from assessment.ui.symbols import look_css
from assessment.ui.top import arrived


STATIC = Path(__file__).resolve().parents[2] / "static"
ICON = str(STATIC / "icon.svg")  # what a tab shows
WIDGETS_CSS = Path(__file__).with_name("widgets.css")
PROJECTOR_CSS = Path(__file__).with_name("projector.css")


def start() -> None:
    """Style and wordmark; once in each run, before the page. The app sets the page's config."""
    st.html(_style())
    at_page(st.context.url or "")
    # Its ink follows the screen, light or dark, by itself: no run comes when that changes.
    st.logo(str(STATIC / "throughcare.svg"), size="medium")
    arrived()


@cache
def _style() -> str:
    hooks = "".join(file.read_text(encoding="utf-8") for file in (WIDGETS_CSS, PROJECTOR_CSS))
    return f"<style>{look_css()}{hooks}</style>"


def head(where: str, title: str, lead: str = "") -> None:
    """Where am I, what is this, and in one sentence what matters. All three are escaped."""
    show(head_of(where, title, lead))


def head_of(where: str, title: str, lead: str = "") -> Markup:
    """The same for a page that shows more in one piece with it."""
    return joined(
        [
            fill('<p class="muted">{}</p>', where) if where else "",
            fill("<h1>{}</h1>", title),
            fill('<p class="lead">{}</p>', lead) if lead else "",
        ]
    )


def heading(words: str) -> None:
    """A second-level heading of the page, escaped."""
    show(fill("<h2>{}</h2>", words))
