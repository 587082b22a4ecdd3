"""The one door through which our own HTML reaches a screen."""

import streamlit as st
from markupsafe import Markup

from assessment.ui.markup import fill, joined, text


__all__ = ["fill", "joined", "show", "text"]


def show(*parts: Markup | str) -> None:
    """Draw HTML of our own making. Every value inside it has been escaped: see `fill`."""
    st.html(f'<div class="tc">{"".join(parts)}</div>')
