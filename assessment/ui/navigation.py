"""The app's pages at their addresses: who is given which, and where all other addresses lead."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import streamlit as st

from assessment.access.actor import STRANGER, Actor, Role
from assessment.ui.context import PageContext


class Entry(NamedTuple):
    """One page: its name in links and addresses, its title, who may see it, and whether listed.

    `door` is who comes in at the door that a page for strangers belongs to.
    """

    name: str
    title: str
    render: Callable[[PageContext], None]
    who: frozenset[Role]
    listed: bool = False
    needs_assessment: bool = True
    door: Actor = STRANGER


def pages_for(entries: Sequence[Entry], actor: Actor, assessment_id: str) -> list[Entry]:
    """The pages this person may see now; before there is an area, only those that begin one."""
    return [
        entry
        for entry in entries
        if _is_for(entry, actor) and (assessment_id or not entry.needs_assessment)
    ]


def _is_for(entry: Entry, actor: Actor) -> bool:
    """Whether a page is this person's; at one door there is nothing of the other."""
    return actor.role in entry.who and (actor.role is not Role.STRANGER or actor == entry.door)


def open_page(
    ctx: PageContext, entries: Sequence[Entry], mine: Sequence[Entry], first: str
) -> None:
    """Run the page that the address names; the one named `first` where it names none of `mine`.

    `entries` are all pages there are, `mine` those of them that this person may see. Each page is
    given `ctx` with the links to them.
    """
    links: dict[str, st.Page] = {}
    context = replace(ctx, links=links)
    for entry in mine:
        links[entry.name] = st.Page(
            partial(entry.render, context),
            title=entry.title,
            url_path="" if entry.name == first else entry.name,
            default=entry.name == first,
            visibility="visible" if entry.listed else "hidden",
        )
    named = _by_its_name(entries, first, links[first], context)
    every = [*links.values(), named, *_elsewhere(entries, links, links[first])]
    here = st.navigation(every, position="top")
    st.set_page_config(f"{here.title} – Throughcare")  # what a tab and a screen reader say first
    here.run()


def open_everywhere(render: Callable[[], None], entries: Sequence[Entry]) -> None:
    """Run one screen at every address there is, whichever page the address names."""
    everywhere = [st.Page(render, title="Throughcare", url_path=one.name) for one in entries]
    first = st.Page(render, title="Throughcare", default=True)
    st.navigation([first, *everywhere], position="hidden").run()


def _by_its_name(
    entries: Sequence[Entry], name: str, first: st.Page, context: PageContext
) -> st.Page:
    """The first page once more, at the address of its name: Streamlit has it at none but "/".

    Somebody types /home, or kept it from a time at which another page came first.
    """
    [entry] = (one for one in entries if one.name == name)
    render = partial(entry.render, context)
    return st.Page(render, title=first.title, url_path=name, visibility="hidden")


def _elsewhere(
    entries: Sequence[Entry], links: Mapping[str, st.Page], first: st.Page
) -> list[st.Page]:
    """The other pages' addresses, which lead to the first page.

    One may be looking at such a page when its last assessment is removed, or come back to it.
    """
    leave = partial(st.switch_page, first)
    return [
        st.Page(leave, title=entry.title, url_path=entry.name, visibility="hidden")
        for entry in entries
        if entry.name not in links
    ]
