"""All agencies on one page: who speaks for each, and whether they can commit staff time."""

from functools import partial

import streamlit as st

from assessment.partnership import service
from assessment.partnership.model import CAN_COMMIT_WORDS, Agency, CanCommit, Kept
from assessment.partnership.panels.texts import text_box
from assessment.ui.context import PageContext
from assessment.ui.fields import choose, literal
from assessment.ui.html import show


# In the address, where one agency's form has that agency's id.
EVERY = "every"


def every_agency(ctx: PageContext, found: tuple[Agency, ...], live: bool) -> None:
    """A line for each agency, for those who prepare ten of them; its form has the rest."""
    if st.button("Back to all agencies", key="all_agencies"):
        ctx.go("prepare", section="agencies")
    show(
        "<h2>Who speaks for each agency</h2>",
        "<p>The role of whoever comes, and whether they can commit their agency’s staff time. "
        "Substitutes and names stand on each agency’s own page.</p>",
    )
    for one in found:
        with st.container(key=f"row_{one.id}"):
            _line(ctx, one, live)


def _line(ctx: PageContext, one: Agency, live: bool) -> None:
    role, commits, check = st.columns(3, gap="medium")
    with role:
        text_box(ctx, Kept.AGENCY, one, "role", f"{one.name}: role", live=live)
    if one.observer:
        with commits:
            show('<p class="muted">Observes; not asked to rate.</p>')
        return
    with commits:
        can_commit(ctx, one, f"{literal(one.name)}: staff time", live)
    if one.can_commit is CanCommit.MUST_CHECK:
        with check:
            text_box(ctx, Kept.AGENCY, one, "check_with", f"{one.name}: checks with", live=live)


def can_commit(ctx: PageContext, one: Agency, label: str, live: bool) -> None:
    """Whether whoever speaks for an agency can commit its staff time."""
    choose(
        label,
        list(CanCommit),
        key=f"can_commit_{one.id}",
        stored=one.can_commit,
        words=CAN_COMMIT_WORDS.__getitem__,
        on_pick=partial(_commit, ctx, one),
        disabled=not live,
    )


def _commit(ctx: PageContext, one: Agency, value: CanCommit | None) -> None:
    chosen = value or CanCommit.NOT_KNOWN
    service.set_can_commit(ctx.desk, one.id, chosen, seen=one.can_commit)
