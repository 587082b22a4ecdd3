"""What every page is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NoReturn, Self
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessment.access.desk import Desk
from assessment.ui.top import leaving


def runs_alone() -> bool:
    """Whether a fragment is drawn by itself now, and not with the whole page around it."""
    run = get_script_run_ctx()
    return run is not None and bool(run.fragment_ids_this_run)


def _nothing_more() -> None:
    """What a change brings with it where a page says nothing of it."""


@dataclass(frozen=True)
class PageContext:
    """Ids and a desk; no slice's models. Pages read their own rows by these ids.

    `links` are the app's pages by name; `data_note` says where the data is; `deeds` are the few
    things that a page may set off but that live above it (loading the fictional area, say).
    `changed` ends a callback whose save shows in other fragments too: there the page has them
    drawn again. It may not return.
    """

    desk: Desk
    partnership_id: str = ""
    assessment_id: str = ""
    links: Mapping[str, StreamlitPage] = field(default_factory=dict)
    data_note: str = ""
    deeds: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    changed: Callable[[], None] = _nothing_more

    def redrawing(self, *fragments: str) -> Self:
        """The same context for a fragment whose changes show in fragments of these keys."""
        return replace(self, changed=partial(st.rerun, fragments))

    def go(self, name: str, **params: str) -> NoReturn:
        """Leave for another page by its name; `params` stand in its address.

        A page that could not be there when this run began (an area has just been made) is left
        to the next run, which begins at home.
        """
        leaving()
        if name not in self.links:
            st.rerun()
        st.switch_page(self.links[name], query_params=self._address(params))

    def link_to(self, name: str, **params: str) -> str:
        """The address of a page, for a link in our own HTML; empty where it is not this person's.

        A page with such links places `follow_links` of `assessment.ui.links`.
        """
        return f"{name}?{urlencode(self._address(params))}" if name in self.links else ""

    def _address(self, params: Mapping[str, str]) -> dict[str, str]:
        """Where several assessments are kept, an address says which one it means."""
        chosen = st.query_params.get("assessment")
        return {**params, "assessment": chosen} if chosen else dict(params)
